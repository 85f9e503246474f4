import { datesOf, type DateOfOwner } from "~/features/booking";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { readBy } from "./access.server";

export interface PackedReport {
  readonly id: string;
  readonly authorityId: string;
  readonly authority: string;
  /** Null where its authority keeps it elsewhere. */
  readonly selfAssessmentId: string | null;
  readonly turn: number;
  readonly table: number;
  /** The authority that leads the reading, then those that read it too. */
  readonly readers: readonly string[];
  readonly questions: readonly { readonly id: string; readonly text: string; readonly by: string; readonly answer: string }[];
}

export interface ReadingPack {
  readonly eventId: string;
  readonly event: string;
  readonly region: string;
  readonly date: DateOfOwner | null;
  readonly reports: readonly PackedReport[];
}

/**
 * What somebody reads for an event, in the order of the day: each report with its turn and table, and what
 * was asked of it before. Null for whoever reads nothing there; a report that closed to them is no longer in it.
 */
export async function readingPack(actor: SignedIn, eventId: string | undefined): Promise<ReadingPack | null> {
  if (!isUuid(eventId)) return null;
  const rows = await db.validation.findMany({
    where: { AND: [{ scrutinyId: eventId }, readBy(actor)] },
    select: {
      id: true, authorityId: true, selfAssessmentId: true, turn: true, tableNo: true, authority: { select: { name: true } },
      readers: { select: { authority: { select: { name: true } } }, orderBy: [{ leads: "desc" }, { authorityId: "asc" }] },
      questions: { select: { id: true, text: true, answer: true, askedBy: { select: { name: true } } }, orderBy: { askedAt: "asc" } },
      scrutiny: { select: { region: { select: { name: true } }, event: { select: { title: true } } } },
    },
    orderBy: [{ turn: "asc" }, { tableNo: "asc" }],
  });
  const [first] = rows;
  if (!first) return null;
  const date = (await datesOf([eventId])).get(eventId)?.[0] ?? null;
  return {
    eventId, event: first.scrutiny.event.title, region: first.scrutiny.region.name, date,
    reports: rows.map((row) => ({
      id: row.id, authorityId: row.authorityId, authority: row.authority.name, selfAssessmentId: row.selfAssessmentId, turn: row.turn, table: row.tableNo, readers: row.readers.map(({ authority }) => authority.name),
      questions: row.questions.map(({ id, text, answer, askedBy }) => ({ id, text, answer, by: askedBy.name })),
    })),
  };
}
