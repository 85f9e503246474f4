import { expect, test } from "vitest";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { applyImport, dryRun } from "~/features/people/import/import.server";
import { directoryCsv } from "~/features/people/export.server";
import { directoryOf } from "~/features/people/queries.server";
import type { SignedIn } from "~/workflow/actor.server";
import { aHolder, aRegion } from "~tests/session/world";

async function aKeeper() {
  const { id, authorityId } = await aRegion();
  const coordinator = await aHolder({ regionId: id, kind: "sli-coordinator", name: "Priya Nair" });
  const authority = await db.authority.findUniqueOrThrow({ where: { id: authorityId } });
  const actor: SignedIn = {
    ...coordinator.actor, name: "Priya Nair", email: coordinator.person.email,
    holdings: [{ postId: coordinator.post.id, kind: "sli-coordinator", title: "Coordinator", regionId: id, authorityId: null }],
  };
  return { regionId: id, authority, actor, unique: id.slice(7) };
}

async function census() {
  return { people: await db.person.count(), posts: await db.post.count(), holdings: await db.holding.count(), emails: await db.outboxEmail.count() };
}

const header = "name,email,phone,post,title,authority,from,to";

test("a dry run lists every bad row with its line, column, kind of value and reason, and writes nothing", async () => {
  const { regionId, authority, actor, unique } = await aKeeper();
  const elsewhere = await aRegion("Elsewhere");
  const other = await db.authority.findUniqueOrThrow({ where: { id: elsewhere.authorityId } });
  const dcs = await aHolder({ regionId, authorityId: authority.id, kind: "dcs", name: "Amara Okafor" });
  const left = await db.person.create({ data: { name: "Gone Away", email: `gone-${unique}@example.org`, leftAt: new Date() } });
  const text = [
    header,
    `Good One,good-${unique}@example.org,,section-author,,${authority.name},,`,
    `,no-name-${unique}@example.org,,section-author,,${authority.name},,`,
    `No Address,not an address,,section-author,,${authority.name},,`,
    `Strange Post,strange-${unique}@example.org,,chief wizard,,${authority.name},,`,
    `No Place,no-place-${unique}@example.org,,section-author,,,,`,
    `Unknown Place,unknown-${unique}@example.org,,section-author,,Atlantis,,`,
    `Other Region,other-${unique}@example.org,,section-author,,${other.codeGss},,`,
    `Region Post,region-${unique}@example.org,,facilitator,,${authority.name},,`,
    `Bad Day,bad-day-${unique}@example.org,,section-author,,${authority.name},31/02/2026,`,
    `Backwards,backwards-${unique}@example.org,,section-author,,${authority.name},2026-12-01,2026-11-01`,
    `Good One,good-${unique}@example.org,,section-author,,${authority.name},,`,
    `Another Name,good-${unique}@example.org,,performance-lead,,${authority.name},,`,
    `Second Director,second-${unique}@example.org,,dcs,,${authority.name},,`,
    `Chief A,chief-a-${unique}@example.org,,chief-executive,,${authority.name},,`,
    `Chief B,chief-b-${unique}@example.org,,chief-executive,,${authority.name},,`,
    `Gone Away,${left.email},,section-author,,${authority.name},,`,
  ].join("\n");
  const before = await census();
  const result = await dryRun({ text, regionId, actor });
  if (result.kind !== "checked") throw new Error("refused");
  expect(result.problems.map(({ line, column, found }) => [line, column, found])).toEqual([
    [3, "name", "nothing"],
    [4, "email", "text"],
    [5, "post", "text"],
    [6, "authority", "nothing"],
    [7, "authority", "text"],
    [8, "authority", "text"],
    [9, "authority", "text"],
    [10, "from", "a date"],
    [11, "to", "a date"],
    [12, "row", null],
    [13, "name", "text"],
    [14, "post", "text"],
    [16, "post", "text"],
    [17, "email", "an email address"],
  ]);
  expect(result.problems.every((problem) => problem.reason.length > 10 && !problem.reason.includes("@"))).toBe(true);
  expect(await census()).toEqual(before);
  // Nor does applying it, whatever the page said.
  expect(await applyImport({ text, regionId, actor, digest: result.digest, tell: true })).toMatchObject({ kind: "problems" });
  expect(await census()).toEqual(before);
  expect(dcs.holdingId).toBeTruthy();
});

