import "./check-settings";
import { hostname } from "node:os";
import { closeDatabase } from "~/platform/db.server";
import { beat } from "~/platform/heartbeat.server";
import { runJobs } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { closeMailer } from "~/platform/mailer.server";
import { settings } from "~/platform/settings.server";
import { crontab, taskList } from "~/workflow/tasks.server";
import "~/features/processes.server";
import { featureTasks } from "~/features/jobs.server";
import { runProcess } from "./process";

/** The worker process: emails, reminders, deadlines. Several may run against one database. */
await runProcess("worker", async ({ stopping, announce, fail }) => {
  const stopBeating = beat(`${hostname()}:${process.pid}`, "worker");
  const working = runJobs({ taskList: { ...taskList, ...featureTasks }, crontab, concurrency: settings().WORKER_CONCURRENCY, signal: stopping });
  // The queue stops by itself only when it cannot go on: a fresh process is the cure.
  working.then(() => (stopping.aborted ? undefined : fail(new Error("the job queue stopped"))), fail);
  log.info("worker is working");
  announce("ready");
  return async () => {
    await working.catch(() => undefined);
    stopBeating();
    closeMailer();
    await closeDatabase();
  };
});
