import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { authorityInDirectory } from "~/features/people/authority-entry.server";
import { PostList } from "~/features/people/components/directory-list";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, formatLongDate, InsetText, PageHeading, SummaryList, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "authority" },
  title: (page: { entry: { name: string } }) => `${page.entry.name}: who holds which post`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const entry = await authorityInDirectory(signedIn, args.params["authorityId"] ?? "");
  if (!entry) throw notFound();
  return { entry };
}

export default function AuthorityInDirectory() {
  const { entry } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Directory", href: `/directory?region=${entry.region.id}` }]} />
      <PageHeading caption={entry.region.name}>{entry.name}</PageHeading>
      {entry.change ? <InsetText>{entry.change.note}, from {formatLongDate(entry.change.effective)}.</InsetText> : null}
      <h2 className="govuk-heading-m">Posts</h2>
      <PostList posts={entry.posts} />
      {entry.mayAdd ? <p className="govuk-body"><a className="govuk-link" href={`/posts/new?authority=${entry.id}`}>Add a post in {entry.name}</a></p> : null}
      <h2 className="govuk-heading-m">The authority</h2>
      <SummaryList
        rows={[
          { key: "Type", value: entry.type },
          { key: "GSS code", value: entry.codeGss },
          { key: "DfE code", value: entry.codeDfe },
          ...(entry.predecessors.length > 0
            ? [{
                key: "Known before as",
                value: (
                  <ul className="govuk-list govuk-!-margin-bottom-0">
                    {entry.predecessors.map((one) => <li key={one.codeGss}>{one.name} ({one.codeGss}) until {formatLongDate(one.effective)}. {one.note}</li>)}
                  </ul>
                ),
              }]
            : []),
        ]}
      />
      <p className="govuk-body"><a className="govuk-link" href={`/authorities/${entry.id}`}>Inspections and published figures of {entry.name}</a></p>
    </>
  );
}
