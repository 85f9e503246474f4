import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { deliveryLog, resendEmail } from "~/features/mailbox";
import { deliveryWords, logViews, roleWords, type LogView } from "~/features/mailbox/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, parseForm, refuse } from "~/session/forms.server";
import { blankForm, Button, EmptyState, ErrorSummary, formatDateTime, formOf, PageHeading, Pagination, PersonText, Pill, Table, Tabs, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Emails sent" } satisfies RouteHandle;

const viewNames: Readonly<Record<LogView, string>> = { all: "All", failed: "Failed", waiting: "Waiting", notSent: "Not sent" };

/** Where in the log one is, from its address: what makes no sense there is the whole log. */
function askedIn(request: Request) {
  const given = new URL(request.url).searchParams;
  const page = Number.parseInt(given.get("page") ?? "1", 10);
  return {
    view: logViews.find((view) => view === given.get("show")) ?? ("all" as const),
    words: (given.get("q") ?? "").trim().slice(0, 200),
    page: page > 0 ? page : 1,
  };
}

const address = (view: LogView, words: string, page = 1): string => {
  const given = new URLSearchParams({ ...(view === "all" ? {} : { show: view }), ...(words ? { q: words } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return given ? `/emails?${given}` : "/emails";
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const asked = askedIn(args.request);
  return { view: asked.view, words: asked.words, ...(await deliveryLog(actor, asked)) };
}

const schema = z.object({ id: z.uuid("Choose an email of the list") });

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { view, words, page } = askedIn(args.request);
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return refuse(parsed.form);
  const resent = await resendEmail(actor, parsed.data.id);
  if (resent.kind === "absent") throw notFound();
  if (resent.kind === "underWay") return conflicted(parsed.values, "This email is on its way again already. Wait until it has been sent.");
  return redirectWith(address(view, words, page), { title: `Sent again to ${resent.to}`, text: `It goes to ${resent.address} within a minute.` });
}

export default function EmailsRoute() {
  const { view, words, count, page, pages, emails } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return (
    <>
      <ErrorSummary form={refused ?? blankForm} />
      <PageHeading>Emails sent</PageHeading>
      <p className="govuk-body app-measure">Every email about your region’s records: whether it went out, and when. Nothing is dropped in silence.</p>
      <form method="get" action="/emails" role="search">
        {view === "all" ? null : <input type="hidden" name="show" value={view} />}
        <TextInput form={formOf({ q: words })} name="q" label="Person, record or subject" type="search" width={20} maxLength={200} />
        <Button kind="secondary">Find emails</Button>
      </form>
      <Tabs label="Which emails" tabs={logViews.map((one) => ({ label: viewNames[one], href: address(one, words), current: one === view, count: count[one] }))} />
      {emails.length === 0 ? (
        <EmptyState title={words ? "No email matches" : view === "failed" ? "No email has failed" : "No emails here"}>
          {words ? "Try fewer words, or another list." : view === "failed" ? "When one cannot be delivered you are told, and it stands here." : "Emails appear here as the steps of your records cause them."}
        </EmptyState>
      ) : (
        <Table
          caption={`${viewNames[view]}: ${count[view].toLocaleString("en-GB")}, newest first`} rows={emails} rowKey={(email) => email.id}
          columns={[
            { key: "subject", heading: "What and whose", cell: (email) => email.subject },
            { key: "to", heading: "To", cell: (email) => <PersonText name={email.to} post={roleWords(email.role)} /> },
            { key: "asked", heading: "Caused", cell: (email) => formatDateTime(email.createdAt) },
            { key: "state", heading: "Delivery", cell: (email) => <DeliveryCell email={email} /> },
            {
              key: "again", heading: "Again",
              cell: (email) => (email.canResend ? (
                <form method="post">
                  <input type="hidden" name="id" value={email.id} />
                  <button type="submit" className="app-link-button">Send again<span className="govuk-visually-hidden"> to {email.to}: {email.subject}</span></button>
                </form>
              ) : null),
            },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} label="Pages of emails" hrefFor={(number) => address(view, words, number)} />
    </>
  );
}

function DeliveryCell({ email }: { readonly email: Parameters<typeof deliveryWords>[0] & { readonly again: Date | string | null } }) {
  const { label, kind, detail } = deliveryWords(email);
  return (
    <span>
      <Pill kind={kind}>{label}</Pill>
      {detail ? <span className="app-soft app-small"> {detail}</span> : null}
      {email.again ? <span className="app-soft app-small">. Sent again {formatDateTime(email.again)}</span> : null}
    </span>
  );
}
