import type { LoaderFunctionArgs } from "@remix-run/node";

import { movePage } from "~/features/arrangement";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = { access: { who: "visible", record: "arrangement" } } satisfies RouteHandle;

/** What each change of one authority would do, for the script that lets it be dragged. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await movePage(actor, args.params["cycleId"], args.params["arrangementId"], new URL(args.request.url).searchParams.get("authority"));
  if (!page) throw notFound();
  return Response.json({ choices: page.choices.map(({ key, effect, harmless }) => ({ key, effect, harmless })) }, { headers: { "Cache-Control": "no-store" } });
}
