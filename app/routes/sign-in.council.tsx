import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { hasCouncilSignIn } from "~/session/auth.server";
import { callerOf } from "~/session/caller.server";
import { enter, notFound, pathAfterSignIn } from "~/session/enter.server";
import { readBody } from "~/session/forms.server";
import { startCouncilSignIn } from "~/session/ways-in.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Sign in with your council account" } satisfies RouteHandle;

/** Nothing begins by opening an address. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  if (!hasCouncilSignIn()) throw notFound();
  throw redirect("/sign-in");
}

export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  if (!hasCouncilSignIn()) throw notFound();
  const to = (await readBody(args.request)).get("to");
  const started = await startCouncilSignIn(pathAfterSignIn(typeof to === "string" ? to : null), callerOf(args.request));
  if (!started) throw redirect("/sign-in?problem=council");
  throw redirect(started.url, { headers: started.headers });
}

// A page, though it never shows itself: its refusals are then drawn like every other page's.
export default function Nothing() {
  return null;
}
