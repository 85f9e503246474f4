import type { LoaderFunctionArgs } from "@remix-run/node";
import { boardCsv, challengeBoard } from "~/features/challenge-board";
import { csvFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = { access: { who: "visible", record: "cycle" } } satisfies RouteHandle;

/** The board of peer challenge as a spreadsheet, of one kind when the address asks for it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const board = await challengeBoard(actor, args.params["cycleId"]);
  if (!board) throw notFound();
  const kind = new URL(args.request.url).searchParams.get("kind");
  const rows = board.counts[kind ?? ""] === undefined ? board.rows : board.rows.filter(({ machine }) => machine === kind);
  return csvFile(`peer-challenge-${board.region}-${board.cycle.name}`, boardCsv(rows));
}
