import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Stay signed in" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  throw redirect("/tasks");
}

/** Asked by the idle warning's button. Entering is itself a use of the session, so nothing more is to do. */
export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  return new Response(null, { status: 204 });
}
