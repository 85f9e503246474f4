import type { ActionFunctionArgs } from "@remix-run/node";

import { saveFinding } from "~/features/challenge-record";
import { clashErrors, findingBase, findingPosted } from "~/features/challenge-record/forms";
import { isOfTeam } from "~/features/challenge-record/queries.server";
import { refusalWords } from "~/features/challenge-record/words";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { readBody } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { readForm, type AutosaveAnswer, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "challenge-record" } } satisfies RouteHandle;

/** Nobody comes here by an address: a page that asks is sent to the finding's own. */
export async function loader(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  throw notFound();
}

/** Saves a finding while it is being written, complete or not. What may identify a child is asked about when it is filed. */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const { id: recordId = "", findingId = "" } = args.params;
  if (!isUuid(findingId) || !(await isOfTeam(actor, recordId))) throw notFound();
  const saved = await saveFinding({ recordId, findingId, actor, ...findingPosted(readForm(await readBody(args.request))) });
  if (saved.kind === "conflict") return Response.json({ conflictHref: `/challenge-records/${recordId}/findings/${findingId}/conflicts` } satisfies AutosaveAnswer, { status: 409 });
  if (saved.kind === "refused") return Response.json({ message: refusalWords(saved.reason) } satisfies AutosaveAnswer, { status: 422 });
  const [clash] = Object.values(clashErrors(saved.clashes, saved.meta));
  const fields = findingBase({ textRevision: saved.textRevision, ...saved.meta, kloe: saved.meta.kloeId ? { id: saved.meta.kloeId, number: 0, text: "" } : null });
  const answer: AutosaveAnswer = { savedAt: now().toISOString(), fields, ...(clash ? { message: clash } : {}) };
  return Response.json(answer, { status: clash ? 422 : 200 });
}
