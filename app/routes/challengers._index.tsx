import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { filterOf, stateChoices } from "~/features/challenger-pool/filter";
import { registerOf, type Listed } from "~/features/challenger-pool/queries.server";
import { labelOf, levelLabels, levels } from "~/features/challenger-pool/words";
import { enter, notFound } from "~/session/enter.server";
import { Button, Card, counted, formatDate, formOf, Meter, PageHeading, Pill, Select, Table, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "regional-chair"], of: "region" }, title: "Challengers" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const filter = filterOf(new URL(args.request.url).searchParams);
  const register = await registerOf(actor, filter);
  if (!register) throw notFound();
  return { register, filter };
}

export default function ChallengersRoute() {
  const { register, filter } = useLoaderData<typeof loader>();
  const { region, rows } = register;
  const form = formOf({ region: region.id, words: filter.words, theme: filter.theme, level: filter.level, state: filter.state, on: filter.on ?? "" });
  const query = new URLSearchParams(Object.entries({ ...filter, region: region.id }).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])));
  return (
    <>
      <PageHeading caption={region.name}>Challengers</PageHeading>
      <div className="app-columns">
        <div>
          {register.keeps ? (
            <p className="govuk-body">
              <a className="govuk-link" href={`/challengers/new?region=${region.id}`}>Enter a challenger</a>, <a className="govuk-link" href={`/challengers/import?region=${region.id}`}>add many from a file</a>,{" "}
              <a className="govuk-link" href={`/challengers/training?region=${region.id}`}>training days</a>, <a className="govuk-link" href={`/challengers/demand?region=${region.id}`}>themes wanted and known</a>
            </p>
          ) : <p className="govuk-body"><a className="govuk-link" href={`/challengers/demand?region=${region.id}`}>Themes wanted and known</a></p>}
          <form method="get" className="app-filter" aria-label="Show only some">
            {register.regions.length > 1 ? <Select form={form} name="region" label="Region" options={register.regions.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="region" value={region.id} />}
            <TextInput form={form} name="words" label="Name or authority" width={20} />
            <Select form={form} name="theme" label="Theme" blank="All themes" options={register.themes.map((theme) => ({ value: theme, label: theme }))} />
            <Select form={form} name="level" label="Level" blank="All" options={levels.map((level) => ({ value: level, label: levelLabels[level] }))} />
            <Select form={form} name="state" label="State" blank="Everybody" options={[...stateChoices]} />
            <TextInput form={form} name="on" label="Who could come on" hint="For example 11/2/2027" width={10} />
            <Button kind="secondary">Show</Button>
          </form>
        </div>
        <aside>
          <Card heading="The pool">
            <Meter value={register.available} of={register.trained} label="trained challengers can be invited">{register.runningOut > 0 ? <a className="govuk-link" href={`/challengers?region=${region.id}&state=runningOut`}>{counted(register.runningOut, "training", "trainings")} running out soon</a> : "No training runs out soon."}</Meter>
            {register.waiting > 0 ? <p className="govuk-body">{counted(register.waiting, "person", "people")} waiting for an endorsement or a training day.</p> : null}
          </Card>
        </aside>
      </div>
      <Table
        caption={`${counted(rows.length, "challenger")}${filter.on ? ` who could come on ${formatDate(filter.on)}` : ""}`}
        columns={[
          { key: "name", heading: "Name", cell: (row: Listed) => <a className="govuk-link" href={`/challengers/${row.id}`}>{row.name}</a> },
          { key: "employer", heading: "From", cell: (row: Listed) => row.employers.map(({ name }) => name).join(", ") || "No authority" },
          { key: "themes", heading: "Themes", cell: (row: Listed) => <>{row.themes.join(", ") || "None yet"}{row.level === "lead" ? <span className="app-soft">. Can lead</span> : null}</> },
          { key: "state", heading: "State", cell: (row: Listed) => <StateCell row={row} /> },
          { key: "load", heading: "Load", numeric: true, cell: (row: Listed) => `${row.load} of ${row.maxLoad}` },
          { key: "done", heading: "Record", cell: (row: Listed) => (row.done === 0 ? "None yet" : `${counted(row.done, "time")}${row.led > 0 ? `, ${row.led} as lead` : ""}`) },
        ]}
        rows={rows}
        rowKey={(row) => row.id}
        empty="Nobody fits. Widen what is shown."
      />
      <p className="govuk-body"><a className="govuk-link" href={`/challengers.csv?${query.toString()}`}>Download this list as a spreadsheet (CSV)</a></p>
    </>
  );
}

function StateCell({ row }: { readonly row: Listed }) {
  const kind = row.state === "trainingExpired" ? "late" : row.state === "available" || row.state === "onAssignment" ? "calm" : "quiet";
  return (
    <>
      <Pill kind={kind}>{labelOf(row.state)}</Pill>
      {row.runsOutIn !== null && row.runsOutIn >= 0 && row.trainedUntil ? <span className="app-small"> Training ends {formatDate(row.trainedUntil)}</span> : null}
      {row.away ? <span className="app-soft app-small"> Away {formatDate(row.away.from)}{row.away.to === row.away.from ? "" : ` to ${formatDate(row.away.to)}`}</span> : null}
    </>
  );
}
