import type { RecordAct } from "~/features/step/acts";
import { labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  planned: "Planned",
  running: "Under way",
  combining: "Notes being combined",
  published: "Report published",
  closed: "Closed",
  cancelled: "Cancelled",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

const tasks: Readonly<Record<string, string>> = { planned: "Open booking for", running: "Combine the notes of", combining: "Publish the evidence report of" };

/** What waits for a role, as a link: "Publish the evidence report of the action learning sessions". */
export function taskOf({ state, title }: { readonly state: string; readonly role: string; readonly title: string }): string {
  return `${tasks[state] ?? "Look at"} ${title}`;
}

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "planned the series",
  "series.open": "opened booking for every session",
  "series.cancel": "cancelled the series, with a reason",
  "sessions.finish": "noted that the sessions are over",
  "report.publish": "published the evidence report",
  "report.reopen": "opened the evidence report again, with a reason",
  "series.close": "closed the series",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  complete: "it has sessions, each with a place or a link, and places",
  datesAhead: "every session and every last day to book lies ahead",
  allHeld: "each session has been held or cancelled, and at least one was held",
  hasNotes: "at least one session has a note",
} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This series is not yours to change.",
  "no-such-step": "The series has moved on, and this step is no longer open.",
  "no-such-record": "There is no such series any more.",
  "choose-event": "Choose the event they took part in",
  "choose-theme": "Choose a theme",
  "write-note": "Write what was heard",
  "child-data": "Something in it may identify a child. Take it out, or say what it is instead",
  "not-held-yet": "Notes can be written from the day of the session on",
  hasReason: "Give a reason",
  complete: "Give it a session, each with a place or a link, and places first",
  datesAhead: "Every session, and every last day to book, must lie ahead",
  allHeld: "Hold or cancel every session first",
  hasNotes: "Write a note of at least one session first",
});

/** The steps of a series that have a page of their own. */
export const SERIES_ACTS: readonly RecordAct<"reason">[] = [
  {
    slug: "open", event: "series.open", title: "Check, and open booking for every session", button: "Open booking and tell those invited", asks: [],
    explains: "Those invited get one email for all the sessions, and can book at once: session by session, or all together.", done: "Booking is open for every session", doneText: "Those invited have been told.",
  },
  {
    slug: "finish", event: "sessions.finish", title: "The sessions are over", button: "Combine the notes", asks: [],
    explains: "The notes of the sessions are combined by theme on the page of the evidence report, where you write what they come to.", done: "The notes are combined", doneText: "Write what they come to, and publish the report.",
  },
  {
    slug: "publish", event: "report.publish", title: "Publish the evidence report", button: "Publish it and tell everybody who took part", asks: [],
    explains: "Everybody of the region can read it, and everybody who took part is told. It does not change afterwards: a correction is a new version.", done: "The evidence report is published", doneText: "Everybody who took part is told.",
  },
  {
    slug: "reopen", event: "report.reopen", title: "Open the report again", button: "Open it again", asks: ["reason"],
    explains: "The published version can still be read. What you publish next is a new version.", done: "The report is open again",
  },
  { slug: "close", event: "series.close", title: "Close the series", button: "Close the series", asks: [], explains: "Its sessions and its report can still be read.", done: "The series is closed" },
  {
    slug: "cancel", event: "series.cancel", title: "Cancel the whole series", button: "Cancel it and tell everybody booked", asks: ["reason"], warns: true,
    explains: "Every session that is still to come is cancelled, everybody booked is told, and the dates are taken out of their calendars. This cannot be undone.", done: "The series is cancelled", doneText: "Everybody booked is told.",
  },
];

/** Whether somebody has a booking of a session that has not begun. */
export function isToCome({ mine, date }: { readonly mine: { readonly state: string } | null; readonly date: { readonly begun: boolean } | null }): boolean {
  return mine !== null && date !== null && !date.begun && ["booked", "waiting", "offered"].includes(mine.state);
}
