import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { placesOf } from "~/features/assignment/queries.server";
import { LIVE, roleLabels, stateLabels } from "~/features/assignment/words";
import { recordsOf } from "~/features/challenger-pool/queries.server";
import { labelOf } from "~/features/challenger-pool/words";
import { enter } from "~/session/enter.server";
import { EmptyState, formatDate, formatLongDate, InsetText, PageHeading, Pill, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "My challenges" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const [records, places] = await Promise.all([recordsOf(actor), placesOf(actor)]);
  return { records, places };
}

type Place = ReturnType<typeof useLoaderData<typeof loader>>["places"][number];

export default function MyChallenges() {
  const { records, places } = useLoaderData<typeof loader>();
  const now = places.filter(({ state }) => LIVE.includes(state));
  const done = places.filter(({ state }) => state === "completed");
  const other = places.filter((place) => !now.includes(place) && !done.includes(place));
  const columns = [
    { key: "what", heading: "Session or visit", cell: (place: Place) => <a className="govuk-link" href={`/assignments/${place.id}`}>{sentence(place.activityTitle)}</a> },
    { key: "hosts", heading: "Of", cell: (place: Place) => place.hosts.join(", ") },
    { key: "as", heading: "As", cell: (place: Place) => roleLabels[place.role] },
    { key: "on", heading: "When", cell: (place: Place) => (place.on ? formatDate(place.on) : "No date yet") },
    { key: "state", heading: "State", cell: (place: Place) => (place.state === "invited" ? <Pill kind="warn">{`Answer by ${formatDate(place.respondBy)}`}</Pill> : <Pill kind="quiet">{stateLabels[place.state]}</Pill>) },
  ];
  return (
    <>
      <PageHeading>My challenges</PageHeading>
      {records.length === 0 ? (
        <EmptyState title="You are not in a pool of challengers">Challengers help other authorities to see themselves clearly, a few days a year. <a className="govuk-link" href="/challengers/apply">Apply to be one</a>.</EmptyState>
      ) : (
        <InsetText>
          {records.map((record) => (
            <p className="govuk-body" key={record.id}>
              <a className="govuk-link" href={`/challengers/${record.id}`}>{record.region}: {labelOf(record.state).toLowerCase()}</a>
              {record.trainedUntil ? `. Training good until ${formatLongDate(record.trainedUntil)}.` : "."} Keep your themes and the days on which you cannot come up to date: invitations go by them.
            </p>
          ))}
        </InsetText>
      )}
      {records.length > 0 ? (
        <>
          <Table caption="Now" columns={columns} rows={now} rowKey={(place) => place.id} empty="Nobody has asked you to a session or a visit just now." />
          <Table caption={`Your record: ${done.length} completed, ${done.filter(({ role }) => role === "lead").length} of them as lead`} columns={columns} rows={done} rowKey={(place) => place.id} empty="What you complete is listed here." />
          {other.length > 0 ? <Table caption="Others" columns={columns} rows={other} rowKey={(place) => place.id} /> : null}
        </>
      ) : null}
    </>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