test("a sound file is applied whole: people, posts, holdings and their emails", () => at(new Date("2026-11-26T12:00:00Z"), async () => {
  const { regionId, authority, actor, unique } = await aKeeper();
  const text = [
    header,
    `Amara Okafor,Amara-${unique}@Example.org,01622 555010,dcs,,${authority.codeGss},,`,
    `Samuel Price,samuel-${unique}@example.org,,Director’s delegate,,${authority.name.toUpperCase()},,`,
    `Samuel Price,samuel-${unique}@example.org,,section-author,Author of chapter 3,${authority.name},01/12/2026,31/07/2027`,
    `Colin Marsh,colin-${unique}@example.org,,facilitator,,,,`,
  ].join("\n");
  const checked = await dryRun({ text, regionId, actor });
  if (checked.kind !== "checked") throw new Error("refused");
  expect(checked.problems).toEqual([]);
  expect(checked.counts).toEqual({ rows: 4, newPeople: 3, newPosts: 4, newHoldings: 4, unchanged: 0 });
  const before = await census();
  expect(await applyImport({ text, regionId, actor, digest: checked.digest, tell: true })).toMatchObject({ kind: "applied" });
  expect(await census()).toEqual({ people: before.people + 3, posts: before.posts + 4, holdings: before.holdings + 4, emails: before.emails + 4 });
  const author = await db.holding.findFirstOrThrow({ where: { post: { regionId, title: "Author of chapter 3" } } });
  expect([author.from.toISOString(), author.to?.toISOString()]).toEqual(["2026-12-01T00:00:00.000Z", "2027-07-31T23:00:00.000Z"]);
  // The same file again: nothing is left to do.
  const again = await dryRun({ text, regionId, actor });
  expect(again).toMatchObject({ problems: [], counts: { newPeople: 0, newPosts: 0, newHoldings: 0, unchanged: 4 } });
}));

test("only the text that was checked is applied, by the person and in the region of the check", async () => {
  const { regionId, authority, actor, unique } = await aKeeper();
  const second = await aKeeper();
  const text = `${header}\nAmara Okafor,amara-${unique}@example.org,,dcs,,${authority.name},,`;
  const checked = await dryRun({ text, regionId, actor });
  if (checked.kind !== "checked") throw new Error("refused");
  const before = await census();
  const refused = { kind: "refused", reason: "not-the-checked-file" };
  expect(await applyImport({ text: text.replace("dcs", "dass"), regionId, actor, digest: checked.digest, tell: true })).toEqual(refused);
  expect(await applyImport({ text, regionId: second.regionId, actor: second.actor, digest: checked.digest, tell: true })).toEqual(refused);
  expect(await applyImport({ text, regionId, actor: second.actor, digest: checked.digest, tell: true })).toEqual({ kind: "refused", reason: "not-yours" });
  expect(await applyImport({ text, regionId, actor, digest: "", tell: true })).toEqual(refused);
  expect(await census()).toEqual(before);
  // A browser sends line breaks in its own way: that is the same text.
  expect(await applyImport({ text: `${text.replace(/\n/g, "\r\n")}\r\n`, regionId, actor, digest: checked.digest, tell: false })).toMatchObject({ kind: "applied" });
  expect((await census()).emails).toBe(before.emails);
});

test("a register that changed after the check refuses the file whole", async () => {
  const { regionId, authority, actor, unique } = await aKeeper();
  const text = `${header}\nNew Author,author-${unique}@example.org,,section-author,,${authority.name},,\nAmara Okafor,amara-${unique}@example.org,,dcs,,${authority.name},,`;
  const checked = await dryRun({ text, regionId, actor });
  if (checked.kind !== "checked") throw new Error("refused");
  await aHolder({ regionId, authorityId: authority.id, kind: "dcs" });
  const before = await census();
  expect(await applyImport({ text, regionId, actor, digest: checked.digest, tell: true })).toMatchObject({ kind: "problems", problems: [{ line: 3, column: "post" }] });
  expect(await census()).toEqual(before);
});

test("the directory as CSV runs no formula in a spreadsheet", async () => {
  const { regionId, authority, actor } = await aKeeper();
  for (const [index, name] of ["=HYPERLINK(\"http://evil\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1"].entries()) {
    await aHolder({ regionId, authorityId: authority.id, kind: "section-author", name, email: `formula-${index}-${regionId}@example.org` });
  }
  const directory = await directoryOf(actor, { regionId });
  if (!directory) throw new Error("no directory");
  const csv = directoryCsv(directory);
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv).toContain("'=HYPERLINK");
  expect(csv.split(/[\r\n,]+/).filter((cell) => /^"?[=+@\t-]/.test(cell))).toEqual([]);
  expect(csv).toContain("dcs");
});
