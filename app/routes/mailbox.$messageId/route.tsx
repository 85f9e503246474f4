import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { mailboxIsOpen, messageToRead } from "~/features/mailbox";
import { enter, notFound } from "~/session/enter.server";
import { BackLink, Details, formatDateTime, PageHeading, SummaryList, type RouteHandle } from "~/ui";

const titleOf = (data: { readonly message: { readonly subject: string } }): string => data.message.subject;

export const handle = { access: { who: "everyone" }, title: titleOf } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const message = mailboxIsOpen() ? await messageToRead(args.params["messageId"]) : null;
  if (!message) throw notFound();
  return { message };
}

export default function MessageRoute() {
  const { message } = useLoaderData<typeof loader>();
  const { id, subject, to, name, at, messageId, text, letter, hasCalendar } = message;
  return (
    <>
      <BackLink href="/mailbox">All emails of the demonstration</BackLink>
      <PageHeading size="l">{subject}</PageHeading>
      <SummaryList
        rows={[
          { key: "To", value: name ? `${name} <${to}>` : to },
          { key: "When", value: formatDateTime(at, { year: true }) },
          { key: "Message-ID", value: <code className="app-small">{messageId}</code> },
          ...(hasCalendar ? [{ key: "Calendar", value: <a className="govuk-link" href={`/mailbox/${id}/calendar.ics`} download>Download the calendar file</a> }] : []),
        ]}
      />
      <p className="govuk-body"><a className="govuk-link" href={`/mailbox?to=${encodeURIComponent(to)}`}>All emails to {name ?? to}</a></p>
      <h2 className="govuk-heading-m">As a mail program shows it</h2>
      {/* No scripts and no forms run in there; its links open in this window. */}
      <iframe
        title={`The email: ${subject}`} srcDoc={letter} width="100%" height={760} frameBorder={0}
        sandbox="allow-same-origin allow-top-navigation-by-user-activation"
      />
      <Details summary="As plain text"><pre className="app-prewrap">{text}</pre></Details>
    </>
  );
}
