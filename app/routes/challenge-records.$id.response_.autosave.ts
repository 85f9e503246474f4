import type { ActionFunctionArgs } from "@remix-run/node";

import { headOf } from "~/features/challenge-record/queries.server";
import { keepResponse } from "~/features/letter";
import { isHost } from "~/features/letter/access";
import { refusalWords } from "~/features/letter/words";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { readBody } from "~/session/forms.server";
import { readForm, valueOf, type AutosaveAnswer, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "challenge-record" } } satisfies RouteHandle;

/** Nobody comes here by an address: the page's script posts to it. */
export async function loader(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  throw notFound();
}

/** Saves the response while it is written. */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !isHost(head)) throw notFound();
  const form = { values: readForm(await readBody(args.request)), errors: {} };
  const kept = await keepResponse({ recordId: head.id, actor, text: valueOf(form, "text"), baseRevision: Number(valueOf(form, "textRevision")) || 0 });
  if (kept.kind === "refused") return Response.json({ message: refusalWords(kept.reason) } satisfies AutosaveAnswer, { status: 422 });
  if (kept.kind === "conflict") return Response.json({ conflictHref: `/challenge-records/${head.id}/response/conflict` } satisfies AutosaveAnswer, { status: 409 });
  return Response.json({ savedAt: now().toISOString(), fields: { textRevision: String(kept.revision) } } satisfies AutosaveAnswer);
}
