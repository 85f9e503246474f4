import { expect, test } from "vitest";

import { beginFinding, countsOf, changeLead, fileFinding, findingsOf, finishFindings, headOf, removeFinding, reopenFindings, restoreFinding, saveFinding, settleFinding } from "~/features/challenge-record";
import { allFindings } from "~/features/challenge-record/findings-list.server";
import { childDataIn, hitName } from "~/features/child-data";
import { openConflicts } from "~/features/kept-text";
import { db } from "~/platform/db.server";
import { aChallenger, aChallengeRecord, aDraftFinding, aFinding, done, filed, lettersOf, someMeta, stateOf } from "./world";

const first = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (item === undefined) throw new Error("one was expected");
  return item;
};

test("a draft is the team's to read and counts for nothing; once filed it counts and the lead is told", async () => {
  const world = await aChallengeRecord();
  const author = first(world.challengers);
  const findingId = await aDraftFinding(world, author, "The front door answers within a day.", { kloeId: world.kloeIds[0] ?? null });
  expect(await allFindings(world.id)).toMatchObject([{ id: findingId, text: "The front door answers within a day.", filedAt: null, author: { name: author.name }, kloe: { number: 1 } }]);
  expect((await countsOf(world.id)).byKind.strength).toBe(0);
  expect(await fileFinding({ recordId: world.id, findingId, actor: author })).toMatchObject({ kind: "moved", to: "filingFindings" });
  expect((await countsOf(world.id)).byKind.strength).toBe(1);
  expect(await findingsOf(world.id)).toHaveLength(1);
  expect(await lettersOf(world.id, "finding.file")).toEqual(["challenge-record/finding-filed > Grace Lead"]);
});

test("no letter of the record holds a word of a finding", async () => {
  const world = await aChallengeRecord();
  await filed(world);
  await done(finishFindings({ recordId: world.id, actor: world.lead }));
  const letters = await db.outboxEmail.findMany({ where: { workflowId: world.id } });
  expect(letters.length).toBeGreaterThan(3);
  expect(JSON.stringify(letters)).not.toMatch(/known to every team|Supervision is not/);
});

test.each([
  ["no-text", { text: "  " }],
  ["no-theme", { meta: { theme: "" } }],
  ["no-evidence", { meta: { evidence: [] } }],
  ["no-names-tick", { meta: { noNames: false } }],
  ["child-data", { text: "We read about the child named Tom." }],
] as const)("a finding is not filed while: %s", async (reason, { text, meta }: { text?: string; meta?: object }) => {
  const world = await aChallengeRecord({ challengers: 1 });
  const author = first(world.challengers);
  const findingId = await aDraftFinding(world, author, text ?? "Words", meta ?? {});
  expect(await fileFinding({ recordId: world.id, findingId, actor: author })).toEqual({ kind: "refused", reason });
  expect((await findingsOf(world.id)).length).toBe(0);
});

test("what seems to identify a child is filed only after somebody has looked at it and said why, and an edit asks anew", async () => {
  const world = await aChallengeRecord({ challengers: 1 });
  const author = first(world.challengers);
  const text = "Letters go to SO14 7LP, the council's office.";
  const findingId = await aDraftFinding(world, author, text);
  const hit = first(childDataIn(text));
  const meta = someMeta();
  const saved = await saveFinding({ recordId: world.id, findingId, actor: author, text, textRevision: 1, was: meta, meta, marks: [{ hit: hitName(hit), kind: hit.kind, reason: "The council's office" }] });
  expect(saved).toMatchObject({ kind: "saved", unchecked: [] });
  await done(fileFinding({ recordId: world.id, findingId, actor: author }) as ReturnType<typeof finishFindings>);
  await aFinding(world, world.lead, "An area", { kind: "area" });
  // A filed finding is never left behind a refusal to save; but it cannot slip into the letter.
  expect(await saveFinding({ recordId: world.id, findingId, actor: author, text: `${text} Also SO14 7LQ.`, textRevision: 1, was: meta, meta })).toMatchObject({ kind: "saved", unchecked: [{ excerpt: "SO14 7LQ" }] });
  expect(await finishFindings({ recordId: world.id, actor: world.lead })).toEqual({ kind: "refused", reason: "nothingUnchecked" });
  await saveFinding({ recordId: world.id, findingId, actor: author, text, textRevision: 2, was: meta, meta });
  await done(finishFindings({ recordId: world.id, actor: world.lead }));
});

