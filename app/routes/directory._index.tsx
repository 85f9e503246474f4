import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { DirectoryList } from "~/features/people/components/directory-list";
import { filterOf } from "~/features/people/forms";
import { POST_KINDS } from "~/features/people/posts";
import { directoryOf } from "~/features/people/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { Button, ButtonGroup, Checkbox, counted, Details, EmptyState, formOf, PageHeading, Select, Tabs, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Directory" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await enter(args, handle.access);
  const search = new URL(args.request.url).searchParams;
  const filter = filterOf(search);
  const directory = await directoryOf(signedIn, filter);
  // Another region's directory looks like one that does not exist; somebody without a region has an empty one.
  if (!directory && filter.regionId) throw notFound();
  return {
    directory,
    filter,
    search: search.toString(),
    keeps: directory !== null && signedIn.holdings.some((post) => post.kind === "sli-coordinator" && post.regionId === directory.region.id),
    directs: signedIn.holdings.some((post) => post.kind === "dcs"),
  };
}

export default function DirectoryPage() {
  const { directory, filter, search, keeps, directs } = useLoaderData<typeof loader>();
  if (!directory) {
    return (
      <>
        <PageHeading>Directory</PageHeading>
        <EmptyState title="You hold no post in a region">You take part by name in a record, so there is no directory for you to see. Your coordinator can give you a post.</EmptyState>
      </>
    );
  }
  const form = formOf({ q: filter.words, kind: filter.kind, ...(filter.vacantOnly ? { vacant: "yes" } : {}) });
  const narrowed = filter.words !== "" || filter.kind !== "" || filter.vacantOnly;
  return (
    <>
      <PageHeading caption={directory.region.name}>Directory</PageHeading>
      {directory.regions.length > 1 ? (
        <Tabs label="Regions" tabs={directory.regions.map((region) => ({ label: region.name, href: `/directory?region=${region.id}`, current: region.id === directory.region.id }))} />
      ) : null}
      <p className="govuk-body">
        {directory.filled} of {counted(directory.posts, "post")} are held, in {counted(directory.authorities, "authority", "authorities")} and the region itself.
      </p>
      <div className="app-columns">
        <div>
          {directory.entries.length === 0 ? (
            <EmptyState title="Nothing matches">No post or person matches what you are looking for. <a className="govuk-link" href={`/directory?region=${directory.region.id}`}>Show the whole directory</a>.</EmptyState>
          ) : (
            <DirectoryList entries={directory.entries} />
          )}
        </div>
        <aside>
          <Form method="get" role="search" aria-label="Directory">
            <input type="hidden" name="region" value={directory.region.id} />
            <TextInput form={form} name="q" label="Name, post or authority" type="search" />
            <Select form={form} name="kind" label="Kind of post" blank="Every kind" options={Object.entries(POST_KINDS).map(([value, { label }]) => ({ value, label }))} />
            <Checkbox form={form} name="vacant" label="Vacant posts only" />
            <ButtonGroup>
              <Button kind="secondary">Search</Button>
              {narrowed ? <a className="govuk-link" href={`/directory?region=${directory.region.id}`}>Clear</a> : null}
            </ButtonGroup>
          </Form>
          {directory.entries.length > 3 ? (
            <Details summary="Go to an authority">
              <ul className="govuk-list">{directory.entries.map((entry) => <li key={entry.id}><a className="govuk-link" href={`#place-${entry.id}`}>{entry.name}</a></li>)}</ul>
            </Details>
          ) : null}
          <ul className="govuk-list">
            <li><a className="govuk-link" href={`/directory.csv?${search || `region=${directory.region.id}`}`}>Download as CSV</a></li>
            {keeps ? <li><a className="govuk-link" href={`/people/import?region=${directory.region.id}`}>Add people and posts from a file</a></li> : null}
            {keeps || directs ? <li><a className="govuk-link" href="/people/new">Add a person</a></li> : null}
            {keeps || directs ? <li><a className="govuk-link" href="/posts/new">Add a post</a></li> : null}
          </ul>
        </aside>
      </div>
    </>
  );
}
