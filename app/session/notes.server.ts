import { data } from "@remix-run/node";

import { conflictChoice } from "~/features/kept-text/forms";
import type { Kept, Settled, Take } from "~/features/kept-text";
import { readNote, savedFields, type NotePosted } from "~/features/kept-text/notes";
import { now } from "~/platform/clock.server";
import type { AutosaveAnswer } from "~/ui";
import { withError, type FormValues } from "~/ui/form-state";
import { redirectWith } from "./flash.server";
import { conflicted, refuseWith } from "./forms.server";

type Refused = { readonly kind: "refused"; readonly reason: string };

/** What a day page does with notes, in its own feature's words. */
export interface NotesOfPage {
  readonly here: string;
  readonly keep: (note: NotePosted) => Promise<Kept | Refused>;
  readonly settle: (choice: { readonly keptId: string; readonly take: Take; readonly baseRevision: number }) => Promise<Settled | Refused>;
  readonly say: (reason: string) => string;
}

/** Answers what a day page posts about its notes: saved while typed (in JSON), saved by the button, or a conflict settled. */
export async function answerNotes(request: Request, values: FormValues, page: NotesOfPage) {
  if (values["part"] === undefined) return settled(values, page);
  const note = readNote(values);
  const kept = note.message === null ? await page.keep(note) : null;
  const message = note.message ?? (kept?.kind === "refused" ? page.say(kept.reason) : null);
  if (request.headers.get("X-Autosave") === "1") {
    const answer: AutosaveAnswer = {
      savedAt: now().toISOString(),
      ...(kept?.kind === "saved" ? { fields: savedFields(note.part, kept.revision) } : {}),
      ...(kept?.kind === "conflict" ? { conflictHref: page.here } : {}),
      ...(message === null ? {} : { message }),
    };
    return Response.json(answer, { status: message !== null ? 422 : kept?.kind === "conflict" ? 409 : 200 });
  }
  if (message !== null) return data({ form: withError({ values, errors: {} }, message) }, { status: 422 });
  return kept?.kind === "conflict"
    ? redirectWith(page.here, { kind: "notice", title: "Somebody else saved first", text: "Both texts are kept and shown below." })
    : redirectWith(page.here, { title: "The notes are saved" });
}

async function settled(values: FormValues, page: NotesOfPage) {
  const choice = conflictChoice.safeParse(values);
  if (!choice.success) return refuseWith(values, "Choose what the notes should be", "take");
  const { keptId, take, revision } = choice.data;
  const result = await page.settle({ keptId, take, baseRevision: revision });
  if (result.kind === "conflict") return conflicted(values, "The notes have changed since you opened this page. Look at both again, then choose.");
  if (result.kind === "refused") return conflicted(values, page.say(result.reason));
  return redirectWith(page.here, { title: "Settled", text: "The version not chosen stays in the history." });
}
