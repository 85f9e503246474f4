import { uncheckedIn, keepMarks, type Hit, type Mark } from "~/features/child-data";
import { keepText, settleConflict, type Settled, type Take } from "~/features/kept-text";
import { now } from "~/platform/clock.server";
import { isUuid } from "~/session/params";
import { Refusal, personOf, writing, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { FINDING_CHARACTERS, textKey } from "./findings";
import { isEvidence, isKind, lacking, mergeMeta, type FindingMeta, type MetaField } from "./meta";
import { rulesOf } from "./rules.server";


export type FindingSaved =
  | {
      readonly kind: "saved";
      readonly textRevision: number;
      readonly meta: FindingMeta;
      /** What somebody else chose differently meanwhile: theirs stands, and the page says so. */
      readonly clashes: readonly MetaField[];
      /** What may identify a child and nobody has looked at. The words are saved all the same. */
      readonly unchecked: readonly Hit[];
      readonly filed: boolean;
    }
  | { readonly kind: "conflict"; readonly keptId: string }
  | Refused;

export interface FindingToSave {
  readonly recordId: string;
  readonly findingId: string;
  readonly actor: Actor;
  readonly text: string;
  readonly textRevision: number;
  /** What stood beside the words when the page was made, and what the page says now. */
  readonly was: FindingMeta;
  readonly meta: FindingMeta;
  /** What the person has looked at and said not to be about a child. */
  readonly marks?: readonly Mark[];
}

/** Begins a finding: a draft that its author goes on writing. */
export function beginFinding({ recordId, kind, actor, id }: { readonly recordId: string; readonly kind: string; readonly actor: Actor; readonly id?: string }): Promise<{ readonly kind: "made"; readonly id: string } | Refused> {
  return writing(async (tx) => {
    const desk = await openDesk(tx, recordId, actor);
    if (!isKind(kind)) throw new Refusal("no-kind");
    // The same press twice begins one finding.
    if (id) await tx.$executeRaw`INSERT INTO finding (id, record_id, author_id, kind, theme, evidence, created_at) VALUES (${id}::uuid, ${recordId}::uuid, ${desk.personId}::uuid, ${kind}, '', '{}', ${now()}) ON CONFLICT (id) DO NOTHING`;
    const made = id ? { id } : await tx.finding.create({ data: { recordId, authorId: desk.personId, kind, theme: "", evidence: [], createdAt: now() }, select: { id: true } });
    return { kind: "made" as const, id: made.id };
  });
}

/**
 * Saves a finding as it is being written. The words are kept whatever is wrong with the rest: a second tab or
 * a second person gets a conflict to settle, never an overwrite. A finding that is filed already cannot be
 * left without what every filed finding has.
 *
 * Refused, and then not kept: "not-your-role", "not-being-filed", "no-such-finding", "not-your-finding",
 * "finding-removed", "too-long", "no-such-kloe", and for a filed one "no-text".
 */
export function saveFinding(given: FindingToSave): Promise<FindingSaved> {
  return writing((tx) => saveIn(tx, given));
}

/** The same inside a transaction that goes on. Throws a Refusal. */
export async function saveIn(tx: Tx, given: FindingToSave): Promise<Exclude<FindingSaved, Refused>> {
  const { recordId, findingId, text } = given;
  const desk = await openDesk(tx, recordId, given.actor);
  const finding = await lockFinding(tx, recordId, findingId);
  if (!finding) throw new Refusal("no-such-finding");
  if (finding.authorId !== desk.personId && !desk.leads) throw new Refusal("not-your-finding");
  if (finding.removedAt) throw new Refusal("finding-removed");
  if (text.length > FINDING_CHARACTERS) throw new Refusal("too-long");
  const filed = finding.filedAt !== null;
  if (filed && text.trim() === "") throw new Refusal("no-text");
  const stored = metaOf(finding);
  const merged = mergeMeta({ was: given.was, stored, posted: given.meta });
  const meta = filed && Object.keys(lacking(merged.meta, text)).length > 0 ? { ...merged.meta, theme: merged.meta.theme || stored.theme, evidence: merged.meta.evidence.length > 0 ? merged.meta.evidence : stored.evidence, noNames: true } : merged.meta;
  if (JSON.stringify(meta) !== JSON.stringify(stored)) {
    if (meta.theme !== "" && meta.theme !== stored.theme && !(await rulesOf(tx, recordId)).themes.includes(meta.theme)) throw new Refusal("no-theme");
    if (meta.kloeId !== null && meta.kloeId !== stored.kloeId && !(await isKloeOf(tx, recordId, meta.kloeId))) throw new Refusal("no-such-kloe");
    await tx.$executeRaw`
      UPDATE finding SET kind = ${meta.kind}, theme = ${meta.theme}, evidence = ${[...meta.evidence]}, kloe_id = ${meta.kloeId}::uuid, no_names = ${meta.noNames}, revision = revision + 1
       WHERE id = ${findingId}::uuid`;
  }
  const key = textKey(findingId);
  const kept = await keepText(tx, { workflowId: recordId, key, value: text, baseRevision: given.textRevision, personId: desk.personId });
  if (kept.kind === "conflict") return { kind: "conflict", keptId: kept.keptId };
  if (given.marks && given.marks.length > 0) await keepMarks(tx, { workflowId: recordId, key, marks: given.marks, personId: desk.personId });
  return { kind: "saved", textRevision: kept.revision, meta, clashes: merged.clashes, unchecked: await uncheckedIn({ workflowId: recordId, key, text }, tx), filed };
}

/** Settles a conflict in a finding's words. */
export function settleFinding(choice: { readonly recordId: string; readonly keptId: string; readonly take: Take; readonly baseRevision: number; readonly actor: Actor }): Promise<Settled | Refused> {
  return writing(async (tx) => {
    const desk = await openDesk(tx, choice.recordId, choice.actor);
    const kept = await tx.keptTextHistory.findFirst({ where: { id: choice.keptId, text: { workflowId: choice.recordId } }, select: { byId: true, text: { select: { key: true } } } });
    const finding = kept && (await lockFinding(tx, choice.recordId, kept.text.key.replace(textKey(""), "")));
    if (!kept || !finding) throw new Refusal("no-such-conflict");
    if (!desk.leads && finding.authorId !== desk.personId && kept.byId !== desk.personId) throw new Refusal("not-your-finding");
    return settleConflict(tx, { workflowId: choice.recordId, keptId: choice.keptId, take: choice.take, baseRevision: choice.baseRevision, personId: desk.personId });
  });
}

export interface Desk {
  readonly personId: string;
  readonly leads: boolean;
}

/**
 * Whether this person may write findings on a record now. Holds the record's lock against whoever would finish
 * the findings, but not against the others who write at the same moment.
 */
export async function openDesk(tx: Tx, recordId: string, actor: Actor): Promise<Desk> {
  const personId = personOf(actor);
  // Two statements: who is on the team is read once the lock is held, or a change just made would be missed.
  const [workflow] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM workflow WHERE id = ${recordId}::uuid AND machine = 'challenge-record' FOR SHARE`;
  const [row] = await tx.$queryRaw<{ roles: string[]; barred: boolean }[]>`
    SELECT ARRAY(SELECT role FROM workflow_party WHERE workflow_id = ${recordId}::uuid AND person_id = ${personId}::uuid AND "to" IS NULL
                    AND role IN ('leadChallenger', 'challenger')) AS roles,
           EXISTS (SELECT 1 FROM holding h JOIN post p ON p.id = h.post_id JOIN challenge_record r ON r.authority_id = p.authority_id
                    WHERE r.id = ${recordId}::uuid AND h.person_id = ${personId}::uuid AND h."from" <= ${now()} AND (h."to" IS NULL OR h."to" > ${now()})) AS barred`;
  if (!workflow || !row || row.barred || row.roles.length === 0) throw new Refusal("not-your-role");
  if (workflow.state !== "filingFindings") throw new Refusal("not-being-filed");
  return { personId, leads: row.roles.includes("leadChallenger") };
}

export interface FindingRow {
  readonly id: string;
  readonly authorId: string;
  readonly kind: string;
  readonly theme: string;
  readonly evidence: readonly string[];
  readonly kloeId: string | null;
  readonly noNames: boolean;
  readonly filedAt: Date | null;
  readonly removedAt: Date | null;
}

export async function lockFinding(tx: Tx, recordId: string, findingId: string): Promise<FindingRow | undefined> {
  if (!isUuid(findingId)) return undefined;
  const [row] = await tx.$queryRaw<FindingRow[]>`
    SELECT id, author_id AS "authorId", kind, theme, evidence, kloe_id AS "kloeId", no_names AS "noNames", filed_at AS "filedAt", removed_at AS "removedAt"
      FROM finding WHERE id = ${findingId}::uuid AND record_id = ${recordId}::uuid FOR UPDATE`;
  return row;
}

export function metaOf({ kind, theme, evidence, kloeId, noNames }: Pick<FindingRow, "kind" | "theme" | "evidence" | "kloeId" | "noNames">): FindingMeta {
  if (!isKind(kind)) throw new Error(`there is no finding of the kind "${kind}"`);
  return { kind, theme, evidence: evidence.filter(isEvidence), kloeId, noNames };
}

async function isKloeOf(tx: Tx, recordId: string, kloeId: string): Promise<boolean> {
  if (!isUuid(kloeId)) return false;
  const { activityId, authorityId } = await tx.challengeRecord.findUniqueOrThrow({ where: { id: recordId }, select: { activityId: true, authorityId: true } });
  return (await tx.kloe.count({ where: { id: kloeId, activityId, authorityId } })) > 0;
}
