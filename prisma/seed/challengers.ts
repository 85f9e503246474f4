import { addAway, declareConflict, enterChallenger, leavePool, planTraining } from "~/features/challenger-pool";
import { usualThemes } from "~/features/region";
import { seededRandom } from "~/scheduling/solver/random";
import { dayOf } from "~/workflow/working-days";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import { some } from "./names";
import type { Staff } from "./people";

interface Pool {
  readonly regionId: string;
  readonly staff: Staff;
  readonly authorityIds: readonly string[];
  readonly calendar: Calendar;
  /** How many were trained, and how many of them are still in the pool today. */
  readonly trained: number;
  readonly remain: number;
  readonly seed: number;
  /** Sessions and visits a year that each takes on at least; some take one more. */
  readonly load: number;
}

const about = [
  "Led a service through inspection and back to good.", "Known for asking the plain question.", "Has challenged in two other regions.", "Writes clearly and listens first.",
  "Knows what a good audit looks like.", "Brought two teams together without losing anybody.",
] as const;

const reasons = ["Has taken a post outside the region.", "Asked to step back for a year.", "Retired in the summer."] as const;

/**
 * A region's pool of challengers: so many were trained a year ago, some have left since, and the others
 * know their themes, their days and their conflicts. By the verbs that people use.
 */
export function challengersStory({ regionId, staff, authorityIds, calendar, trained, remain, seed, load }: Pool): Moment[] {
  const random = seededRandom(seed);
  const ids: { id: string; personId: string }[] = [];
  const of = `challengers of ${regionId}`;
  const [entered, left, noted] = [calendar.moment(-240, 9), calendar.moment(-60, 11), calendar.moment(-20, 15)];
  const keeper = (on: Date) => staff.actor("sli-coordinator", null, on);
  const enter = async () => {
    for (const [index, personId] of peopleOf(staff, authorityIds, entered, calendar.moment(0), trained).entries()) {
      const result = await enterChallenger({
        regionId, personId, level: index < authorityIds.length || index % 4 === 0 ? "lead" : "challenger", themes: some(usualThemes, 2 + random.below(3), random), about: some(about, 1, random)[0] ?? "",
        maxLoad: load + random.below(2), trainedOn: dayOf(entered), actor: keeper(entered),
      });
      if (result.kind !== "entered") throw new Error(`a challenger of the demonstration was refused: ${result.reason}`);
      ids.push({ id: result.challengerId, personId });
    }
  };
  const leave = async () => {
    for (const { id } of some(ids.slice(authorityIds.length), trained - remain, random)) {
      const gone = await leavePool({ challengerId: id, actor: keeper(left), reason: some(reasons, 1, random)[0] ?? "Has left." });
      if (gone.kind !== "moved") throw new Error("a challenger of the demonstration could not leave");
    }
  };
  const note = async () => {
    for (const { id, personId } of some(ids, 12, random)) {
      const day = calendar.day(20 + random.below(60));
      await addAway({ challengerId: id, actor: { kind: "person", personId, channel: "demo" }, from: day, to: day });
    }
    for (const { id, personId } of some(ids, 5, random)) {
      await declareConflict({ challengerId: id, actor: { kind: "person", personId, channel: "demo" }, authorityId: authorityIds[random.below(authorityIds.length)] ?? "", why: "Held a post there until last year." });
    }
    await planTraining({ regionId, title: "Training of challengers", day: calendar.day(15), startsAt: "09:30", endsAt: "16:30", place: "County Hall, Committee Room 2", capacity: 24, actor: keeper(noted) });
  };
  return [{ at: entered, of, act: enter }, { at: left, of, act: leave }, { at: noted, of, act: note }];
}

/** The directors who were there then and are now, then those who write, one from each authority in turn, until there are enough. */
function peopleOf(staff: Staff, authorityIds: readonly string[], then: Date, today: Date, wanted: number): string[] {
  const directors = authorityIds.flatMap((id) => {
    const { personId } = staff.actor("dcs", id, then);
    return personId === staff.actor("dcs", id, today).personId ? [personId] : [];
  });
  return [...directors, ...spread(authorityIds.map((id) => staff.authors(id)), wanted - directors.length)];
}

/** People taken one from each authority in turn, until there are enough. */
function spread(groups: readonly (readonly string[])[], wanted: number): string[] {
  const found: string[] = [];
  for (let turn = 0; found.length < wanted && turn < 12; turn += 1) for (const group of groups) if (group[turn] && found.length < wanted) found.push(group[turn] ?? "");
  return found;
}
