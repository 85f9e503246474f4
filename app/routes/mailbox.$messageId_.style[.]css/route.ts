import type { LoaderFunctionArgs } from "@remix-run/node";

import { mailboxIsOpen, styleOfMessage } from "~/features/mailbox";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" } } satisfies RouteHandle;

/** The styles of a message's letter: a file, because the pages' security policy allows no inline styles. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const css = mailboxIsOpen() ? await styleOfMessage(args.params["messageId"]) : null;
  if (css === null) throw notFound();
  return new Response(css, { headers: { "Content-Type": "text/css; charset=utf-8" } });
}
