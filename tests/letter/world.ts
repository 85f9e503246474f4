import { randomUUID } from "node:crypto";

import { takeStep } from "~/features/challenge-record";
import { keepText } from "~/features/kept-text";
import { agreeFacts, draftFromFindings, finaliseLetter, raisePoint, sendForCheck, submitPoints } from "~/features/letter";
import type { Section } from "~/features/letter/content";
import { letterToEdit, type LetterToEdit } from "~/features/letter/editor.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { inTransaction } from "~/workflow/transaction.server";
import { lettersAtRandom } from "~tests/support/letters-at-random";
import { aChallengeRecord, done, type World } from "../challenge-record/world";

export { aHolder, done, lettersOf, stateOf, type World } from "../challenge-record/world";

export interface FindingToFile {
  readonly kind: "strength" | "area" | "recommendation" | "goodPractice";
  readonly theme?: string;
  readonly text?: string;
}

/** What a record has in most tests: two strengths of one theme, two areas, a recommendation and an offer. */
export const usualFindings: readonly FindingToFile[] = [
  { kind: "strength", theme: "leadership", text: "Leaders are seen by their staff." },
  { kind: "strength", theme: "leadership", text: "The vision is known at the front line." },
  { kind: "area", theme: "front door", text: "The team has 9 social workers, and calls wait." },
  { kind: "area", theme: "workforce", text: "Supervision is not always recorded." },
  { kind: "recommendation", theme: "workforce", text: "Look at how supervision is recorded." },
  { kind: "goodPractice", theme: "early help", text: "The family hubs are worth a visit." },
];

/** Files findings as a challenger would: the words kept, the finding filed. */
export async function filed(world: World, findings: readonly FindingToFile[] = usualFindings): Promise<World> {
  const author = world.challengers[0] ?? world.lead;
  for (const { kind, theme = "leadership", text = `${kind} ${lettersAtRandom()}` } of findings) {
    await inTransaction(async (tx) => {
      const { id } = await tx.finding.create({
        data: { recordId: world.id, authorId: author.personId, kind, theme, evidence: ["interview"], noNames: true, createdAt: now(), filedAt: now() },
        select: { id: true },
      });
      await keepText(tx, { workflowId: world.id, key: `finding:${id}`, value: text, baseRevision: 0, personId: author.personId });
    });
  }
  return world;
}

/** All findings are in. */
export async function findingsIn(findings?: readonly FindingToFile[], beside?: World): Promise<World> {
  const world = await filed(await aChallengeRecord({ beside }), findings);
  await done(takeStep({ recordId: world.id, actor: world.lead }, "findings.finish"));
  return world;
}

/** The letter is drafted from them. */
export async function drafted(findings?: readonly FindingToFile[], beside?: World): Promise<World> {
  const world = await findingsIn(findings, beside);
  const result = await draftFromFindings({ recordId: world.id, actor: world.lead });
  if (result.kind !== "saved") throw new Error(result.reason);
  return world;
}

/** Sent for its facts to be checked. */
export async function sent(findings?: readonly FindingToFile[], beside?: World): Promise<World> {
  const world = await drafted(findings, beside);
  await done(sendForCheck({ recordId: world.id, actor: world.lead }));
  return world;
}

/** With points sent by the director: each a quotation of a paragraph. */
export async function pointsSent(quotes: readonly string[]): Promise<World & { readonly pointIds: readonly string[] }> {
  const world = await sent();
  const pointIds: string[] = [];
  for (const quote of quotes) pointIds.push(await aPoint(world, { quote }));
  await done(submitPoints({ recordId: world.id, actor: world.host.dcs }));
  return { ...world, pointIds };
}

/** A point the director writes down; throws unless it is kept. */
export async function aPoint(world: World, over: { readonly quote: string; readonly version?: number }): Promise<string> {
  const pointId = randomUUID();
  const raised = await raisePoint({ ...(await pointOn(world, over.quote)), pointId, ...over });
  if (raised.kind !== "saved") throw new Error(`the point was not kept: ${JSON.stringify(raised)}`);
  return pointId;
}

/** A sound point on the paragraph that the words stand in. */
export async function pointOn(world: World, quote: string) {
  const version = await db.letterVersion.findFirstOrThrow({ where: { recordId: world.id, kind: "sentForCheck" }, orderBy: { version: "desc" } });
  const { paragraphs } = version.content as { paragraphs: { id: string; text: string }[] };
  const paragraph = paragraphs.find(({ text }) => text.includes(quote));
  return {
    recordId: world.id, actor: world.host.dcs, pointId: randomUUID(), version: version.version, paragraphId: paragraph?.id ?? "", quote, wrong: "There are 12.", right: "The team has 12 social workers.",
    evidence: "Workforce census of September", isFact: true, baseRevision: 0,
  };
}

/** Final, after the director agreed the facts. */
export async function final(findings?: readonly FindingToFile[], beside?: World): Promise<World> {
  const world = await sent(findings, beside);
  await done(agreeFacts({ recordId: world.id, actor: world.host.dcs }));
  await done(finaliseLetter({ recordId: world.id, actor: world.lead }));
  return world;
}

/** The letter as its editor shows it. */
export async function editor(world: Pick<World, "id">): Promise<LetterToEdit> {
  const letter = await letterToEdit(world.id);
  if (!letter) throw new Error("the letter is not drafted");
  return letter;
}

/** The first paragraph of a part. */
export async function paragraphIn(world: Pick<World, "id">, section: Section) {
  const paragraph = (await editor(world)).paragraphs.find((one) => one.section === section);
  if (!paragraph) throw new Error(`no paragraph of ${section}`);
  return paragraph;
}
