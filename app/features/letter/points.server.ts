import { db } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import { isHost, type LetterStanding } from "./access";
import type { RefusalGround } from "./content";
import { namesOf } from "./reading.server";

/** A point as both sides see it. */
export interface PointShown {
  readonly id: string;
  readonly version: number;
  readonly paragraphId: string;
  readonly quote: string;
  readonly wrong: string;
  readonly right: string;
  readonly evidence: string;
  readonly file: { readonly name: string; readonly size: number; readonly href: string } | null;
  readonly revision: number;
  readonly by: string;
  readonly raisedAt: Date;
  readonly submittedAt: Date | null;
  readonly outcome: "accepted" | "refused" | null;
  readonly refusal: RefusalGround | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The points of a record, in the order they were written. The lead challenger sees what was sent; only the
 * authority sees what it is still preparing, and only once the answers are sent does it see them.
 */
export async function pointsFor(record: LetterStanding & { readonly id: string }, { version }: { readonly version?: number } = {}): Promise<readonly PointShown[]> {
  const host = isHost(record);
  const rows = await db.accuracyPoint.findMany({
    where: { recordId: record.id, removedAt: null, ...(host ? {} : { submittedAt: { not: null } }), ...(version === undefined ? {} : { version: { version } }) },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    include: { version: { select: { version: true } } },
  });
  const names = await namesOf(rows.flatMap((row) => [row.raisedBy, row.answeredBy]));
  // While the lead challenger is answering, the answers are drafts and theirs alone.
  const answersSent = record.state !== "answeringPoints" || !host;
  return rows.map((row) => {
    const answered = answersSent && row.outcome !== null;
    return {
      id: row.id, version: row.version.version, paragraphId: row.paragraphId, quote: row.quote, wrong: row.wrong, right: row.rightText, evidence: row.evidence,
      file: row.fileName && row.fileSize ? { name: row.fileName, size: row.fileSize, href: `/challenge-records/${record.id}/accuracy/file/${row.id}` } : null,
      revision: row.revision, by: names.get(row.raisedBy) ?? "", raisedAt: row.raisedAt, submittedAt: row.submittedAt,
      outcome: answered ? (row.outcome as PointShown["outcome"]) : null, refusal: answered ? (row.refusal as RefusalGround | null) : null,
      answer: answered ? row.answer : null, answeredBy: answered && row.answeredBy ? (names.get(row.answeredBy) ?? "") : null, answeredAt: answered ? row.answeredAt : null,
      before: answered ? row.before : null, after: answered ? row.after : null,
    };
  });
}

/** The file of a point that this person sees (`pointsFor`), or null. */
export async function pointFile(record: LetterStanding & { readonly id: string }, pointId: string | undefined) {
  const seen = (await pointsFor(record)).some((point) => point.id === pointId && point.file !== null);
  const row = seen ? await db.accuracyPoint.findUnique({ where: { id: pointId ?? "" } }) : null;
  return row?.fileKey ? { name: row.fileName ?? "", type: row.fileType ?? "", size: row.fileSize ?? 0, stream: await readFile(row.fileKey) } : null;
}
