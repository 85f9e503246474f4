import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";

import { beginChallengeRecord, beginFinding } from "~/features/challenge-record";
import { db, pool } from "~/platform/db.server";
import { freePort } from "~/platform/postgres/embedded.server";
import { inTransaction } from "~/workflow/transaction.server";
import { Caller, insisting, pressed } from "~tests/crash/load";
import { builtCommand, ensureBuild } from "../../commands/prepare.mjs";
import { seedSmall } from "../../prisma/seed/small";

import { median, progress, timed } from "./measure";

const challengers = 200;
const records = 10;
const rounds = 3;

/**
 * Two hundred challengers who press "File this finding" at the same moment over HTTP, twenty on each of ten
 * records: every one is answered, and every finding is in, with its words, its log row and its email. Beside
 * it in the same run, the same people at the same moment ask for a bare page. Aim: p95 under 4 times that of the
 * bare page, and nothing lost.
 */
export async function run(): Promise<void> {
  progress("building, if the build is old");
  ensureBuild();
  progress("making two small regions");
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const { southEast } = await seedSmall();
  progress("starting the web server");
  const child = spawn(process.execPath, [builtCommand("web")], { env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", BASE_URL: base, DEMO: "1" }, stdio: "ignore" });
  try {
    await insisting(async () => void (await fetch(`${base}/healthz`)));
    progress(`making ${challengers} challengers and ${records} records`);
    const people = await db.person.createManyAndReturn({ data: Array.from({ length: challengers }, (_, index) => ({ name: `Challenger ${index}`, email: `${randomUUID()}@example.org` })), select: { id: true } });
    const post = await db.post.create({ data: { kind: "assistant-director", title: "Assistant director", regionId: southEast.regionId, authorityId: "medway" } });
    await db.holding.createMany({ data: people.map(({ id }) => ({ postId: post.id, personId: id, from: new Date("2026-01-01") })) });
    const ids: string[] = [];
    for (let index = 0; index < records; index += 1) ids.push(await aRecord(southEast.cycleId, southEast.person("dcs", "medway").id, people.filter((_, place) => place % records === index).map(({ id }) => id), index));
    const callers = people.map(() => new Caller(base));
    progress("signing them in");
    // Signing in is not what is measured.
    await timed(challengers, 8, async (index) => callers[index]?.signIn(people[index]?.id ?? ""));

    const filing: number[] = [];
    const plain: number[] = [];
    let filings = 0;
    for (let round = 0; round <= rounds; round += 1) {
      progress(round === 0 ? "a round to warm up" : `round ${round} of ${rounds}`);
      const drafts = await Promise.all(people.map(async ({ id }, index) => {
        const made = await beginFinding({ recordId: ids[index % records] ?? "", kind: "strength", actor: { kind: "person", personId: id } });
        if (made.kind !== "made") throw new Error(made.reason);
        return made.id;
      }));
      const forms = drafts.map((draft, index) => ({ path: `/challenge-records/${ids[index % records] ?? ""}/findings/${draft}`, body: formOf(draft, round, index) }));
      const filed = await together(forms.map(({ path, body }, index) => () => (callers[index] as Caller).post(path, body)), 302);
      const bare = await together(callers.map(() => () => fetch(`${base}/accessibility`)), 200);
      filings += challengers;
      if (round === 0) continue;
      filing.push(p95(filed));
      plain.push(p95(bare));
    }
    const [row] = (await pool.query<{ findings: number; texts: number; events: number; emails: number }>(
      `SELECT (SELECT count(*)::int FROM finding WHERE filed_at IS NOT NULL) AS findings,
              (SELECT count(DISTINCT value)::int FROM kept_text WHERE key LIKE 'finding:%' AND value LIKE 'What challenger %') AS texts,
              (SELECT count(*)::int FROM workflow_event WHERE event = 'finding.file') AS events,
              (SELECT count(*)::int FROM outbox_email WHERE template = 'challenge-record/finding-filed') AS emails`,
    )).rows;
    const lost = filings - Math.min(row?.findings ?? 0, row?.texts ?? 0, row?.events ?? 0, row?.emails ?? 0);
    const ratios = filing.map((value, index) => value / (plain[index] ?? Number.NaN));
    console.log(`${challengers} challengers filing at the same moment over HTTP, ${records} records, ${rounds} rounds:`);
    console.log(`  filing      p95 ${median(filing).toFixed(0)} ms`);
    console.log(`  bare page   p95 ${median(plain).toFixed(0)} ms`);
    console.log(`  ratio       ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}; aim under 4)`);
    console.log(`  lost        ${lost} of ${filings} (findings ${row?.findings}, texts ${row?.texts}, log rows ${row?.events}, emails ${row?.emails})`);
    if (lost !== 0) process.exitCode = 1;
  } finally {
    child.kill("SIGTERM");
  }
}

/** An activity of its own for each record, since an activity has one record an authority: a record asks nothing of it. */
async function aRecord(cycleId: string, leadId: string, challengerIds: readonly string[], index: number): Promise<string> {
  const { regionId } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { regionId: true } });
  const activity = await db.workflow.findFirstOrThrow({ where: { machine: "self-assessment", regionId, authorityId: "kent" }, select: { id: true } });
  const authorityIds = ["kent", "reading", "surrey"];
  const activities = [activity.id, cycleId, ...(await db.workflow.findMany({ where: { machine: "self-assessment", regionId, authorityId: { not: "kent" } }, select: { id: true } })).map(({ id }) => id)];
  const { id } = await inTransaction((tx) =>
    beginChallengeRecord(tx, {
      activityId: activities[Math.floor(index / authorityIds.length)] ?? "", kind: "triad", cycleId, regionId, authorityId: authorityIds[index % authorityIds.length] ?? "", heldOn: new Date().toISOString().slice(0, 10),
      title: `Record ${index}`, actor: { kind: "system" }, team: { leadId, challengerIds },
    }),
  );
  return id;
}

function formOf(findingId: string, round: number, index: number): URLSearchParams {
  return new URLSearchParams([
    ["textRevision", "0"], ["was", JSON.stringify(["strength", "", [], null, false])], ["requestKey", `bench-${findingId}`], ["text", `What challenger ${index} found in round ${round}: supervision is written down and read.`],
    ["kind", "strength"], ["theme", "leadership"], ["evidence", "interview"], ["noNames", "yes"], ["intent", "file"],
  ]);
}

/** All at once; the milliseconds until each was answered. */
async function together(calls: readonly (() => Promise<Response>)[], status: number): Promise<number[]> {
  return Promise.all(
    calls.map(async (call) => {
      const started = performance.now();
      // Whoever gets no answer presses again, and the wait counts.
      const { status: answered } = await pressed(call);
      if (answered !== status) throw new Error(`answered ${answered}, not ${status}`);
      return performance.now() - started;
    }),
  );
}

function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}
