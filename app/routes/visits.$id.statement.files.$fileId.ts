import type { LoaderFunctionArgs } from "@remix-run/node";

import { readsStatement } from "~/features/visit/access.server";
import { fileToRead } from "~/features/visit/files.server";
import { headOf } from "~/features/visit/queries.server";
import { attachedFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "visit" } } satisfies RouteHandle;

/** One file of the position statement, always as a download: nothing in it can run as a page of ours. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const fileId = args.params["fileId"];
  if (!head || !readsStatement(head) || !isUuid(fileId)) throw notFound();
  const file = await fileToRead(head.id, fileId, head.standing === "host" ? null : head.statementAt);
  if (!file) throw notFound();
  return attachedFile(file);
}
