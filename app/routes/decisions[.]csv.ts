import type { LoaderFunctionArgs } from "@remix-run/node";
import { decisionLog, decisionsCsv } from "~/features/summit/queries.server";
import { csvFile } from "~/session/download.server";
import { enter } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Decision log as CSV" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  return csvFile("decision log", decisionsCsv(await decisionLog(await enter(args, handle.access))));
}
