import { cancelDate, setDate } from "~/features/calendar";
import type { Tx } from "~/workflow/process.server";

const kinds = ["due", "summit"] as const;

/** Events whose letters carry the round's dates for people's own calendars. */
export const CALENDAR_EVENTS: ReadonlySet<string> = new Set(["round.open", "dates.move", "authority.join", "round.cancel"]);

/** Puts the day self-assessments are due and the summit into calendars, or moves them there. Inside the transition that sets the dates. */
export async function setRoundDates(tx: Tx, cycleId: string): Promise<void> {
  const round = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { name: true, submissionsDueOn: true, summitOn: true, region: { select: { name: true } } },
  });
  const whose = `${round.region.name} ${round.name}`;
  await setDate(tx, { workflowId: cycleId, kind: "due", title: `Self-assessments due, ${whose}`, startsAt: round.submissionsDueOn, endsAt: round.submissionsDueOn, allDay: true });
  await setDate(tx, { workflowId: cycleId, kind: "summit", title: `Summit, ${whose}`, startsAt: round.summitOn, endsAt: round.summitOn, allDay: true });
}

/** Takes the round's dates out of calendars. Inside the transition that cancels it. */
export async function cancelRoundDates(tx: Tx, cycleId: string): Promise<void> {
  for (const kind of kinds) await cancelDate(tx, { workflowId: cycleId, kind });
}
