import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { settings } from "~/platform/settings.server";
import { callerOf } from "~/session/caller.server";
import { enter, notFound, pathAfterSignIn } from "~/session/enter.server";
import { readBody } from "~/session/forms.server";
import { signInAsPersona } from "~/session/ways-in.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Sign in as somebody of the demonstration" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  if (!settings().DEMO) throw notFound();
  throw redirect("/sign-in");
}

/** Signs in as an invented person. Outside the demonstration there is no such page. */
export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  const result = await signInAsPersona(args.params["personId"] ?? "", callerOf(args.request));
  if (result.kind !== "in") throw notFound();
  const to = (await readBody(args.request)).get("to");
  throw redirect(pathAfterSignIn(typeof to === "string" ? to : null), { headers: result.headers });
}

// A page, though it never shows itself: its refusals are then drawn like every other page's.
export default function Nothing() {
  return null;
}
