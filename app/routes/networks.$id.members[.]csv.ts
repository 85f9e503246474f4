import type { LoaderFunctionArgs } from "@remix-run/node";

import { membersCsv, networkPage } from "~/features/network/queries.server";
import { csvFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "network" }, title: "Members as CSV" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const network = await networkPage(actor, args.params["id"]);
  if (!network?.keeps) throw notFound();
  return csvFile(`members-${network.title}`, membersCsv(network.members ?? []));
}
