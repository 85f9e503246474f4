import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { booksForOf } from "~/features/booking";
import { noteAssignments } from "~/features/nomination";
import { labelOf, serviceLabels } from "~/features/nomination/words";
import { cohortPage, cohortPeople } from "~/features/programme";
import { outcomeOf } from "~/features/programme/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, Checkboxes, EmptyState, ErrorSummary, formOf, Meter, PageHeading, readForm, Table, valuesOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cohort" }, title: "People of the cohort" } satisfies RouteHandle;

/** Coordinators see everybody; directors, delegates and leads those of their own authorities. */
async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const cohort = await cohortPage(actor, args.params["id"]);
  const own = [...new Set([...booksForOf(actor), ...actor.holdings.flatMap(({ kind, authorityId }) => (kind === "dass" && authorityId ? [authorityId] : []))])];
  if (!cohort || (!cohort.keeps && own.length === 0)) throw notFound();
  return { actor, cohort, found: await cohortPeople(cohort.id, cohort.keeps ? undefined : own) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { cohort, found } = await asked(args);
  return { cohort: { id: cohort.id, title: cohort.title, keeps: cohort.keeps, places: cohort.places, taken: cohort.taken, hasAssignment: cohort.programme.hasAssignment, state: cohort.state }, fill: found.fill, ...shownOf(found, cohort.keeps) };
}

/** What the page shows, and nothing else: what the board has drafted is nobody's to read before it is released, nor is how others stand. */
function shownOf({ people, standings }: Awaited<ReturnType<typeof cohortPeople>>, keeps: boolean) {
  return {
    people: people.map(({ id, person, authority, service, team, state, reserveNo, holds, assignmentDone }) => ({ id, person, authority, service, team, state, reserveNo: keeps ? reserveNo : null, holds, assignmentDone })),
    standings: standings.flatMap(({ id, attended, days }) => (people.some((one) => one.id === id) ? [{ id, attended, days }] : [])),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort, found } = await asked(args);
  if (!cohort.keeps) throw notFound();
  const values = readForm(await readBody(args.request));
  const of = found.people.filter(({ state }) => state === "participating").map(({ id }) => id);
  const done = valuesOf({ values, errors: {} }, "done").filter((id) => of.includes(id));
  const outcome = outcomeOf(await noteAssignments({ cohortId: cohort.id, done, of, actor }));
  return outcome.ok ? redirectWith(`/cohorts/${cohort.id}/people`, { title: "It is noted whose assignment is in" }) : refuseWith(values, outcome.message);
}

export default function CohortPeopleRoute() {
  const { cohort, people, fill, standings } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const standing = new Map(standings.map((one) => [one.id, one]));
  // A sponsor sees their own people alone, and so not where they stand among all.
  const waiting = new Map(cohort.keeps ? people.filter(({ state }) => state === "reserve").sort((a, b) => (a.reserveNo ?? 0) - (b.reserveNo ?? 0)).map(({ id }, index) => [id, index + 1]) : []);
  const holding = people.filter(({ holds }) => holds);
  const taking = people.filter(({ state }) => state === "participating");
  const adult = holding.filter(({ service }) => service === "adult").length;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: cohort.title, href: `/cohorts/${cohort.id}` }]} />
      <PageHeading caption={cohort.title}>{cohort.keeps ? "People" : "Your people"}</PageHeading>
      {cohort.keeps ? (
        <div className="app-measure">
          <Meter value={cohort.taken} of={cohort.places} label="places taken" />
          <Meter value={adult} of={holding.length} label="of them from adult services" />
        </div>
      ) : null}
      {fill.length > 0 ? (
        <Table
          caption="By authority and service"
          columns={[
            { key: "authority", heading: "Authority", cell: (row) => row.authority },
            { key: "service", heading: "Service", cell: (row) => serviceLabels[row.service] },
            { key: "nominated", heading: "Nominated", cell: (row) => row.nominated },
            { key: "places", heading: "Places", cell: (row) => `${row.places}${row.quota === null ? "" : ` of ${row.quota}`}` },
          ]}
          rows={fill}
          rowKey={(row) => `${row.authority} ${row.service}`}
        />
      ) : null}
      {people.length === 0 ? <EmptyState title="Nobody is nominated yet">Who is nominated is listed here.</EmptyState> : (
        <Table
          caption="Everybody nominated"
          columns={[
            { key: "person", heading: "Name", cell: (row) => <a className="govuk-link" href={`/nominations/${row.id}`}>{row.person}</a> },
            { key: "authority", heading: "Authority", cell: (row) => row.authority },
            { key: "service", heading: "Service", cell: (row) => serviceLabels[row.service] },
            ...(people.some(({ team }) => team) ? [{ key: "team", heading: "Team", cell: (row: (typeof people)[number]) => row.team }] : []),
            { key: "state", heading: "Where it is", cell: (row) => `${labelOf(row.state)}${row.state === "reserve" && waiting.has(row.id) ? `, number ${waiting.get(row.id)}` : ""}` },
            ...(standings.length === 0 ? [] : [{ key: "days", heading: "Days attended", cell: (row: (typeof people)[number]) => { const one = standing.get(row.id); return one ? `${one.attended} of ${one.days}` : ""; } }]),
          ]}
          rows={people}
          rowKey={(row) => row.id}
        />
      )}
      {cohort.keeps && cohort.hasAssignment && taking.length > 0 ? (
        <form method="post" noValidate className="app-measure">
          <Checkboxes form={form === blankForm ? formOf({ done: people.filter(({ assignmentDone }) => assignmentDone).map(({ id }) => id) }) : form} name="done" label="Whose assignment is in?" small choices={taking.map(({ id, person, authority }) => ({ value: id, label: `${person}, ${authority}` }))} />
          <Button kind="secondary">Save</Button>
        </form>
      ) : null}
    </>
  );
}
