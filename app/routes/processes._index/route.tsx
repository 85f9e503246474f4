import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { processList } from "~/features/process-pages.server";
import { enter } from "~/session/enter.server";
import { PageHeading, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "everyone" }, title: "How Candour works, process by process" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  return { processes: processList() };
}

export default function ProcessesRoute() {
  const { processes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading>Processes</PageHeading>
      <p className="govuk-body-l app-measure">Everything that moves in Candour moves by one of these. Each says what may happen, who may do it, by when, and who is told by email.</p>
      <Table
        caption="Every process" hideCaption rows={processes} rowKey={(process) => process.name}
        columns={[
          { key: "title", heading: "Process", cell: (process) => <a className="govuk-link" href={`/processes/${process.name}`}>{process.title}</a> },
          { key: "about", heading: "What it is", cell: (process) => process.about },
          { key: "steps", heading: "Steps", numeric: true, cell: (process) => process.steps },
        ]}
      />
    </>
  );
}
