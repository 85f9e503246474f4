import type { LoaderFunctionArgs } from "@remix-run/node";
import { boardCsv, programmeBoard } from "~/features/challenge-board";
import { csvFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "regional-chair"], of: "region" } } satisfies RouteHandle;

/** The chase board of programmes as a spreadsheet, of one kind when the address asks for it. */
export async function loader(args: LoaderFunctionArgs) {
  const board = await programmeBoard(await enter(args, handle.access), args.params["regionId"]);
  if (!board) throw notFound();
  const kind = new URL(args.request.url).searchParams.get("kind");
  const rows = board.counts[kind ?? ""] === undefined ? board.rows : board.rows.filter(({ machine }) => machine === kind);
  return csvFile(`programmes-${board.region}`, boardCsv(rows));
}
