import type { LoaderFunctionArgs } from "@remix-run/node";
import { dashboardCsv, dashboardOf, responseCsv } from "~/features/programme";
import { csvFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "regional-chair"], of: "region" } } satisfies RouteHandle;

/** How the programmes of a region stand as a spreadsheet: cohorts with their filling, or the response to each day. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, handle.access);
  const board = await dashboardOf(args.params["regionId"] ?? "");
  if (!board) throw notFound();
  const days = new URL(args.request.url).searchParams.get("table") === "days";
  return csvFile(`${days ? "response" : "cohorts"}-${board.region}`, days ? responseCsv(board) : await dashboardCsv(board));
}
