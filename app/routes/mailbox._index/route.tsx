import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { mailboxIsOpen, mailboxPage } from "~/features/mailbox";
import { enter, notFound } from "~/session/enter.server";
import { Button, Card, counted, EmptyState, formatDateTime, formOf, PageHeading, Pagination, Select, Table, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "Mailbox of the demonstration" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  if (!mailboxIsOpen()) throw notFound();
  const asked = new URL(args.request.url).searchParams;
  const to = (asked.get("to") ?? "").trim().slice(0, 254);
  const words = (asked.get("q") ?? "").trim().slice(0, 200);
  const page = Number.parseInt(asked.get("page") ?? "1", 10);
  return { to, words, ...(await mailboxPage({ to, words, page: page > 0 ? page : 1 })) };
}

export default function MailboxRoute() {
  const { to, words, total, page, pages, recipients, messages } = useLoaderData<typeof loader>();
  const form = formOf({ to, q: words });
  const narrowed = to !== "" || words !== "";
  return (
    <>
      <PageHeading>Mailbox of the demonstration</PageHeading>
      <p className="govuk-body app-measure">No mail server is set, so every email that would have gone out is here instead. Sign-in codes are here too.</p>
      <div className="app-columns">
        <div>
          {messages.length === 0 ? (
            <EmptyState title={narrowed ? "No email matches" : "No emails yet"}>
              {narrowed ? "Try fewer words, or everybody’s emails." : "Ask for a sign-in code, or take a step on a record: the emails it causes appear here within seconds."}
            </EmptyState>
          ) : (
            <Table
              caption={narrowed ? `${counted(total, "email")} found, newest first` : `${counted(total, "email")}, newest first`} rows={messages} rowKey={(message) => message.id}
              columns={[
                { key: "subject", heading: "Subject", cell: (message) => <a className="govuk-link" href={`/mailbox/${message.id}`}>{message.subject}</a> },
                { key: "to", heading: "To", cell: (message) => message.name ?? message.to },
                { key: "at", heading: "When", cell: (message) => `${formatDateTime(message.at)}${message.hasCalendar ? ", with a calendar file" : ""}` },
              ]}
            />
          )}
          <Pagination page={page} pages={pages} label="Pages of emails" hrefFor={(number) => `/mailbox?${new URLSearchParams({ to, q: words, page: String(number) }).toString()}`} />
        </div>
        <aside>
          <Card heading="Find emails">
            <form method="get" action="/mailbox" role="search">
              <Select form={form} name="to" label="Whose" blank="Everybody" options={recipients.map((one) => ({ value: one.to, label: `${one.name} (${one.messages})` }))} />
              <TextInput form={form} name="q" label="Words in it" type="search" width={20} maxLength={200} />
              <Button kind="secondary">Show these emails</Button>
              {narrowed ? <p className="govuk-body"><a className="govuk-link" href="/mailbox">Show all emails</a></p> : null}
            </form>
          </Card>
        </aside>
      </div>
    </>
  );
}
