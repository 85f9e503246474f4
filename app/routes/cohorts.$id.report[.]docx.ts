import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordOf } from "~/features/document";
import { cohortPage, cohortReport } from "~/features/programme";
import { madeFile, reportDocument } from "~/features/programme/documents.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" } } satisfies RouteHandle;

/** The cohort's report as a Word file. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  if (!cohort?.keeps) throw notFound();
  return madeFile(await wordOf(reportDocument(cohort, await cohortReport(cohort), now())), `${cohort.title} report`, "docx");
}
