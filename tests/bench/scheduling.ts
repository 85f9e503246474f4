/** `npm run bench -- scheduling`: proven groups, full plans and joint staffing on seeded instances, beside CBC when it is on the machine. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { closeWorkers, kilometresBetween, planRounds, scheduleGroups, scheduleSessions, type GroupsInput, type SessionsInput } from "../../app/scheduling";
import { fullPlan } from "../../app/scheduling/rounds/constructions";

type Line = Record<string, string | number | boolean>;

function random(seed: number): (below: number) => number {
  let state = (seed * 7919 + 17) % 2_147_483_647;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

/** Members spread like a country, costs in whole kilometres with a price on equal grades. */
function groups(n: number, seed: number): GroupsInput & { pairCosts: { pair: [string, string]; cost: number }[] } {
  const below = random(seed * 1000 + n);
  const places = Array.from({ length: n }, () => ({ lat: 50 + below(5000) / 1000, lon: -4 + below(5500) / 1000, grade: below(4) }));
  const pairCosts = places.flatMap((a, i) =>
    places.slice(i + 1).map((b, k) => ({ pair: [`m${i}`, `m${i + 1 + k}`] as [string, string], cost: Math.round(kilometresBetween(a, b)) + (a.grade === b.grade ? 60 : 0) })),
  );
  return { members: places.map((_, i) => `m${i}`), pairCosts };
}

function staffing(sessions: number, people: number, seed: number): SessionsInput {
  const below = random(seed * 100 + sessions);
  const themes = ["send", "early help", "front door", "care leavers", "workforce"];
  const dates = Array.from({ length: Math.max(6, Math.ceil(sessions / 2)) }, (_, i) => `2027-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, "0")}`);
  const some = <T>(list: readonly T[], count: number): T[] => [...list].sort(() => below(3) - 1).slice(0, count);
  const placed = Array.from({ length: sessions }, (_, s) => ({ id: `t${s}`, members: [0, 1, 2].map((k) => `m${3 * s + k}`), challengers: 3, themes: some(themes, 2), lead: true }));
  return {
    sessions: placed,
    dates: dates.map((id) => ({ id, capacity: 3 })),
    availability: placed.flatMap(({ members }) => members.flatMap((member) => dates.map((date) => ({ member, date, answer: (["yes", "yes", "yes", "if need be", "no"] as const)[below(5)]! })))),
    venues: placed.map(({ members }) => ({ id: `${members[0]!}-hall`, host: members[0]!, dates })),
    challengers: Array.from({ length: people }, (_, p) => ({ id: `p${p}`, employer: `m${below(3 * sessions)}`, themes: some(themes, 1 + below(3)), canLead: below(3) === 0, maxLoad: 1 + below(3), notOn: some(dates, below(4)), conflicts: [`m${below(3 * sessions)}`] })),
  };
}

const hasCbc = spawnSync("cbc", ["-quit"], { encoding: "utf8" }).status === 0;

