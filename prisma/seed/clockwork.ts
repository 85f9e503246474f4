import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { queueDigests } from "~/workflow/digest.server";
import { dayOf, londonTime } from "~/workflow/working-days";
import { deliverLocally } from "./post-office";

/** Something that happened: when, to which record, and the verb that did it. */
export interface Moment {
  readonly at: Date;
  /** Moments of one record follow each other; those of different records may be told side by side. */
  readonly of: string;
  readonly act: () => Promise<void>;
}

/** Records told side by side: more would only queue for connections. */
const SIDE_BY_SIDE = 5;

/**
 * Tells a story in the order of its dates, with the clock set to each: what people did, what the
 * deadlines did by themselves in between, and the emails of both, which arrive in the local mailbox
 * with the date they would have had.
 */
export async function tell(moments: readonly Moment[], { until }: { readonly until: Date }): Promise<void> {
  const inOrder = [...moments].sort((one, other) => one.at.getTime() - other.at.getTime());
  const late = inOrder.find((moment) => moment.at > until);
  if (late) throw new Error(`the story of ${late.of} goes on after ${until.toISOString()}: ${late.at.toISOString()}`);
  let day = "";
  for (let next = 0; next < inOrder.length; ) {
    const batch = batchFrom(inOrder, next);
    next += batch.length;
    const [first] = batch;
    if (first && dayOf(first.at) !== day) {
      if (day) await at(londonTime(day, "18:00"), queueDigests);
      day = dayOf(first.at);
      await passDeadlines(first.at);
    }
    await Promise.all(batch.map((moment) => at(moment.at, moment.act)));
    await deliverLocally();
  }
  await passDeadlines(until);
}

function batchFrom(moments: readonly Moment[], start: number): readonly Moment[] {
  const batch: Moment[] = [];
  const records = new Set<string>();
  for (const moment of moments.slice(start, start + SIDE_BY_SIDE)) {
    const before = batch[0];
    // A round and its self-assessments share rows: a round's own moments are told alone.
    if (before && (records.has(moment.of) || isRound(moment) || isRound(before) || dayOf(moment.at) !== dayOf(before.at))) break;
    records.add(moment.of);
    batch.push(moment);
  }
  return batch;
}

const isRound = ({ of }: Moment): boolean => of.startsWith("round ");

/** Lets every deadline up to a moment do what it does, each on its own day. */
async function passDeadlines(until: Date): Promise<void> {
  for (;;) {
    const next = await db.deadline.findFirst({
      where: { closedAt: null, nextAt: { lte: until } },
      orderBy: { nextAt: "asc" },
      select: { nextAt: true },
    });
    if (!next?.nextAt) return;
    await at(next.nextAt, sweepDeadlines);
    await deliverLocally();
  }
}
