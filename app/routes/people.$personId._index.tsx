import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personPage } from "~/features/people/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import { Breadcrumbs, Button, ButtonGroup, EmptyState, formatDate, InsetText, PageHeading, SummaryList, Table, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "person" },
  title: (page: { person: { name: string } }) => page.person.name,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const personId = args.params["personId"];
  const person = isUuid(personId) ? await personPage(signedIn, personId) : null;
  if (!person) throw notFound();
  return { person };
}

export default function PersonPage() {
  const { person } = useLoaderData<typeof loader>();
  const holdings = [...person.current, ...person.coming];
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Directory", href: "/directory" }]} />
      <PageHeading>{person.name}</PageHeading>
      {person.leftAt ? <InsetText>Left on {formatDate(person.leftAt, { year: true })}. They cannot sign in, and are no longer emailed.</InsetText> : null}
      <SummaryList
        rows={[
          { key: "Email", value: <a className="govuk-link" href={`mailto:${person.email}`}>{person.email}</a> },
          ...(person.phone ? [{ key: "Telephone", value: <a className="govuk-link" href={`tel:${person.phone.replace(/\s/g, "")}`}>{person.phone}</a> }] : []),
        ]}
      />
      {holdings.length === 0 ? (
        <EmptyState title="Holds no post now">{person.mayChange ? <p className="govuk-body">They cannot sign in. To give them a post, find the post in the <a className="govuk-link" href="/directory">directory</a>.</p> : undefined}</EmptyState>
      ) : (
        <Table
          caption="Posts"
          columns={[
            { key: "post", heading: "Post", cell: (row) => <a className="govuk-link" href={`/posts/${row.postId}`}>{row.title}</a> },
            { key: "place", heading: "Where", cell: (row) => row.place },
            { key: "from", heading: "From", cell: (row) => formatDate(row.from, { year: true, weekday: false }) },
            { key: "to", heading: "Until", cell: (row) => (row.to ? formatDate(row.to, { year: true, weekday: false }) : "No end set") },
          ]}
          rows={holdings}
          rowKey={(row) => row.id}
        />
      )}
      {person.past.length > 0 ? (
        <Table
          caption="Posts held before"
          columns={[
            { key: "post", heading: "Post", cell: (row) => row.title },
            { key: "place", heading: "Where", cell: (row) => row.place },
            { key: "when", heading: "When", cell: (row) => `${formatDate(row.from, { year: true, weekday: false })} to ${row.to ? formatDate(row.to, { year: true, weekday: false }) : "now"}` },
          ]}
          rows={person.past}
          rowKey={(row) => row.id}
        />
      ) : null}
      {person.isMe ? <p className="govuk-body"><a className="govuk-link" href="/account">Your email choices and sessions</a></p> : null}
      {person.mayChange ? (
        <ButtonGroup>
          <Button kind="secondary" href={`/people/${person.id}/edit`}>Change name or address</Button>
          {person.mayLeave ? <a className="govuk-link" href={`/people/${person.id}/leave`}>{person.name} has left</a> : <a className="govuk-link" href={`/people/${person.id}/leave`}>{person.name} is back</a>}
        </ButtonGroup>
      ) : null}
    </>
  );
}
