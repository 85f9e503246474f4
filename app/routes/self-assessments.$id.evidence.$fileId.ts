import type { LoaderFunctionArgs } from "@remix-run/node";

import { evidenceToRead } from "~/features/self-assessment/evidence.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { readVersion } from "~/features/self-assessment/reading.server";
import { versionAsked } from "~/features/document/version-asked";
import { attachedFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "self-assessment" } } satisfies RouteHandle;

/** One evidence file, always as a download: nothing in it can run as a page of ours. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const fileId = args.params["fileId"];
  if (!head || !isUuid(fileId)) throw notFound();
  const version = await readVersion(actor, head, { version: versionAsked(args.request), how: "none" });
  const file = await evidenceToRead(actor, head, fileId, version?.content.evidence ?? [], version?.version ?? null);
  if (!file) throw notFound();
  return attachedFile(file);
}
