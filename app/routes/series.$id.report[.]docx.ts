import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordOf } from "~/features/document";
import { versionAsked } from "~/features/document/version-asked";
import { evidenceDocument } from "~/features/series/evidence";
import { publishedReport, seriesPage } from "~/features/series/queries.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "series" } } satisfies RouteHandle;

/** A published evidence report as a Word file: made from the same frozen content as its page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const series = await seriesPage(actor, args.params["id"]);
  const report = series && (await publishedReport(series.id, versionAsked(args.request)));
  if (!report) throw notFound();
  const file = await wordOf(evidenceDocument(report.evidence, report));
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Content-Disposition": `attachment; filename="evidence-report-version-${report.version}.docx"`,
      "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store",
    },
  });
}
