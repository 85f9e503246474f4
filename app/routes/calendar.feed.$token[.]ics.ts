import type { LoaderFunctionArgs } from "@remix-run/node";
import { feedOf } from "~/features/region-calendar";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

// A calendar program has no session: the secret in the address is the right to read.
export const handle = { access: { who: "everyone" }, title: "Calendar feed" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const calendar = await feedOf(args.params["token"] ?? "");
  if (!calendar) throw notFound();
  return new Response(calendar, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" } });
}
