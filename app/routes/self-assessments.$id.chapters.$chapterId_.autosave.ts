import type { ActionFunctionArgs } from "@remix-run/node";

import { chapterPage } from "~/features/self-assessment/drafts.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { saveChapter } from "~/features/self-assessment/saving.server";
import { questionsOfChapter } from "~/features/template/content";
import { enter, notFound } from "~/session/enter.server";
import { readBody } from "~/session/forms.server";
import { readForm, type AutosaveAnswer, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "self-assessment" } } satisfies RouteHandle;

/** Nobody comes here by an address: a page that asks is sent to the chapter's own. */
export async function loader(args: ActionFunctionArgs) {
  await enter(args, handle.access);
  throw notFound();
}

/**
 * Saves a chapter while it is being written. The answer is JSON with the new revisions of exactly what
 * was saved: a page would carry whatever somebody else has saved since, and the next save would pass over it.
 */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "inside") throw notFound();
  const page = await chapterPage(actor, head, args.params["chapterId"] ?? "");
  if (!page) throw notFound();
  const saved = await saveChapter({ actor, selfAssessmentId: head.id, questions: questionsOfChapter(page.chapter), values: readForm(await readBody(args.request)) });
  const message = saved.refused ?? (saved.rejected ? saved.errors[0]?.message : undefined);
  const answer: AutosaveAnswer = {
    savedAt: saved.at.toISOString(),
    fields: saved.fields,
    ...(saved.conflicts > 0 ? { conflictHref: `/self-assessments/${head.id}/conflicts` } : {}),
    ...(message ? { message } : {}),
  };
  const status = saved.conflicts > 0 ? 409 : saved.refused !== null || saved.rejected ? 422 : 200;
  return Response.json(answer, { status });
}
