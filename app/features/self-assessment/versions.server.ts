import { fingerprint } from "~/features/document";
import { dataProfile, periodInWords } from "~/features/indicator";
import { questionsOf, templateContent } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { Refusal } from "~/workflow/acting.server";
import type { Tx } from "~/workflow/process.server";
import { changeRole } from "~/workflow/parties.server";
import { answerTo, type DocumentContent, type Figure } from "./content";

/**
 * The whole document as it stands, with the figures it speaks of. Read inside the signing transaction,
 * which holds the workflow's row, so no edit can be half in it.
 */
export async function readDocument(tx: Tx, id: string, signedById: string): Promise<DocumentContent> {
  const record = await tx.selfAssessment.findUniqueOrThrow({
    where: { id },
    select: {
      authority: { select: { id: true, name: true } },
      cycle: { select: { name: true, region: { select: { name: true } }, templateVersion: { select: { content: true } } } },
      answers: { select: { questionId: true, value: true } },
      chapters: { select: { chapterId: true, authorId: true } },
      evidence: { where: { removedAt: null }, select: { id: true, name: true, type: true, size: true, sha256: true }, orderBy: { id: "asc" } },
    },
  });
  const people = await tx.person.findMany({
    where: { id: { in: [signedById, ...record.chapters.flatMap(({ authorId }) => authorId ?? [])] } },
    select: { id: true, name: true },
  });
  const nameOf = (personId: string | null) => people.find((person) => person.id === personId)?.name;
  const template = templateContent.parse(record.cycle.templateVersion.content);
  const stored = Object.fromEntries(record.answers.map((answer) => [answer.questionId, answer.value]));
  const answers = Object.fromEntries(questionsOf(template).map((question) => [question.id, answerTo(question, stored)]));
  return {
    authority: record.authority,
    region: record.cycle.region.name,
    round: record.cycle.name,
    template,
    answers,
    writtenBy: Object.fromEntries(record.chapters.flatMap(({ chapterId, authorId }) => {
      const name = nameOf(authorId);
      return name ? [[chapterId, name] as const] : [];
    })),
    evidence: record.evidence,
    figures: await figuresFor(tx, record.authority.id),
    signedBy: nameOf(signedById) ?? "",
    signedAt: now().toISOString(),
  };
}

/** The authority's figures as a document carries them: newest year, beside England, the region and its neighbours. */
export async function figuresFor(tx: Tx, authorityId: string): Promise<Figure[]> {
  return (await dataProfile(authorityId, tx)).map((figure) => ({
    indicatorId: figure.id,
    label: figure.label,
    unit: figure.unit,
    period: periodInWords(figure.period),
    authority: figure.value,
    england: figure.england,
    region: figure.region,
    neighbours: figure.neighbourMedian,
    outlier: figure.outlier,
  }));
}

/** Freezes the document as its next version. From here on its content never changes. */
export async function freeze(tx: Tx, id: string, signedById: string): Promise<number> {
  const last = await tx.documentVersion.findFirst({ where: { selfAssessmentId: id }, orderBy: { version: "desc" }, select: { version: true } });
  const content = await readDocument(tx, id, signedById);
  const version = (last?.version ?? 0) + 1;
  await tx.documentVersion.create({
    data: { selfAssessmentId: id, version, content, sha256: fingerprint(content), signedById, signedAt: new Date(content.signedAt) },
    select: { id: true },
  });
  return version;
}

/** The version that signatures and endorsements are about now: the newest, unless it was voided. */
export async function currentVersion(tx: Tx, id: string): Promise<{ id: string; version: number }> {
  const newest = await tx.documentVersion.findFirst({
    where: { selfAssessmentId: id },
    orderBy: { version: "desc" },
    select: { id: true, version: true, voidedAt: true },
  });
  if (!newest || newest.voidedAt) throw new Refusal("no-such-version");
  return newest;
}

/** Takes back the signature and every endorsement of what was not submitted, or was returned: the endorsers are asked afresh. */
export async function voidCurrent(tx: Tx, id: string): Promise<void> {
  const newest = await tx.documentVersion.findFirst({ where: { selfAssessmentId: id }, orderBy: { version: "desc" }, select: { id: true, voidedAt: true } });
  if (newest && !newest.voidedAt) await tx.documentVersion.update({ where: { id: newest.id }, data: { voidedAt: now() }, select: { id: true } });
  await askEndorsersAfresh(tx, id);
}

const roleOfPost: Readonly<Record<string, string>> = { "chief-executive": "chiefExecutive", "lead-member": "leadMember" };

/** Those who had endorsed are once more yet to endorse. */
export async function askEndorsersAfresh(tx: Tx, id: string): Promise<void> {
  const endorsers = await tx.workflowParty.findMany({
    where: { workflowId: id, role: "endorser", to: null, postId: { not: null } },
    select: { postId: true, post: { select: { kind: true } } },
  });
  for (const { postId, post } of endorsers) {
    const role = post && roleOfPost[post.kind];
    if (postId && role) await changeRole(tx, id, { from: "endorser", to: role, postId });
  }
}

/** "SE-2627-KENT-1": region, round, authority, version. Given at submission; a later version has a later number. */
export function referenceFor({ regionId, round, authorityId, version }: { regionId: string; round: string; authorityId: string; version: number }): string {
  const region = regionId.split("-").filter((word) => !["and", "the", "of"].includes(word)).map((word) => word.charAt(0)).join("");
  const years = round.match(/\d+/g)?.map((year) => year.slice(-2)).join("") ?? "";
  return [region, years || round.replace(/\W+/g, ""), authorityId, version].join("-").toUpperCase();
}

/** What submission writes: the time and the reference, on the record and on its version. */
export async function markSubmitted(tx: Tx, id: string): Promise<void> {
  const { id: versionId, version } = await currentVersion(tx, id);
  const { authorityId, cycle } = await tx.selfAssessment.findUniqueOrThrow({
    where: { id },
    select: { authorityId: true, cycle: { select: { name: true, regionId: true } } },
  });
  const at = now();
  await tx.documentVersion.update({ where: { id: versionId }, data: { submittedAt: at }, select: { id: true } });
  await tx.selfAssessment.update({
    where: { id },
    data: { submittedAt: at, reference: referenceFor({ regionId: cycle.regionId, round: cycle.name, authorityId, version }) },
    select: { id: true },
  });
}
