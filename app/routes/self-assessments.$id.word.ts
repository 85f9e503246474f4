import type { LoaderFunctionArgs } from "@remix-run/node";

import { headOf } from "~/features/self-assessment/queries.server";
import { readVersion } from "~/features/self-assessment/reading.server";
import { versionAsked } from "~/features/document/version-asked";
import { wordFile } from "~/features/self-assessment/word.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "self-assessment" } } satisfies RouteHandle;

/** The version as a Word file: what leaves is what was signed. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const version = head && (await readVersion(actor, head, { version: versionAsked(args.request), how: "word" }));
  if (!head || !version) throw notFound();
  const file = await wordFile(version, { reference: version.submittedAt ? head.reference : null, readBy: actor.name });
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": `attachment; filename="self-assessment-${head.authority.id}-version-${version.version}.docx"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
