import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { filterOf } from "~/features/challenger-pool/filter";
import { demandOf, registerOf } from "~/features/challenger-pool/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { BarTable, Breadcrumbs, counted, PageHeading, Pill, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "regional-chair"], of: "region" }, title: "Themes wanted and known" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const register = await registerOf(actor, filterOf(new URL(args.request.url).searchParams));
  if (!register) throw notFound();
  return { region: register.region, themes: await demandOf(register.region.id) };
}

type Row = Awaited<ReturnType<typeof demandOf>>[number];

export default function DemandRoute() {
  const { region, themes } = useLoaderData<typeof loader>();
  const short = themes.filter(({ wanted, free }) => wanted > free);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Challengers", href: `/challengers?region=${region.id}` }]} />
      <PageHeading caption={region.name}>Themes wanted and known</PageHeading>
      <p className="govuk-body">{short.length === 0 ? "For every theme that is asked for there are enough challengers with time." : `Too few challengers with time for ${short.map(({ theme }) => theme).join(", ")}: look for people who know ${short.length === 1 ? "it" : "them"} when you next train.`}</p>
      <BarTable caption="Challengers who know the theme and have time" labelHeading="Theme" valueHeading="Challengers" bars={themes.map(({ theme, free, wanted }) => ({ label: theme, value: free, shown: wanted > 0 ? `${free}, ${counted(wanted, "visit")} ask` : String(free), mark: wanted > free }))} />
      <Table
        caption="The same in numbers"
        columns={[
          { key: "theme", heading: "Theme", cell: (row: Row) => <a className="govuk-link" href={`/challengers?${new URLSearchParams({ region: region.id, theme: row.theme, state: "inPool" }).toString()}`}>{row.theme}</a> },
          { key: "wanted", heading: "Open requests", numeric: true, cell: (row: Row) => row.wanted },
          { key: "able", heading: "Know it", numeric: true, cell: (row: Row) => row.able },
          { key: "free", heading: "Have time", numeric: true, cell: (row: Row) => row.free },
          { key: "leads", heading: "Can lead", numeric: true, cell: (row: Row) => row.leads },
          { key: "gap", heading: "Enough?", cell: (row: Row) => (row.wanted > row.free ? <Pill kind="late">Too few</Pill> : row.wanted > 0 ? <Pill kind="calm">Enough</Pill> : "Not asked for") },
        ]}
        rows={themes}
        rowKey={(row) => row.theme}
      />
    </>
  );
}
