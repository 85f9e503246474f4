import { at } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";
import { settings } from "~/platform/settings.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { queueDigests } from "~/workflow/digest.server";
import { sendEmail } from "~/workflow/outbox.server";
import { dayOf, londonTime } from "~/workflow/working-days";

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
    await deliver();
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
    await deliver();
  }
}

/**
 * Delivers what waits in the outbox, each email at the moment it was written. With a mail server set
 * nothing of a story may go out: the emails are kept as superseded.
 */
async function deliver(): Promise<void> {
  if (settings().SMTP_URL) {
    await pool.query("UPDATE outbox_email SET superseded_at = created_at WHERE sent_at IS NULL AND superseded_at IS NULL");
    return;
  }
  const waiting = await db.outboxEmail.findMany({
    where: { sentAt: null, failedAt: null, supersededAt: null, urgency: "now" },
    orderBy: { createdAt: "asc" },
    select: { id: true, createdAt: true },
  });
  for (let next = 0; next < waiting.length; next += SIDE_BY_SIDE) {
    await Promise.all(waiting.slice(next, next + SIDE_BY_SIDE).map(({ id, createdAt }) => at(createdAt, () => sendEmail(id))));
  }
}

/** Takes the jobs of emails already settled out of the queue, which the worker would otherwise look at one by one. */
export async function clearSettledJobs(): Promise<void> {
  await pool.query(`
    SELECT graphile_worker.complete_jobs(array_agg(job.id))
      FROM graphile_worker.jobs job
      JOIN outbox_email email ON job.key = 'email:' || email.id
     WHERE email.sent_at IS NOT NULL OR email.superseded_at IS NOT NULL`);
}
