import type { ActionFunctionArgs } from "@remix-run/node";

import { readsStatement } from "~/features/visit/access.server";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf } from "~/features/visit/queries.server";
import { saveStatement } from "~/features/visit/statement.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { readBody } from "~/session/forms.server";
import { readForm, valueOf, type AutosaveAnswer, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "visit" } } satisfies RouteHandle;

/** Nobody comes here by an address: a page that asks is sent to the statement's own. */
export async function loader(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  throw notFound();
}

/** Saves the statement while it is being written; the answer carries the revision to go on from. */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsStatement(head)) throw notFound();
  const form = { values: readForm(await readBody(args.request)), errors: {} };
  const base = Number(valueOf(form, "statementRevision"));
  const saved = await saveStatement({ visitId: head.id, actor, value: valueOf(form, "statement").trimEnd(), baseRevision: Number.isInteger(base) && base >= 0 ? base : 0 });
  if (saved.kind === "refused" && saved.reason === "not-your-role") throw notFound();
  const outcome = saved.kind === "refused" ? outcomeOf(saved) : null;
  const answer: AutosaveAnswer = {
    savedAt: now().toISOString(),
    fields: saved.kind === "saved" ? { statementRevision: String(saved.revision) } : {},
    ...(saved.kind === "conflict" ? { conflictHref: `/visits/${head.id}/statement/conflict` } : {}),
    ...(outcome && !outcome.ok ? { message: outcome.message } : {}),
  };
  return Response.json(answer, { status: saved.kind === "saved" ? 200 : saved.kind === "conflict" ? 409 : 422 });
}
