import type { DocumentParts } from "~/features/document";
import { db } from "~/platform/db.server";
import { formatLongDate } from "~/ui/dates";
import type { SignedIn } from "~/workflow/actor.server";
import { visibleTo } from "~/features/nomination";
import { rulesMet } from "~/features/nomination";
import { isUuid } from "~/session/params";
import type { CohortPage, CohortReport } from "./queries.server";

/** The certificate of somebody who completed a programme; null for everybody whom the nomination does not exist for, and before. */
export async function certificateOf(actor: SignedIn, nominationId: string | undefined): Promise<DocumentParts | null> {
  if (!isUuid(nominationId)) return null;
  const row = await db.nomination.findFirst({
    where: { id: nominationId, AND: [visibleTo(actor)], workflow: { state: "completed" } },
    select: { cohortId: true, person: { select: { name: true } }, authority: { select: { name: true } }, workflow: { select: { since: true } }, cohort: { select: { number: true, region: { select: { name: true } }, programme: true } } },
  });
  if (!row) return null;
  const { programme, region, number } = row.cohort;
  const standing = (await rulesMet(db, row.cohortId)).find(({ id }) => id === nominationId);
  const name = `${programme.title}, cohort ${number}`;
  return {
    title: "Certificate of completion", author: region.name, about: `${row.person.name} has completed the ${name}.`, foot: `${name}, ${region.name}.`, madeAt: row.workflow.since,
    blocks: [
      { kind: "text", text: `${row.person.name}, ${row.authority.name}, has completed the ${name}.` },
      {
        kind: "facts",
        rows: [
          ["Completed on", formatLongDate(row.workflow.since)],
          ["Days attended", standing ? `${standing.attended} of ${standing.days}` : ""],
          ...(programme.hasAssignment ? [["Assignment", "Handed in"] as const] : []),
          ...(programme.sponsors ? [["Sponsors", programme.sponsors] as const] : []),
        ],
      },
      ...(programme.aims ? [{ kind: "heading", level: 2, text: "Aims of the programme" } as const, { kind: "text", text: programme.aims } as const] : []),
      { kind: "note", text: `Issued by the sector-led improvement programme of ${region.name}.` },
    ],
  };
}

const share = (answered: number, asked: number) => (asked === 0 ? "nobody asked yet" : `${answered} of ${asked}, ${Math.round((answered / asked) * 100)}%`);

/** The cohort's report as a document: the same figures as its page. */
export function reportDocument(cohort: Pick<CohortPage, "title" | "programme" | "number" | "region" | "places">, report: CohortReport, madeAt: Date): DocumentParts {
  const { impact } = report;
  return {
    title: `${cohort.programme.title}, cohort ${cohort.number}: report`, author: cohort.region, about: "What the cohort came to, counted from its records.", foot: `${cohort.title}, ${cohort.region}.`, madeAt,
    blocks: [
      { kind: "facts", rows: [["Took part", `${report.tookPart} of ${cohort.places} places`], ["From adult services", `${report.adult} of ${report.tookPart}`], ["Completed it", `${report.completed} of ${report.tookPart}`]] },
      { kind: "heading", level: 2, text: "What people thought of the days" },
      { kind: "facts", rows: report.days.map((day) => [`Day ${day.number}: ${day.title}`, `Answered: ${share(day.answered, day.asked)}. ${day.mean === null ? "" : `Mean of all scales ${day.mean.toFixed(1)} of 5.`}`] as const) },
      ...(report.earlier.length > 0 ? [{ kind: "heading", level: 2, text: "Earlier cohorts" } as const, { kind: "facts", rows: report.earlier.map((one) => [`Cohort ${one.cohort}`, `Answered: ${share(one.answered, one.asked)}. ${one.mean === null ? "" : `Mean ${one.mean.toFixed(1)} of 5.`}`] as const) } as const] : []),
      { kind: "heading", level: 2, text: "What it changed" },
      ...(impact
        ? [{ kind: "facts", rows: [["Answered", share(impact.answered, impact.asked)] as const, ...impact.questions.flatMap((one) => (one.mean === null ? [] : [[one.text, `${one.mean.toFixed(1)} of 5`] as const]))] } as const,
           ...impact.questions.flatMap((one) => (one.texts && one.texts.length > 0 ? [{ kind: "heading", level: 2, text: one.text } as const, { kind: "text", text: one.texts.join("\n\n") } as const] : []))]
        : [{ kind: "text", text: "It is asked six months after the completion." } as const]),
    ],
  };
}

/** A file made by us, as a download for whoever asked alone. */
export function madeFile(file: Buffer, words: string, ending: "pdf" | "docx"): Response {
  const type = ending === "pdf" ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const name = words.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return new Response(new Uint8Array(file), { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}.${ending}"`, "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" } });
}
