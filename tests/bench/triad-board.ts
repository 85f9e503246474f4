import "~/features/processes.server";

import { askSearch, boardPage, changeGroups, createArrangement, draftsOf, movePage, runSearch } from "~/features/arrangement";
import { firstRules } from "~/features/arrangement/rules";
import { db, pool } from "~/platform/db.server";
import { closeWorkers } from "~/scheduling";
import type { SignedIn } from "~/workflow/actor.server";
import { publishMachines } from "~/workflow/publish.server";

import { each, median, progress, spread } from "./measure";

const years = 10;
const calls = 30;

/**
 * The triad board for a region of 19 and for one of all England's 153, with ten years of rounds behind
 * them. Aim: the board of 153 in under half a second, so that changing it by hand stays at hand.
 */
export async function run(): Promise<void> {
  await publishMachines();
  const england = (await db.authority.findMany({ where: { validTo: null }, select: { id: true, regionId: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
  const southEast = (await db.authority.findMany({ where: { regionId: "south-east" }, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
  const most = (await db.authority.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id).slice(0, 153);
  const small = await measure("south-east", southEast);
  const large = await measure("everywhere", england.length >= 153 ? england.slice(0, 153) : most);
  for (const name of Object.keys(small) as (keyof typeof small)[]) {
    console.log(`  ${name.padEnd(26)} 19 authorities ${spread(small[name])}   153 authorities ${spread(large[name])}   ratio ${(median(large[name]) / median(small[name])).toFixed(1)}`);
  }
  await closeWorkers();
}

async function measure(regionId: string, authorityIds: readonly string[]) {
  progress(`${authorityIds.length} authorities: making ${years} years of rounds`);
  await db.region.upsert({ where: { id: regionId }, create: { id: regionId, name: regionId, codeGss: regionId }, update: {} });
  const post = await db.post.create({ data: { kind: "sli-coordinator", title: "coordinator", regionId } });
  const person = await db.person.create({ data: { name: "Coordinator", email: `${regionId}@example.org`, holdings: { create: { postId: post.id, from: new Date("2015-01-01") } } } });
  const actor: SignedIn = { kind: "person", personId: person.id, name: person.name, email: person.email, holdings: [{ postId: post.id, kind: post.kind, title: post.title, regionId, authorityId: null }] };
  for (let year = years; year > 0; year -= 1) await round(regionId, 2026 - year, authorityIds, inThrees(rotated(authorityIds, year * 7)));
  const cycleId = await round(regionId, 2026, authorityIds, []);
  const earlier = (await db.cycle.findMany({ where: { regionId, id: { not: cycleId } }, select: { id: true } })).map(({ id }) => id);
  const made = await createArrangement({ cycleId, name: "Bench", rules: { ...firstRules, earlier, seconds: 30 }, groups: inThrees(authorityIds), actor });
  if (made.kind !== "saved") throw new Error(JSON.stringify(made));
  const { id } = made;
  await pool.query("ANALYZE");
  progress("reading and changing the board");
  const board = await boardPage(actor, cycleId, id);
  if (board?.memberCount !== authorityIds.length || board.groups.length === 0) throw new Error("the bench measures nothing");
  const [first = "", , , fourth = ""] = authorityIds;
  const measured = {
    "board page": await each(calls, () => boardPage(actor, cycleId, id)),
    "page of one move": await each(calls, () => movePage(actor, cycleId, id, first)),
    "list of drafts": await each(calls, () => draftsOf(actor, cycleId)),
    "a change by hand": await each(calls, () => changeGroups(id, { kind: "swap", a: first, b: fourth }, actor)),
  };
  progress("searching for groups");
  const asked = await askSearch(id, "groups", actor);
  if (asked.kind !== "asked") throw new Error(JSON.stringify(asked));
  const started = performance.now();
  const running = runSearch(asked.searchId);
  for (;;) {
    const { stage } = await db.arrangementSearch.findUniqueOrThrow({ where: { id: asked.searchId }, select: { stage: true } });
    if (stage !== "waiting" && stage !== "running") break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const after = await boardPage(actor, cycleId, id);
  console.log(`${authorityIds.length} authorities: groups on the board after ${Math.round(performance.now() - started)} ms, ${after?.standing.title ?? "no board"}, ${after?.certificate?.repeats ?? "?"} repeats, gap ${after?.certificate?.gap ?? "?"}`);
  await running;
  return measured;
}

async function round(regionId: string, year: number, authorityIds: readonly string[], groups: readonly (readonly string[])[]): Promise<string> {
  const template = await db.template.create({ data: { regionId, name: "Template", versions: { create: { version: 1, content: { chapters: [] } } } }, include: { versions: true } });
  const rules = { challengeStyle: "triads", visibility: "region", endorsements: [], outlierRule: false, moderation: { needed: false, workingDaysBefore: 0 }, followUpMonths: 6, shareAutomatically: false, takingPart: authorityIds };
  const { rows } = await pool.query<{ id: string }>(
    `WITH round AS (
       INSERT INTO workflow (id, machine, machine_version, state, revision, region_id, title, since, created_at)
       VALUES (uuidv7(), 'cycle', '1', 'draft', 0, $1, 'Round', now(), now()) RETURNING id
     ) INSERT INTO cycle (id, region_id, name, template_version_id, opens_on, submissions_due_on, challenge_starts_on, summit_on, ends_on, rules)
       SELECT id, $1, $2, $3, $4, $4, $4, $4, $4, $5 FROM round RETURNING id`,
    [regionId, String(year), template.versions[0]?.id, `${year}-09-01`, JSON.stringify(rules)],
  );
  const id = rows[0]?.id ?? "";
  for (const [index, members] of groups.entries()) {
    await db.cycleGroup.create({ data: { cycleId: id, number: index + 1, members: { create: members.map((authorityId) => ({ authorityId })) } } });
  }
  return id;
}

function rotated(ids: readonly string[], by: number): string[] {
  return ids.map((_, at) => ids[(at * by + at) % ids.length] ?? "").filter((id, at, all) => all.indexOf(id) === at).concat(ids).filter((id, at, all) => all.indexOf(id) === at);
}

function inThrees(ids: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (let at = 0; at + 3 <= ids.length; at += 3) groups.push(ids.slice(at, at + 3));
  ids.slice(groups.length * 3).forEach((id, at) => groups.at(-1 - at)?.push(id));
  return groups;
}
