import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Page not found" } satisfies RouteHandle;

/** Every address that nothing else answers: the same page, in the same frame, as for what is not yours. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  throw notFound();
}

export async function action(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  throw notFound();
}

export default function NotFound() {
  return null;
}
