import type { LoaderFunctionArgs } from "@remix-run/node";

import { chaseBoard, chaseCsv } from "~/features/cycle";
import { readView, rowsIn } from "~/features/cycle/chase";
import { csvFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = { access: { who: "visible", record: "cycle" } } satisfies RouteHandle;

/** The chase board as a spreadsheet, in the view the address asks for. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const id = args.params["cycleId"];
  const board = isUuid(id) ? await chaseBoard(actor, id) : null;
  if (!board) throw notFound();
  const rows = rowsIn(readView(new URL(args.request.url).searchParams), board.rows);
  return csvFile(`chase-board-${board.region}-${board.name}`, chaseCsv(board, rows));
}
