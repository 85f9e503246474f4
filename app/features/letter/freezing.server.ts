import { fingerprint } from "~/features/document";
import { uncheckedOf } from "~/features/child-data";
import { now } from "~/platform/clock.server";
import { Refusal } from "~/workflow/acting.server";
import type { Tx } from "~/workflow/process.server";
import { aboutRecord } from "./about.server";
import { LETTER_KEYS, letterContent, missingParts, saysSomething, type AccuracyOutcome, type LetterContent } from "./content";
import { standingTexts, structureOf, wordsOf } from "./writing.server";

/** The letter as it stands now, ready to freeze. Null before it is drafted. */
export async function letterNow(tx: Tx, recordId: string): Promise<LetterContent | null> {
  const structure = await structureOf(tx, recordId);
  if (!structure) return null;
  const [about, words, accuracy] = [await aboutRecord(tx, recordId), await wordsOf(recordId, tx), await accuracyOutcome(tx, recordId)];
  return {
    authority: about.authority,
    region: about.region,
    activity: about.activity,
    round: about.round,
    heldOn: about.heldOn,
    to: [...about.to],
    lead: about.lead,
    team: about.team.filter((name) => name !== about.lead),
    paragraphs: structure.paragraphs.map(({ id, section, findingIds }) => ({ id, section, findingIds, heading: words(id).heading.trim(), text: words(id).text.trim() })).filter(saysSomething),
    accuracy,
    frozenAt: now().toISOString(),
  };
}

/** How the newest accuracy check ended, from the record's own log; null while there was none. */
async function accuracyOutcome(tx: Tx, recordId: string): Promise<AccuracyOutcome | null> {
  const last = await tx.workflowEvent.findFirst({
    where: { workflowId: recordId, event: { in: ["accuracy.agree", "points.answer", "accuracy.proceed"] } },
    orderBy: { seq: "desc" },
    select: { event: true },
  });
  if (!last) return null;
  return last.event === "accuracy.agree" ? "agreed" : last.event === "points.answer" ? "pointsAnswered" : "noAnswer";
}

/**
 * Freezes the letter as its next version; its content never changes from then on.
 * @throws Refusal "no-letter", "no-strengths", "no-areas", "open-conflicts", "child-data", "already-final"
 */
export async function freezeLetter(tx: Tx, given: { readonly recordId: string; readonly kind: "sentForCheck" | "final"; readonly personId: string }): Promise<{ id: string; version: number; content: LetterContent }> {
  const { recordId, kind, personId } = given;
  const content = await letterNow(tx, recordId);
  if (!content) throw new Refusal("no-letter");
  const [missing] = missingParts(content.paragraphs);
  if (missing) throw new Refusal(missing === "strengths" ? "no-strengths" : "no-areas");
  const conflicts = await tx.keptTextHistory.count({ where: { outcome: "conflict", text: { workflowId: recordId, key: { startsWith: LETTER_KEYS } } } });
  if (conflicts > 0) throw new Refusal("open-conflicts");
  if (Object.keys(await uncheckedOf(recordId, await standingTexts(tx, recordId), tx)).length > 0) throw new Refusal("child-data");
  const before = await tx.letterVersion.findMany({ where: { recordId }, orderBy: { version: "desc" }, select: { version: true, kind: true } });
  // The database refuses a second final letter as well; here it is refused with its reason.
  if (before.some((one) => one.kind === "final")) throw new Refusal("already-final");
  const version = (before[0]?.version ?? 0) + 1;
  const { id } = await tx.letterVersion.create({
    data: { recordId, version, kind, content: letterContent.parse(content), sha256: fingerprint(content), byId: personId, at: now() },
    select: { id: true },
  });
  return { id, version, content };
}