test("strengths and areas must both be there, and only the lead challenger finishes", async () => {
  const world = await aChallengeRecord();
  const finish = (actor = world.lead) => finishFindings({ recordId: world.id, actor });
  expect(await finish()).toEqual({ kind: "refused", reason: "hasStrengths" });
  await aFinding(world, world.lead, "A strength");
  expect(await finish()).toEqual({ kind: "refused", reason: "hasAreas" });
  const area = await aFinding(world, first(world.challengers), "An area", { kind: "area" });
  await done(removeFinding({ recordId: world.id, findingId: area, actor: world.lead }) as ReturnType<typeof finishFindings>);
  expect(await finish()).toEqual({ kind: "refused", reason: "hasAreas" });
  await done(restoreFinding({ recordId: world.id, findingId: area, actor: first(world.challengers) }) as ReturnType<typeof finishFindings>);
  for (const actor of [first(world.challengers), world.host.dcs, world.region.coordinator, world.other.dcs]) expect(await finish(actor)).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await finish()).toMatchObject({ kind: "moved", to: "draftingLetter" });
  expect(await lettersOf(world.id, "findings.finish")).toEqual([
    "challenge-record/findings-are-in > Challenger 1", "challenge-record/findings-are-in > Challenger 2", "challenge-record/findings-are-in > Director of Ashford",
    "challenge-record/findings-are-in > Grace Lead", "challenge-record/findings-are-in > Priya Nair", "challenge-record/findings-are-in > Sam Deputy",
  ]);
});

test("the author and the lead who write one finding at once get a conflict to settle; it holds up the finish until settled", async () => {
  const world = await filed(await aChallengeRecord());
  const author = first(world.challengers);
  const findingId = await aFinding(world, author, "First words");
  const meta = someMeta();
  const write = (actor: typeof author, text: string) => saveFinding({ recordId: world.id, findingId, actor, text, textRevision: 1, was: meta, meta });
  expect(await write(author, "The author's")).toMatchObject({ kind: "saved", textRevision: 2 });
  const other = await write(world.lead, "The lead's");
  if (other.kind !== "conflict") throw new Error("a conflict was expected");
  expect(await finishFindings({ recordId: world.id, actor: world.lead })).toEqual({ kind: "refused", reason: "noConflictOpen" });
  const conflict = first(await openConflicts(world.id));
  expect(await settleFinding({ recordId: world.id, keptId: conflict.keptId, take: "both", baseRevision: conflict.revision, actor: author })).toMatchObject({ kind: "saved", revision: 3 });
  expect((await allFindings(world.id)).find((finding) => finding.id === findingId)?.text).toBe("The author's\n\nThe lead's");
  await done(finishFindings({ recordId: world.id, actor: world.lead }));
});

test("two who change different things beside the words both have their way; the same thing, and the first stands and the second is told", async () => {
  const world = await aChallengeRecord();
  const author = first(world.challengers);
  const findingId = await aDraftFinding(world, author, "Words");
  const was = someMeta();
  const write = (actor: typeof author, over: object) => saveFinding({ recordId: world.id, findingId, actor, text: "Words", textRevision: 1, was, meta: { ...was, ...over } });
  expect(await write(author, { theme: "workforce" })).toMatchObject({ kind: "saved", clashes: [] });
  expect(await write(world.lead, { evidence: ["data"] })).toMatchObject({ kind: "saved", clashes: [], meta: { theme: "workforce", evidence: ["data"] } });
  expect(await write(world.lead, { theme: "SEND" })).toMatchObject({ kind: "saved", clashes: ["theme"], meta: { theme: "workforce" } });
});

test("nobody else writes somebody's finding: not another challenger, the host, the coordinator or another group", async () => {
  const world = await aChallengeRecord();
  const [author, colleague] = world.challengers;
  if (!author || !colleague) throw new Error("two challengers are needed");
  const findingId = await aDraftFinding(world, author, "Words");
  const meta = someMeta();
  const write = (actor: typeof author) => saveFinding({ recordId: world.id, findingId, actor, text: "Mine now", textRevision: 1, was: meta, meta });
  expect(await write(colleague)).toEqual({ kind: "refused", reason: "not-your-finding" });
  for (const actor of [world.host.dcs, world.region.coordinator, world.third.dcs]) {
    expect(await write(actor)).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await beginFinding({ recordId: world.id, kind: "strength", actor })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await fileFinding({ recordId: world.id, findingId, actor })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await removeFinding({ recordId: world.id, findingId, actor })).toEqual({ kind: "refused", reason: "not-your-role" });
  }
  expect(await removeFinding({ recordId: world.id, findingId, actor: colleague })).toEqual({ kind: "refused", reason: "not-your-finding" });
});

