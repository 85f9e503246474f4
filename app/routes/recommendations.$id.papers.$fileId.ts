import type { LoaderFunctionArgs } from "@remix-run/node";

import { paperToRead } from "~/features/summit/papers.server";
import { attachedFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "recommendation" } } satisfies RouteHandle;

/** One paper of a recommendation, always as a download: nothing in it can run as a page of ours. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const file = await paperToRead(actor, args.params["id"], args.params["fileId"]);
  if (!file) throw notFound();
  return attachedFile(file);
}
