import type { ActionFunctionArgs } from "@remix-run/node";

import { headOf } from "~/features/challenge-record/queries.server";
import { saveLetter } from "~/features/letter";
import { readsDraft } from "~/features/letter/access";
import { boxOf, boxesPosted } from "~/features/letter/forms";
import { refusalWords } from "~/features/letter/words";
import { enter, notFound } from "~/session/enter.server";
import { readBody } from "~/session/forms.server";
import { readForm, type AutosaveAnswer, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "challenge-record" } } satisfies RouteHandle;

/** Nobody comes here by an address: the editor's script posts to it. */
export async function loader(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  throw notFound();
}

/** Saves the letter while it is written. The answer has the new revisions of exactly what was saved. */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsDraft(head)) throw notFound();
  const saved = await saveLetter({ recordId: head.id, actor, boxes: boxesPosted(readForm(await readBody(args.request))) });
  if (saved.kind === "refused") {
    if (saved.reason === "not-your-role") throw notFound();
    return Response.json({ message: refusalWords(saved.reason) } satisfies AutosaveAnswer, { status: 422 });
  }
  const fields = Object.fromEntries(saved.revisions.map(({ paragraphId, part, revision }) => [part === "heading" ? boxOf.headingRevision(paragraphId) : boxOf.textRevision(paragraphId), String(revision)]));
  const answer: AutosaveAnswer = {
    savedAt: saved.at.toISOString(),
    fields,
    ...(saved.conflicts > 0 ? { conflictHref: `/challenge-records/${head.id}/letter/conflicts` } : {}),
    ...(saved.tooLong.length > 0 ? { message: "a paragraph or heading is too long to keep" } : {}),
  };
  return Response.json(answer, { status: saved.conflicts > 0 ? 409 : saved.tooLong.length > 0 ? 422 : 200 });
}