/** The same instance as plain set partitioning over every group: minutes for CBC, so at most `seconds`. */
function cbc(n: number, input: ReturnType<typeof groups>, seconds: number): { cost: number; ms: number; proven: boolean } {
  const cost = new Map(input.pairCosts.map(({ pair, cost: value }) => [pair.join(), value]));
  const price = (i: number, j: number): number => cost.get(`m${i},m${j}`)!;
  const terms: string[] = [];
  const rows: string[][] = Array.from({ length: n + 1 }, () => []);
  const add = (members: number[]): void => {
    const name = `x${members.join("_")}`;
    const total = members.flatMap((a, at) => members.slice(at + 1).map((b) => price(a, b))).reduce((sum, value) => sum + value, 0);
    terms.push(`${total} ${name}`);
    for (const member of members) rows[member]!.push(name);
    if (members.length === 4) rows[n]!.push(name);
  };
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) for (let c = b + 1; c < n; c++) {
    add([a, b, c]);
    if (n % 3 > 0) for (let d = c + 1; d < n; d++) add([a, b, c, d]);
  }
  const lines = (list: string[]): string => list.join(" +\n ");
  const names = terms.map((term) => term.split(" ")[1]!);
  const text = `Minimize\n ${lines(terms)}\nSubject To\n${rows.map((row, at) => (row.length === 0 ? "" : `r${at}: ${lines(row)} = ${at === n ? n % 3 : 1}`)).join("\n")}\nBinaries\n ${names.join("\n ")}\nEnd\n`;
  const folder = mkdtempSync(join(tmpdir(), "cbc-"));
  try {
    writeFileSync(join(folder, "model.lp"), text);
    const from = performance.now();
    const run = spawnSync("cbc", [join(folder, "model.lp"), "ratioGap", "0", "allowableGap", "0.999", "sec", String(seconds), "solve", "quit"], { encoding: "utf8", maxBuffer: 1 << 26 });
    const value = /Objective value:\s+([\d.eE+-]+)/.exec(run.stdout)?.[1];
    return { cost: Number(value ?? NaN), ms: Math.round(performance.now() - from), proven: run.stdout.includes("Optimal solution found") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Processor seconds of this process and its threads since the last call: what to compare on a busy machine. */
function processor(): () => number {
  let last = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    return Number(((user + system) / 1e6).toFixed(2));
  };
}

/** Prints time, cost, bound, proven or gap for every instance; CBC's time as a ratio of ours. */
export async function run(): Promise<void> {
  const table: Line[] = [];
  await scheduleGroups(groups(9, 0));
  const seconds = processor();
  for (const [n, seeds, limit, withCbc] of [[14, 3, 30, true], [15, 3, 30, true], [19, 3, 30, true], [33, 3, 30, true], [41, 3, 30, false], [151, 1, 60, false], [152, 1, 60, false], [153, 3, 60, false]] as const) {
    for (let seed = 1; seed <= seeds; seed++) {
      const input = groups(n, seed);
      let withinThree = NaN;
      seconds();
      const from = performance.now();
      let proofMs = NaN;
      const answer = await scheduleGroups(input, {
        timeLimitMs: limit * 1000,
        onProgress: ({ best, gap }) => {
          if (performance.now() - from < 3000) withinThree = best;
          if (gap === 0 && Number.isNaN(proofMs)) proofMs = performance.now() - from;
        },
      });
      const ms = Math.round(performance.now() - from);
      const used = seconds();
      if (answer.status !== "solved") throw new Error(`n = ${n} was not solved`);
      const other = hasCbc && withCbc && seed === 1 ? cbc(n, input, 60) : undefined;
      table.push({
        instance: `groups ${n} seed ${seed}`,
        "ms to proof": Math.round(Number.isNaN(proofMs) ? ms : proofMs),
        "ms with rounds left": ms,
        "CPU s": used,
        cost: answer.cost,
        bound: answer.lowerBound,
        "proven or gap": answer.proven ? "proven" : answer.gap,
        "off at 3 s": Number.isNaN(withinThree) ? "" : `${(((withinThree - answer.cost) / answer.cost) * 100).toFixed(2)}%`,
        CBC: other ? `${other.ms} ms, ${other.cost}${other.proven ? "" : " (not proven)"}, ${(other.ms / ms).toFixed(1)} x ours` : "",
      });
    }
  }
  for (const [sessions, people] of [[6, 60], [11, 130], [51, 400]] as const) {
    for (let seed = 1; seed <= 2; seed++) {
      const from = performance.now();
      seconds();
      const answer = await scheduleSessions(staffing(sessions, people, seed), { timeLimitMs: 30_000 });
      table.push({ instance: `staffing ${sessions}/${people} seed ${seed}`, "ms to proof": Math.round(performance.now() - from), "CPU s": seconds(), cost: answer.cost, bound: answer.lowerBound, "proven or gap": answer.proven ? "proven" : answer.gap, unplaced: answer.unplaced.length });
    }
  }
  console.table(table);
  const plans: Line[] = [];
  for (let n = 9; n <= 153; n += 3) {
    const from = performance.now();
    const plan = fullPlan(n);
    plans.push({ n, rounds: plan?.length ?? "none", limit: n % 6 === 3 ? (n - 1) / 2 : (n - 2) / 2, ms: Math.round(performance.now() - from) });
  }
  console.table(plans);
  const from = performance.now();
  const nineteen = await planRounds({ members: Array.from({ length: 19 }, (_, i) => `m${i}`) }, { timeLimitMs: 5000 });
  console.log(`19 members: ${nineteen.status === "solved" ? nineteen.rounds.length : 0} repeat-free rounds in ${Math.round(performance.now() - from)} ms (target 7 in 5000 ms)`);
  await closeWorkers();
}
