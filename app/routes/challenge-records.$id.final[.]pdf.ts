import type { LoaderFunctionArgs } from "@remix-run/node";

import { headOf } from "~/features/challenge-record/queries.server";
import { pdfOf } from "~/features/document";
import { versionAsked } from "~/features/document/version-asked";
import { readLetter } from "~/features/letter";
import { fileHeaders, letterDocument } from "~/features/letter/document";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "challenge-record" } } satisfies RouteHandle;

/** The letter as a tagged PDF: made from the same frozen content as its page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const letter = head && (await readLetter(actor, head, { version: versionAsked(args.request), how: "pdf" }));
  if (!head || !letter) throw notFound();
  const file = await pdfOf(letterDocument(letter));
  return new Response(new Uint8Array(file), { headers: fileHeaders(letter, "pdf", "application/pdf") });
}
