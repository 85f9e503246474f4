import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import { Refusal } from "~/workflow/acting.server";
import type { Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { readTime, whyNotOn, type DayRules } from "./days";

/** What days of a round's sessions are held against, now. */
export async function dayRulesOf(tx: Pick<Tx, "cycle" | "blockedDate">, cycleId: string): Promise<DayRules> {
  const cycle = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { regionId: true, challengeStartsOn: true, summitOn: true } });
  const blocked = await tx.blockedDate.findMany({ where: { regionId: cycle.regionId }, select: { day: true, why: true } });
  return {
    today: dayOf(now()),
    challengeStartsOn: dayText(cycle.challengeStartsOn),
    summitOn: dayText(cycle.summitOn),
    blocked: new Map(blocked.map((one) => [dayText(one.day), one.why])),
  };
}

export interface Placing {
  readonly day: string;
  readonly hostId: string;
  readonly venue: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Holds a day, its times, its host and its place against the rules. Refuses with the reason's name. */
export async function checkPlacing(tx: Tx, triadId: string, placing: Placing): Promise<Placing> {
  const { cycleId, members } = await tx.triad.findUniqueOrThrow({
    where: { id: triadId },
    select: { cycleId: true, members: { where: { leftAt: null }, select: { authorityId: true } } },
  });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(placing.day)) throw new Refusal("no-day");
  const reason = whyNotOn(placing.day, await dayRulesOf(tx, cycleId));
  if (reason) throw new Refusal(reason);
  const [startsAt, endsAt] = [readTime(placing.startsAt), readTime(placing.endsAt)];
  if (!startsAt || !endsAt) throw new Refusal("no-such-time");
  if (endsAt <= startsAt) throw new Refusal("ends-before-it-begins");
  if (!members.some((member) => member.authorityId === placing.hostId)) throw new Refusal("host-not-in-group");
  const venue = placing.venue.trim();
  if (venue === "") throw new Refusal("no-venue");
  return { ...placing, startsAt, endsAt, venue };
}

/** Every day on which a session of the round can still be, in order. */
export async function possibleDays(cycleId: string): Promise<readonly string[]> {
  const rules = await dayRulesOf(db, cycleId);
  const days: string[] = [];
  const from = rules.challengeStartsOn > rules.today ? rules.challengeStartsOn : rules.today;
  for (let date = new Date(`${from}T12:00:00Z`); dayText(date) < rules.summitOn; date = new Date(date.getTime() + 86_400_000)) {
    if (whyNotOn(dayText(date), rules) === null) days.push(dayText(date));
  }
  return days;
}
