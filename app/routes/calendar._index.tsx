import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { whenWords } from "~/features/event/components/event-parts";
import { datesFor, feedSince, makeFeed, revokeFeed, type RegionDate } from "~/features/region-calendar";
import { enter } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody } from "~/session/forms.server";
import { Button, ButtonGroup, CopyLink, EmptyState, formatDate, formatLongDate, NotificationBanner, PageHeading, pressOf, readForm, type RouteHandle, Table, Tabs, valueOf } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Calendar of your region", scripts: ["copy"] } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const [dates, since] = await Promise.all([datesFor(actor), feedSince(actor.personId)]);
  return { dates, since: since?.toISOString() ?? null, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const values = readForm(await readBody(args.request));
  if (valueOf({ values, errors: {} }, "intent") === "revoke") {
    await revokeFeed(actor.personId);
    return redirectWith("/calendar", { title: "The link is ended", text: "Calendars that used it get nothing new." });
  }
  // Shown once, in the answer to the press: it is nowhere else.
  return data({ link: await makeFeed(actor.personId, pressOf(values).requestKey ?? randomUUID()) }, { headers: { "Cache-Control": "no-store" } });
}

export default function CalendarRoute() {
  const { dates, since, requestKey } = useLoaderData<typeof loader>();
  const link = useActionData<typeof action>()?.link;
  const months = [...new Set(dates.map(({ startsAt }) => startsAt.slice(0, 7)))];
  const regions = [...new Set(dates.map(({ region }) => region))];
  return (
    <>
      {link ? <NotificationBanner kind="success" heading="Your link is made. Copy it now: it is shown this once" /> : null}
      <PageHeading>Calendar of your region</PageHeading>
      <Tabs label="Events" tabs={[{ label: "Events", href: "/events", current: false }, { label: "Calendar", href: "/calendar", current: true }, { label: "Networks", href: "/networks", current: false }, { label: "Awards", href: "/awards", current: false }]} />
      <p className="govuk-body app-measure">Dates of rounds, sessions, visits and events, those that concern you. Times are London’s.</p>
      {months.length === 0 ? <EmptyState title="There are no dates yet">Dates appear here as rounds open and events are announced.</EmptyState> : null}
      {months.map((month) => (
        <Table
          key={month}
          caption={formatLongDate(`${month}-01`).replace(/^1 /, "")}
          columns={[
            { key: "when", heading: "When", cell: (row: RegionDate) => daysWords(row) },
            { key: "what", heading: "What", cell: (row: RegionDate) => <a className="govuk-link" href={row.path}>{row.title}</a> },
            { key: "where", heading: "Where", cell: (row: RegionDate) => row.where ?? "" },
            ...(regions.length > 1 ? [{ key: "region", heading: "Region", cell: (row: RegionDate) => row.region }] : []),
          ]}
          rows={dates.filter(({ startsAt }) => startsAt.startsWith(month))}
          rowKey={(row) => row.id}
        />
      ))}
      <div className="app-measure">
        <h2 className="govuk-heading-m">In your own calendar</h2>
        {link ? <CopyLink url={link} label="Your private link" /> : null}
        <p className="govuk-body">Outlook, Google and Apple calendars can follow these dates by a link of your own. Whoever has the link sees the dates, so give it to nobody.{since && !link ? ` You have one, made on ${formatDate(since, { year: true })}. It cannot be shown again; a new one ends it.` : ""}</p>
        <form method="post" noValidate>
          <input type="hidden" name="requestKey" value={requestKey} />
          <ButtonGroup>
            <Button name="intent" value="make" kind={since || link ? "secondary" : "main"}>{since || link ? "Make a new link, and end this one" : "Make my link"}</Button>
            {since || link ? <Button name="intent" value="revoke" kind="secondary">End my link</Button> : null}
          </ButtonGroup>
        </form>
      </div>
    </>
  );
}

function daysWords(row: RegionDate): string {
  if (!row.allDay) return whenWords(row);
  const [from, to] = [row.startsAt.slice(0, 10), row.endsAt.slice(0, 10)];
  return from === to ? formatDate(from, { year: true }) : `${formatDate(from)} to ${formatDate(to, { year: true })}`;
}
