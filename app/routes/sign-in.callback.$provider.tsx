import type { LoaderFunctionArgs } from "@remix-run/node";
import { hasCouncilSignIn, oidcProvider } from "~/session/auth.server";
import { callerOf } from "~/session/caller.server";
import { enter, notFound } from "~/session/enter.server";
import { finishCouncilSignIn } from "~/session/ways-in.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Signing in" } satisfies RouteHandle;

/** Where the council's sign-in sends people back. Its answer is tied to this browser by state and nonce. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  if (!hasCouncilSignIn() || args.params["provider"] !== oidcProvider) throw notFound();
  throw await finishCouncilSignIn(callerOf(args.request));
}

// A page, though it never shows itself: its refusals are then drawn like every other page's.
export default function Nothing() {
  return null;
}
