import { now } from "~/platform/clock.server";
import type { FormValues } from "~/ui/form-state";
import type { SignedIn } from "~/workflow/actor.server";
import { posted } from "./forms";
import { keepNote, takesNotes } from "./notes.server";
import type { TriadPage } from "./page.server";
import { sayRefusal } from "./refusals";

/** The slots, by the authority challenged, in which this person takes notes. */
export function slotsToWrite(triad: TriadPage): readonly string[] {
  const roles = new Set(triad.standing.roles);
  return triad.agenda.flatMap(({ slot }) => (slot && takesNotes(slot, { roles, speaks: triad.speaks, deputyOf: triad.deputyOf }) ? [slot.challenged] : []));
}

export interface NotesSaved {
  readonly at: string;
  /** The new revision, as the form's hidden field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly conflict: boolean;
  readonly message: string | null;
}

/** The longest notes of one slot, in characters. */
const LONGEST = 50_000;

/** Keeps the notes of the slot that was posted. */
export async function keepPosted(actor: SignedIn, triadId: string, values: FormValues): Promise<NotesSaved> {
  const at = now().toISOString();
  const slot = posted(values, "slot");
  const text = values[`note-${slot}`];
  const value = typeof text === "string" ? text.replace(/\r\n/g, "\n") : "";
  if (value.length > LONGEST) return { at, fields: {}, conflict: false, message: "The notes of one part of the day must be 50,000 characters or fewer" };
  const revision = posted(values, `revision-${slot}`);
  const kept = await keepNote({ triadId, authorityId: slot, value, baseRevision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0, actor });
  if (kept.kind === "refused") return { at, fields: {}, conflict: false, message: sayRefusal(kept.reason) };
  return kept.kind === "conflict" ? { at, fields: {}, conflict: true, message: null } : { at, fields: { [`revision-${slot}`]: String(kept.revision) }, conflict: false, message: null };
}
