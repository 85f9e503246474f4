import type { LoaderFunctionArgs } from "@remix-run/node";

import { calendarOfMessage, mailboxIsOpen } from "~/features/mailbox";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" } } satisfies RouteHandle;

/** The calendar file that came with a message, as a download. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const calendar = mailboxIsOpen() ? await calendarOfMessage(args.params["messageId"]) : null;
  if (calendar === null) throw notFound();
  return new Response(calendar, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="candour.ics"', "X-Content-Type-Options": "nosniff" },
  });
}
