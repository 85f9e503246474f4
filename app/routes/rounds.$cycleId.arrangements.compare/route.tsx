import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { comparePage, draftsOf } from "~/features/arrangement";
import { costWords } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { BackLink, Button, Checkboxes, Details, PageHeading, Table, type RouteHandle } from "~/ui";
import { hasMap, RegionMap } from "~/ui/map/region-map";

export const handle = { access: { who: "visible", record: "arrangement" }, title: "Compare drafts of the groups" } satisfies RouteHandle;

/** So many side by side still fit a screen. */
const most = 4;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const chosen = new URL(args.request.url).searchParams.getAll("draft").slice(0, most);
  const page = await comparePage(actor, args.params["cycleId"], chosen);
  if (!page) throw notFound();
  const all = await draftsOf(actor, page.round.id);
  return { ...page, chosen, all: all.map(({ id, name }) => ({ id, name })) };
}

type Compared = Awaited<ReturnType<typeof loader>>["drafts"][number];

export default function CompareRoute() {
  const { round, drafts, chosen, all } = useLoaderData<typeof loader>();
  const base = `/rounds/${round.id}/arrangements`;
  const facts: readonly { readonly key: string; readonly heading: string; readonly of: (draft: Compared) => string }[] = [
    { key: "standing", heading: "Standing", of: (draft) => draft.standing },
    { key: "cost", heading: "Worth, by its own rules", of: (draft) => costWords(draft.cost, draft.unit) },
    { key: "repeats", heading: "Pairs that meet again", of: (draft) => String(draft.repeats) },
    { key: "journeys", heading: "Kilometres between members in all", of: (draft) => `${draft.journeys.toLocaleString("en-GB")} km` },
    { key: "longest", heading: "Longest way within a group", of: (draft) => `${draft.longest} km` },
    { key: "left", heading: "Rounds without a repeat guaranteed after it", of: (draft) => (draft.roundsLeft === null ? "Not counted for these groups" : String(draft.roundsLeft)) },
  ];
  return (
    <>
      <BackLink href={base}>Back to the drafts</BackLink>
      <PageHeading caption={`${round.region} round ${round.name}`}>Compare drafts</PageHeading>
      <Details summary="Choose what to compare" open={drafts.length < 2}>
        <form method="get">
          <Checkboxes name="draft" label={`Drafts, ${most} at most`} size="s" small choices={all.map((draft) => ({ value: draft.id, label: draft.name }))} form={{ values: { draft: chosen }, errors: {} }} />
          <Button kind="secondary">Compare the chosen</Button>
        </form>
      </Details>
      {drafts.length === 0 ? <p className="govuk-body">No draft is chosen.</p> : (
        <>
          <Table
            caption="Side by side" rows={facts} rowKey={(fact) => fact.key} keep
            columns={[{ key: "fact", heading: "Measure", cell: (fact) => fact.heading }, ...drafts.map((draft) => ({ key: draft.id, heading: draft.name, cell: (fact: (typeof facts)[number]) => fact.of(draft) }))]}
          />
          <div className="app-compare">
            {drafts.map((draft) => (
              <section key={draft.id} aria-labelledby={`draft-${draft.id}`}>
                <h2 className="govuk-heading-m" id={`draft-${draft.id}`}><a className="govuk-link" href={`${base}/${draft.id}`}>{draft.name}</a></h2>
                {hasMap(round.region) && draft.groups.length > 0 ? <RegionMap region={round.region} places={draft.places} title={`Map of the groups of ${draft.name}`} /> : null}
                <ol className="govuk-list app-small">
                  {draft.groups.map((group) => <li key={group.number}><b>Group {group.number}</b>: {group.names.join(", ")}{group.kilometres === null ? "" : `, ${group.kilometres} km apart`}{drafts.length > 1 && group.common ? <span className="app-soft"> (in all of them)</span> : null}</li>)}
                </ol>
                <Details summary="Its rules"><ul className="govuk-list govuk-list--bullet app-small">{draft.rulesInWords.map((line) => <li key={line}>{line}</li>)}</ul></Details>
              </section>
            ))}
          </div>
        </>
      )}
    </>
  );
}
