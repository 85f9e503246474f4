import { createElement, type ComponentType, type ReactElement } from "react";
import { z } from "zod";

import { dueInSubject, type Deadline } from "./dates";
import { sayRoleOf } from "./roles";

/** What every letter knows, whoever it goes to. Never content of a document, never a reason somebody typed. */
export interface Letter {
  readonly recipient: { readonly name: string };
  /** The role in which they are told: a key of emails/roles.ts. */
  readonly role: string;
  /** Whose record, in a sentence: "Kent's self-assessment". */
  readonly title: string;
  /** Whose record, short, for subjects: "Kent self-assessment 2026/27". */
  readonly subject: string;
  readonly authority: string | null;
  readonly round: string;
  readonly region: string;
  /** The record's page, as a path. */
  readonly path: string;
  /** ISO day ("2026-11-30"). */
  readonly due: string | null;
  /** Who did it, with their post; null when the system did. */
  readonly by: string | null;
  /** ISO instant at which it happened; the time left is counted from it. */
  readonly when: string;
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
  readonly calendar: readonly CalendarEntry[];
}

/** A date for people's own calendars. One UID for the life of the entry, a higher sequence at each change. */
export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly method: "REQUEST" | "CANCEL";
  readonly title: string;
  /** ISO instant; for whole days an ISO day. */
  readonly startsOn: string;
  /** ISO instant; for whole days the last ISO day, itself included. */
  readonly endsOn: string;
  readonly allDay: boolean;
  readonly location?: string | null;
  readonly path: string;
}

/** One line of plain words: whatever breaks it is folded to spaces, and it is cut rather than refused. */
export const line = z.string().transform((text) => {
  const folded = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return folded.length > 200 ? `${folded.slice(0, 199)}…` : folded;
});

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const path = z.string().regex(/^\/(?!\/)/, { error: "must be a path that begins with one slash" });

const calendarEntry = z
  .object({
    uid: z.string().min(1),
    sequence: z.number().int().nonnegative(),
    method: z.enum(["REQUEST", "CANCEL"]),
    title: line,
    startsOn: z.union([day, instant]),
    endsOn: z.union([day, instant]),
    allDay: z.boolean(),
    location: line.nullish(),
    path,
  })
  .refine(({ allDay, startsOn, endsOn }) => allDay || (startsOn.length > 10 && endsOn.length > 10), {
    error: "an entry that is not of whole days needs a time",
  });

const frame = {
  recipient: z.object({ name: line }),
  role: line,
  title: line,
  subject: line,
  authority: line.nullable(),
  round: line,
  region: line,
  path,
  due: day.nullable(),
  by: line.nullable(),
  when: instant,
  calendar: z.array(calendarEntry).refine((entries) => new Set(entries.map((entry) => entry.method)).size < 2, {
    error: "one letter carries one method: a calendar file is all requests or all cancellations",
  }),
};

/** Facts an email may declare. All may be absent: the wording goes round what is not known. */
export const fact = {
  words: line.nullish(),
  count: z.number().int().nonnegative().nullish(),
  day: day.nullish(),
  yesOrNo: z.boolean().nullish(),
} as const;

/** A letter whose `about` holds what its email declares, and nothing else. */
export type LetterAbout<About extends z.ZodRawShape> = Omit<Letter, "about"> & { readonly about: z.output<z.ZodObject<About>> };

export interface Draft<About extends z.ZodRawShape> {
  /** The facts it uses; others are dropped before anything is stored. */
  readonly about: About;
  /** The subject's first words, what it is about: "Sign", "Now overdue". Whose and by when follow by themselves. */
  readonly what: (letter: LetterAbout<About>) => string;
  /** Whose, in the subject; `letter.subject` unless the email is about no record. */
  readonly whose?: (letter: LetterAbout<About>) => string;
  /** Which day counts, when it is not `letter.due`; null for an email in which no day does. */
  readonly due?: (letter: LetterAbout<About>) => string | null | undefined;
  readonly deadline: Deadline;
  /** The line that mail programs show beside the subject. */
  readonly preview: (letter: LetterAbout<About>) => string;
  readonly heading: (letter: LetterAbout<About>) => string;
  /** The message: short paragraphs. */
  readonly Body: ComponentType<{ readonly letter: LetterAbout<About> }>;
  /** The one button; it leads to the record's page unless it gives a path of its own. */
  readonly button: (letter: LetterAbout<About>) => { readonly label: string; readonly path?: string };
  /** What happens next, and who will be told; null when nothing follows. */
  readonly next: (letter: LetterAbout<About>) => string | null;
  /** Why they got it, when it is not for a role they hold on a record. */
  readonly why?: (letter: LetterAbout<About>) => string;
  /** False for an email nobody can choose not to get. */
  readonly byChoice?: boolean;
  readonly example: Omit<Letter, "about"> & { readonly about: z.input<z.ZodObject<About>> };
}

/** An email's parts in words, before the frame is put round them. */
export interface Composed {
  readonly letter: Letter;
  readonly subject: string;
  readonly preview: string;
  readonly heading: string;
  readonly body: ReactElement;
  readonly button: { readonly label: string; readonly path: string };
  readonly next: string | null;
  readonly deadline: Deadline;
  /** "You are told as ...", in one sentence. */
  readonly why: string;
  readonly byChoice: boolean;
}

/** An email: props in, letter out. */
export interface Email {
  /**
   * The props as they may be stored: checked, and reduced to what this email declares.
   * @throws z.ZodError when something is missing or of the wrong type: a bug of the caller
   */
  readonly parse: (props: unknown) => Letter;
  /** @throws z.ZodError as `parse` does */
  readonly compose: (props: unknown) => Composed;
  readonly example: Letter;
}

/** Makes an email from its draft; each lives in a file of its own, with an example. */
export function defineEmail<const About extends z.ZodRawShape>(draft: Draft<About>): Email {
  const schema = z.object({ ...frame, about: z.object(draft.about) });
  // The shape is generic here, so that the compiler cannot see that the schema's output is this type.
  const read = (props: unknown): LetterAbout<About> => schema.parse(props) as unknown as LetterAbout<About>;
  const asLetter = (letter: LetterAbout<About>): Letter => letter as unknown as Letter;
  return {
    parse: (props) => asLetter(read(props)),
    compose: (props) => {
      const stored = read(props);
      const letter = { ...stored, due: draft.due ? (draft.due(stored) ?? null) : stored.due };
      const button = draft.button(letter);
      const whose = draft.whose?.(letter) ?? letter.subject;
      return {
        letter: asLetter(letter),
        subject: `${draft.what(letter)}: ${whose}${dueInSubject(letter, draft.deadline)}`,
        preview: draft.preview(letter),
        heading: draft.heading(letter),
        body: createElement(draft.Body, { letter }),
        button: { label: button.label, path: button.path ?? letter.path },
        next: draft.next(letter),
        deadline: draft.deadline,
        why: draft.why?.(letter) ?? `You are told as ${sayRoleOf(letter)}.`,
        byChoice: draft.byChoice ?? true,
      };
    },
    example: asLetter(read(draft.example)),
  };
}
