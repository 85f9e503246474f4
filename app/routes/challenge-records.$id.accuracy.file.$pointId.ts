import type { LoaderFunctionArgs } from "@remix-run/node";

import { headOf } from "~/features/challenge-record/queries.server";
import { readsPoints } from "~/features/letter/access";
import { pointFile } from "~/features/letter/points.server";
import { attachedFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "challenge-record" } } satisfies RouteHandle;

/** The file that shows a point of accuracy, always as a download: nothing in it can run as a page of ours. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const file = head && readsPoints(head) ? await pointFile(head, args.params["pointId"]) : null;
  if (!file) throw notFound();
  return attachedFile(file);
}
