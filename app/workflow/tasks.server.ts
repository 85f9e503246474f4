import type { CronItem, TaskList } from "~/platform/jobs.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";

import { sweepDeadlines } from "./deadlines.server";
import { queueDigests } from "./digest.server";
import { sendEmail } from "./outbox.server";
import { londonHour } from "./working-days";

/** The hour, in London, at which daily digests go out. */
const digestHour = 7;

/** What the worker does. Every task may be run twice, at once or after a crash, without harm. */
export const taskList: TaskList = {
  "send-email": async (payload) => {
    const { id } = payload as { id: string };
    await sendEmail(id);
  },
  "sweep-deadlines": async () => {
    await sweepDeadlines();
  },
  "send-digests": async () => {
    if (londonHour(now()) >= digestHour) await queueDigests();
  },
  "tidy-up": async () => {
    // Expired sign-in codes and sessions are of no use to anybody.
    await db.verification.deleteMany({ where: { expiresAt: { lt: now() } } });
    await db.session.deleteMany({ where: { expiresAt: { lt: now() } } });
  },
};

export const crontab: readonly CronItem[] = [
  { task: "sweep-deadlines", match: "* * * * *", identifier: "sweep-deadlines", options: { backfillPeriod: 0, maxAttempts: 3 } },
  { task: "send-digests", match: "15 * * * *", identifier: "send-digests", options: { backfillPeriod: 0, maxAttempts: 5 } },
  { task: "tidy-up", match: "40 3 * * *", identifier: "tidy-up", options: { backfillPeriod: 0, maxAttempts: 3 } },
];
