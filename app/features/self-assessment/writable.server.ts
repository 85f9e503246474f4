import { contentOf, type TemplateContent, type VersionAt } from "~/features/template";
import { now } from "~/platform/clock.server";
import { Refusal } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { WRITABLE } from "./words";

/** What somebody who writes works in: the questions, and which chapters are theirs. */
export interface Desk {
  readonly personId: string;
  readonly state: string;
  readonly authorityId: string;
  readonly template: TemplateContent;
  /** Director and delegate write everywhere; an author in the chapters asked of them. */
  readonly everywhere: boolean;
  readonly chapterIds: readonly string[];
}

interface Row {
  readonly authorityId: string;
  readonly version: VersionAt;
  readonly everywhere: boolean;
  readonly here: boolean;
  readonly chapterIds: readonly string[];
}

/**
 * Holds the document open for writing until the transaction ends: signing takes the same row for
 * itself, so no edit can slip in under a signature.
 * @throws Refusal when the document is not being written, or this person has no part in writing it
 */
export async function openDesk(tx: Tx, { selfAssessmentId: id, actor }: { selfAssessmentId: string; actor: Actor }): Promise<Desk> {
  if (actor.kind !== "person") throw new Refusal("not-your-role");
  const { personId } = actor;
  // The lock first and by itself: what is read after it is then what holds while it lasts.
  const [workflow] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM workflow WHERE id = ${id}::uuid AND machine = 'self-assessment' FOR SHARE`;
  if (!workflow) throw new Refusal("no-such-record");
  const moment = now().toISOString();
  const [row] = await tx.$queryRaw<Row[]>`
    WITH held AS (
      SELECT h.post_id, p.authority_id FROM holding h JOIN post p ON p.id = h.post_id
        JOIN person ON person.id = h.person_id AND (person.left_at IS NULL OR person.left_at > ${moment}::timestamptz)
       WHERE h.person_id = ${personId}::uuid AND h."from" <= ${moment}::timestamptz AND (h."to" IS NULL OR h."to" > ${moment}::timestamptz)
    )
    SELECT sa.authority_id AS "authorityId", json_build_object('id', t.id, 'revision', t.revision) AS version,
           EXISTS (SELECT 1 FROM workflow_party wp JOIN held ON held.post_id = wp.post_id
                    WHERE wp.workflow_id = sa.id AND wp."to" IS NULL AND wp.role IN ('dcs', 'delegate')) AS everywhere,
           EXISTS (SELECT 1 FROM held WHERE held.authority_id = sa.authority_id) AS here,
           ARRAY(SELECT chapter_id FROM chapter_work w WHERE w.self_assessment_id = sa.id AND w.author_id = ${personId}::uuid) AS "chapterIds"
      FROM self_assessment sa
      JOIN cycle c ON c.id = sa.cycle_id
      JOIN template_version t ON t.id = c.template_version_id
     WHERE sa.id = ${id}::uuid`;
  if (!row?.here || (!row.everywhere && row.chapterIds.length === 0)) throw new Refusal("not-your-role");
  if (!WRITABLE.includes(workflow.state)) throw new Refusal("not-being-written");
  return {
    personId,
    state: workflow.state,
    authorityId: row.authorityId,
    template: await contentOf(row.version, tx),
    everywhere: row.everywhere,
    chapterIds: row.chapterIds,
  };
}

/** Whether this desk reaches a chapter. */
export function mayWrite(desk: Pick<Desk, "everywhere" | "chapterIds">, chapterId: string): boolean {
  return desk.everywhere || desk.chapterIds.includes(chapterId);
}