test("a finding taken out is told to whoever filed it, keeps every word, and comes back as it was", async () => {
  const world = await aChallengeRecord();
  const author = first(world.challengers);
  const findingId = await aFinding(world, author, "Words");
  await done(removeFinding({ recordId: world.id, findingId, actor: world.lead }) as ReturnType<typeof finishFindings>);
  expect(await lettersOf(world.id, "finding.remove")).toEqual(["challenge-record/finding-removed > Challenger 1", "challenge-record/finding-removed > Grace Lead"]);
  const meta = someMeta();
  expect(await saveFinding({ recordId: world.id, findingId, actor: author, text: "More", textRevision: 1, was: meta, meta })).toEqual({ kind: "refused", reason: "finding-removed" });
  await done(restoreFinding({ recordId: world.id, findingId, actor: author }) as ReturnType<typeof finishFindings>);
  expect(await findingsOf(world.id)).toMatchObject([{ id: findingId, text: "Words", removedAt: null }]);
  const draft = await aDraftFinding(world, author, "A draft");
  expect(await removeFinding({ recordId: world.id, findingId: draft, actor: author })).toEqual({ kind: "saved" });
});

test("bad input is a refusal: a kind, a theme or a line of enquiry there is not, and a text that is too long", async () => {
  const world = await aChallengeRecord();
  const author = first(world.challengers);
  const elsewhere = await aChallengeRecord();
  expect(await beginFinding({ recordId: world.id, kind: "verdict", actor: author })).toEqual({ kind: "refused", reason: "no-kind" });
  const findingId = await aDraftFinding(world, author, "Words");
  const was = someMeta();
  const write = (over: object, text = "Words") => saveFinding({ recordId: world.id, findingId, actor: author, text, textRevision: 1, was, meta: { ...was, ...over } });
  expect(await write({ theme: "gossip" })).toEqual({ kind: "refused", reason: "no-theme" });
  expect(await write({ kloeId: elsewhere.kloeIds[0] })).toEqual({ kind: "refused", reason: "no-such-kloe" });
  expect(await write({ kloeId: "nonsense" })).toEqual({ kind: "refused", reason: "no-such-kloe" });
  expect(await write({}, "x".repeat(8001))).toEqual({ kind: "refused", reason: "too-long" });
  expect(await saveFinding({ recordId: elsewhere.id, findingId, actor: elsewhere.lead, text: "Words", textRevision: 1, was, meta: was })).toEqual({ kind: "refused", reason: "no-such-finding" });
});

test("findings finished are closed to everybody, and open again as they were when the lead says so", async () => {
  const world = await filed(await aChallengeRecord());
  const author = first(world.challengers);
  const findingId = await aDraftFinding(world, author, "Half a thought");
  await done(finishFindings({ recordId: world.id, actor: world.lead }));
  const meta = someMeta();
  const write = () => saveFinding({ recordId: world.id, findingId, actor: author, text: "A whole thought", textRevision: 1, was: meta, meta });
  expect(await write()).toEqual({ kind: "refused", reason: "not-being-filed" });
  expect(await fileFinding({ recordId: world.id, findingId, actor: author })).toEqual({ kind: "refused", reason: "not-being-filed" });
  expect(await reopenFindings({ recordId: world.id, actor: author })).toEqual({ kind: "refused", reason: "not-your-role" });
  await done(reopenFindings({ recordId: world.id, actor: world.lead }));
  expect(await write()).toMatchObject({ kind: "saved" });
  expect(await stateOf(world.id)).toBe("filingFindings");
});

test("the coordinator asks somebody else to lead: never somebody of the host, and both are told", async () => {
  const world = await aChallengeRecord();
  const { coordinator } = world.region;
  const ofHost = await aChallenger(world.region, world.host, "Of the host");
  const next = first(world.challengers);
  expect(await changeLead({ recordId: world.id, actor: coordinator, personId: ofHost.personId })).toEqual({ kind: "refused", reason: "of-the-host" });
  expect(await changeLead({ recordId: world.id, actor: coordinator, personId: world.lead.personId })).toEqual({ kind: "refused", reason: "already-lead" });
  expect(await changeLead({ recordId: world.id, actor: world.lead, personId: next.personId })).toEqual({ kind: "refused", reason: "not-your-role" });
  await done(changeLead({ recordId: world.id, actor: coordinator, personId: next.personId }));
  const head = await headOf(next, world.id);
  expect(head?.lead?.name).toBe(next.name);
  expect(head?.team.map((member) => [member.name, member.role])).toEqual([["Challenger 1", "leadChallenger"], ["Challenger 2", "challenger"], ["Grace Lead", "challenger"]]);
  expect(await lettersOf(world.id, "lead.change")).toEqual(["challenge-record/lead-changed > Challenger 1", "challenge-record/lead-changed > Director of Ashford", "challenge-record/lead-changed > Grace Lead", "challenge-record/lead-changed > Priya Nair", "challenge-record/lead-changed > Sam Deputy"]);
});
