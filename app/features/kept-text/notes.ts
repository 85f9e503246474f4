import { valueOf, type FormState, type FormValues } from "~/ui/form-state";

/** The longest notes of one part of a day, in characters. */
const LONGEST = 50_000;

export interface NotePosted {
  /** Which part of the day: whatever the page named it. */
  readonly part: string;
  readonly value: string;
  readonly baseRevision: number;
  /** What is wrong with it, in a sentence. */
  readonly message: string | null;
}

/** The field of a part's words, so that an error stands at the right box. */
export const noteField = (part: string): string => `note-${part}`;

/** Reads what `<NoteForm>` posted. */
export function readNote(values: FormValues): NotePosted {
  const form: FormState = { values, errors: {} };
  const part = valueOf(form, "part");
  const value = valueOf(form, noteField(part)).replace(/\r\n/g, "\n");
  const revision = valueOf(form, `revision-${part}`);
  return { part, value, baseRevision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0, message: value.length > LONGEST ? "The notes of one part of the day must be 50,000 characters or fewer" : null };
}

/** The hidden field with which the next save is compared. */
export const savedFields = (part: string, revision: number): Readonly<Record<string, string>> => ({ [`revision-${part}`]: String(revision) });
