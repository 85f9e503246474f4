import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";

import { migrate } from "~/platform/migrations.server";
import { freePort, startEmbeddedPostgres, type EmbeddedPostgres } from "~/platform/postgres/embedded.server";
import { forgetSettings } from "~/platform/settings.server";
import { startMailServer, type MailServer } from "~tests/support/smtp";
import { builtCommand, ensureBuild, ensureClient } from "../../commands/prepare.mjs";

import { aChallengeUnderLoad } from "./challenge";
import { aProgrammeUnderLoad } from "./programme";
import { Caller, insisting, pressed } from "./load";

const kills = 8;
const coordinators = 2;
const writers = 2;

/** A part of Candour that is killed and started again. */
interface Victim {
  readonly name: string;
  kill(): Promise<void>;
}

test("killed at any point under load: no transition without its emails, none twice, nothing typed lost, the log whole", async () => {
  ensureClient();
  ensureBuild();
  const folder = await mkdtemp(path.join(tmpdir(), "candour-crash-"));
  let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
  let mail: MailServer = await startMailServer();
  const received: string[] = [];
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", BASE_URL: base, DATABASE_URL: postgres.url,
    DATA_DIR: path.join(folder, "data"), SMTP_URL: mail.url, SESSION_SECRET: "a secret for the crash test that is long enough", DEMO: "1", RATE_LIMIT: "0", LOG_LEVEL: "error",
  };
  Object.assign(process.env, environment);
  forgetSettings();
  await migrate({ url: postgres.url, folder: path.resolve("prisma/migrations") });

  const { db, pool, closeDatabase } = await import("~/platform/db.server");
  const { loadReferenceData } = await import("../../prisma/reference/load");
  await loadReferenceData(pool);
  const { seedSmall } = await import("../../prisma/seed/small");
  const world = await seedSmall();
  const { southEast } = world;
  const callerOf = async (personId: string): Promise<Caller> => {
    const caller = new Caller(base);
    await caller.signIn(personId);
    return caller;
  };
  const challenge = await aChallengeUnderLoad(southEast, callerOf);
  const programme = await aProgrammeUnderLoad(southEast, callerOf);

  const parts = new Map<string, ChildProcess>();
  let ending = false;
  // However the test ends: parts that are kept alive would outlive a failure.
  onTestFinished(async () => {
    ending = true;
    for (const child of parts.values()) child.kill("SIGTERM");
    await closeDatabase();
    await mail.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);
  /** Starts a part and, as the process tree does, starts it again whenever it dies. */
  const keep = (name: "web" | "worker"): void => {
    const child = spawn(process.execPath, [builtCommand(name)], { env: environment, stdio: "ignore" });
    parts.set(name, child);
    child.once("exit", () => {
      if (!ending) setTimeout(() => keep(name), 300);
    });
  };
  keep("web");
  keep("worker");

  const victims: readonly Victim[] = [
    { name: "web", kill: async () => void parts.get("web")?.kill("SIGKILL") },
    { name: "worker", kill: async () => void parts.get("worker")?.kill("SIGKILL") },
    {
      name: "PostgreSQL",
      kill: async () => {
        process.kill(postgres.pid, "SIGKILL");
        await pause(500);
        postgres = await insisting(() => startEmbeddedPostgres({ folder: path.join(folder, "postgres") }));
      },
    },
    {
      name: "mail server",
      kill: async () => {
        received.push(...mail.received.map((message) => message.messageId ?? ""));
        await mail.stop();
        await pause(500);
        mail = await insisting(() => startMailServer({ port: mail.port }));
      },
    },
  ];

  let working = true;
  const presses: string[] = [];
  const typed: { authority: string; text: string }[] = [];
  const ids = southEast.authorityIds.map((authority) => southEast.selfAssessmentId(authority));

  const coordinate = async (): Promise<void> => {
    const caller = await callerOf(southEast.person("sli-coordinator").id);
    while (working) {
      // As the page makes it: what is not a uuid is no key, and pressing again would then be a second press.
      const requestKey = randomUUID();
      const body = new URLSearchParams([["requestKey", requestKey], ...ids.map((id) => ["chosen", id])]);
      const answered = await pressed(() => caller.post(`/rounds/${southEast.cycleId}/chase`, body));
      // The page that says who was told, and names nobody as missed: the server has said that it is done.
      expect({ requestKey, ...answered }).toEqual({ requestKey, status: 302, location: `/rounds/${southEast.cycleId}/reminded?press=${requestKey}` });
      presses.push(requestKey);
    }
  };
  const write = async (lane: number): Promise<void> => {
    const authority = southEast.authorityIds[lane % southEast.authorityIds.length] ?? "";
    const caller = await callerOf(southEast.person("dcs-delegate", authority).id);
    const selfAssessment = southEast.selfAssessmentId(authority);
    for (let count = 0; working; count += 1) {
      const text = `Sentence ${count} of lane ${lane}, typed while things broke.`;
      const body = new URLSearchParams({ "answer.context.text": text, "revision.context": "0" });
      const { status } = await pressed(() => caller.post(`/self-assessments/${selfAssessment}/chapters/leadership/autosave`, body));
      // Saved, or kept aside as the other side of a conflict: either way the server has said that it has it.
      expect([200, 409]).toContain(status);
      typed.push({ authority, text });
    }
  };

  const load = [...Array.from({ length: coordinators }, () => coordinate()), ...Array.from({ length: writers }, (_, lane) => write(lane)), ...[...challenge.lanes, ...programme.lanes].map((lane) => lane(() => working))];
  const failures: unknown[] = [];
  for (const lane of load) lane.catch((error: unknown) => failures.push(error));
  await insisting(async () => void (await fetch(`${base}/healthz`)));
  for (let count = 0; count < kills; count += 1) {
    // The load has to be running again, however slow the machine: a kill between two starts would prove nothing.
    const before = presses.length;
    await insisting(async () => {
      if (presses.length === before && failures.length === 0) throw new Error("no press came through since the last kill");
    });
    await pause(Math.random() * 1500);
    await victims[count % victims.length]?.kill();
  }
  await pause(3000);
  working = false;
  await Promise.all(load);
  expect(failures).toEqual([]);
  expect(presses.length).toBeGreaterThan(kills);
  expect(typed.length).toBeGreaterThan(writers);

  // Everything that is to go out goes out, however many tries were interrupted.
  await insisting(async () => {
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now(), locked_at = NULL, locked_by = NULL WHERE locked_at IS NULL OR locked_at < now() - interval '3 seconds'`;
    const waiting = await db.outboxEmail.count({ where: { sentAt: null, supersededAt: null, failedAt: null, urgency: "now" } });
    if (waiting > 0) throw new Error(`${waiting} emails still wait`);
  }, 120_000);
  received.push(...mail.received.map((message) => message.messageId ?? ""));

  // Each press moved each record once, and each transition has its emails.
  for (const requestKey of presses) expect(await db.workflowEvent.count({ where: { requestKey, event: "reminder.send" } }), requestKey).toBe(ids.length);
  const silent = await db.workflowEvent.findMany({ where: { event: { not: "begin" }, emails: { none: {} } }, select: { event: true } });
  expect(silent).toEqual([]);

  // Each email that was sent reached the mail server, as one message however often it was handed over.
  const sent = await db.outboxEmail.findMany({ where: { sentAt: { not: null } }, select: { messageId: true } });
  expect(new Set(sent.map((email) => email.messageId)).size).toBe(sent.length);
  const arrived = new Set(received);
  expect(sent.filter((email) => !arrived.has(email.messageId ?? "")).length).toBe(0);
  expect(await db.outboxEmail.count({ where: { failedAt: { not: null } } })).toBe(0);

  // Nothing that the server took was lost: it is the answer, or in its history.
  const kept = new Set((await db.answerHistory.findMany({ select: { value: true } })).map((row) => JSON.stringify(row.value)));
  for (const { text } of typed) expect([...kept].some((value) => value.includes(text)), text).toBe(true);

  await challenge.check();
  await programme.check();

  const { verifyChains } = await import("~/workflow/audit.server");
  const audit = await verifyChains();
  expect(audit.broken).toBeNull();
  expect(audit.events).toBeGreaterThan(presses.length * ids.length);
}, 300_000);
