import type { LoaderFunctionArgs } from "@remix-run/node";
import { pdfOf } from "~/features/document";
import { certificateOf, madeFile } from "~/features/programme/documents.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "nomination" } } satisfies RouteHandle;

/** The certificate as a tagged PDF. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const certificate = await certificateOf(actor, args.params["id"]);
  if (!certificate) throw notFound();
  return madeFile(await pdfOf(certificate), "certificate of completion", "pdf");
}
