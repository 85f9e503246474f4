import type { LoaderFunctionArgs } from "@remix-run/node";

import { boardRound, searchSeen } from "~/features/arrangement";
import { isLive } from "~/features/arrangement/rules";
import { progressWords, searchLabel, unitOf } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { isUuid } from "~/session/params";
import type { RouteHandle } from "~/ui/route-handle";

export const handle = { access: { who: "visible", record: "arrangement" } } satisfies RouteHandle;

/** How far a search is, for the page's script. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { cycleId, searchId } = args.params;
  const round = await boardRound(actor, cycleId);
  const search = round && isUuid(searchId) ? await searchSeen(actor, round.id, searchId) : null;
  if (!search) throw notFound();
  const body = {
    stage: search.stage,
    live: isLive(search.stage),
    counting: search.stage === "counting",
    label: searchLabel(search.stage),
    words: progressWords(search.progress, search.rules ? unitOf(search.rules) : "points"),
    elapsed: search.elapsedSeconds,
    rounds: search.rounds,
  };
  return Response.json(body, { headers: { "Cache-Control": "no-store" } });
}
