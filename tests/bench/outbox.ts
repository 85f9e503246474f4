import { setTimeout as pause } from "node:timers/promises";
import { startMailServer } from "~tests/support/smtp";
import { aWorld } from "~tests/workflow/world";
import { median } from "./measure";

const emails = 400;
const rounds = 3;
const concurrency = 4;

/**
 * The outbox's emails through a real mail server, against as many jobs that do nothing, by the same
 * worker: what writing, sending and noting an email costs above the queue itself.
 */
export async function run(): Promise<void> {
  const mail = await startMailServer();
  process.env["SMTP_URL"] = mail.url;
  const { forgetSettings } = await import("~/platform/settings.server");
  forgetSettings();
  const { db } = await import("~/platform/db.server");
  const { addJob, runJobs } = await import("~/platform/jobs.server");
  const { queueEmail } = await import("~/workflow/outbox.server");
  const { taskList } = await import("~/workflow/tasks.server");
  const { emails: letters } = await import("~emails/index");

  const world = await aWorld();
  const person = await db.person.findUniqueOrThrow({ where: { id: world.posts.dcs?.personId ?? "" } });
  const template = "self-assessment/ready-to-sign";
  const props = letters[template].example;
  const works = async (prepare: () => Promise<void>, left: () => Promise<number>): Promise<number> => {
    await prepare();
    const stopping = new AbortController();
    const started = performance.now();
    const running = runJobs({ taskList: { ...taskList, nothing: () => Promise.resolve() }, concurrency, signal: stopping.signal });
    while ((await left()) > 0) await pause(20);
    const taken = performance.now() - started;
    stopping.abort();
    await running;
    return taken;
  };

  const sent: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    sent.push(
      await works(
        () => db.$transaction(async (tx) => {
          for (let index = 0; index < emails; index += 1) await queueEmail(tx, { template, personId: person.id, address: person.email, role: "dcs", props, occasion: `bench ${round} ${index}` });
        }, { timeout: 120_000 }),
        () => db.outboxEmail.count({ where: { sentAt: null } }),
      ),
    );
    empty.push(
      await works(
        async () => { for (let index = 0; index < emails; index += 1) await addJob({ task: "nothing", payload: { index } }); },
        async () => Number((await db.$queryRaw<{ left: bigint }[]>`SELECT count(*) AS left FROM graphile_worker._private_jobs`)[0]?.left ?? 0),
      ),
    );
  }
  await mail.stop();
  const rate = (taken: number) => ((emails / taken) * 1000).toFixed(0);
  console.log(`${emails} emails by ${concurrency} at once, ${rounds} rounds:`);
  console.log(`  emails      ${rate(median(sent))} a second (${mail.received.length} arrived)`);
  console.log(`  empty jobs  ${rate(median(empty))} a second`);
  console.log(`  ratio       ${(median(empty) / median(sent)).toFixed(2)} of empty jobs`);
}
