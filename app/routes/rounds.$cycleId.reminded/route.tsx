import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { remindedBy, roundPage } from "~/features/cycle";
import { sayRemindRefusal } from "~/features/cycle/words";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import { Button, counted, PageHeading, Table, WarningText, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "Reminders sent" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  const query = new URL(args.request.url).searchParams;
  const press = query.get("press") ?? "";
  if (!round?.mayRun || !isUuid(press)) throw notFound();
  return { id: round.id, name: round.name, region: round.region, rows: await remindedBy(round.id, press, query.getAll("missed").filter(isUuid)) };
}

export default function RemindedRoute() {
  const { id, name, region, rows } = useLoaderData<typeof loader>();
  const told = rows.filter((row) => row.told.length > 0);
  const missed = rows.filter((row) => row.told.length === 0);
  return (
    <>
      <PageHeading caption={`${region} round ${name}`}>{told.length > 0 ? `Reminders sent for ${counted(told.length, "authority", "authorities")}` : "No reminder was sent"}</PageHeading>
      {told.length > 0 ? (
        <Table
          caption="Who has been told" rows={told} rowKey={(row) => row.selfAssessmentId}
          columns={[
            { key: "authority", heading: "Authority", cell: (row) => row.authority },
            { key: "told", heading: "Told by email", cell: (row) => row.told.join(", ") },
          ]}
        />
      ) : null}
      {missed.length > 0 ? (
        <>
          <WarningText>{counted(missed.length, "authority", "authorities")} could not be reminded.</WarningText>
          <Table
            caption="Who has not been told" rows={missed} rowKey={(row) => row.selfAssessmentId}
            columns={[
              { key: "authority", heading: "Authority", cell: (row) => row.authority },
              { key: "why", heading: "Why", cell: (row) => sayRemindRefusal(row.refused ?? "") },
            ]}
          />
        </>
      ) : null}
      <Button href={`/rounds/${id}/chase`}>Back to the chase board</Button>
    </>
  );
}
