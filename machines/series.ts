import { and, setup } from "xstate";

import { optionsFor, stepsFor, type Due, type MachineMeta } from "./step";

/** coordinator of the region runs it; addressee is whom an invitation or the report is for. Who comes to a session is told by their own booking. */
export type SeriesRole = "coordinator" | "addressee";

/** Dates are ISO days, empty while there is none. */
export interface SeriesFacts {
  readonly hasReason: boolean;
  /** It has a session, and each has a place or a link, and places. */
  readonly complete: boolean;
  /** Every session lies ahead, and so does each last day to book. */
  readonly datesAhead: boolean;
  /** No session is still to come: each has been held or cancelled, and one was held. */
  readonly allHeld: boolean;
  /** There is something to report: notes of a session. */
  readonly hasNotes: boolean;
  /** The day of the last session that takes place. */
  readonly lastOn: string;
}

export type SeriesEvent =
  | { type: "series.open" }
  | { type: "series.cancel" }
  | { type: "sessions.finish" }
  | { type: "report.publish" }
  | { type: "report.reopen" }
  | { type: "series.close" };

const step = stepsFor<SeriesRole>();
const option = optionsFor<SeriesRole>();

const cancel = {
  "series.cancel": {
    guard: "hasReason" as const,
    ...option({ to: "cancelled", by: ["coordinator"], tells: { coordinator: "series/cancelled" }, cascades: { event: "series.cancel" } }),
  },
};

/** P10: one thing in many sessions, each an event of its own, whose notes become one evidence report. */
export const series = setup({
  types: { context: {} as SeriesFacts, events: {} as SeriesEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    complete: ({ context }) => context.complete,
    datesAhead: ({ context }) => context.datesAhead,
    allHeld: ({ context }) => context.allHeld,
    hasNotes: ({ context }) => context.hasNotes,
  },
}).createMachine({
  id: "series",
  version: "1",
  context: ({ input }) => input as unknown as SeriesFacts,
  initial: "planned",
  meta: {
    title: "Series",
    about: "One thing in many sessions, such as eighteen action learning sessions: opened at once, booked session by session or as a whole; the notes of its sessions are combined by theme into one evidence report.",
    roles: {
      coordinator: "SLI coordinator of the region",
      addressee: "somebody who is invited, or who took part",
    },
    mayBeEmpty: ["addressee"],
    byChoice: [],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<SeriesRole>,
  states: {
    planned: {
      on: {
        "series.open": {
          guard: and(["complete", "datesAhead"]),
          ...step({ to: "running", by: ["coordinator"], tells: { coordinator: "series/opened", addressee: "series/invited" }, cascades: { event: "series.open" } }),
        },
        ...cancel,
      },
    },
    running: {
      meta: {
        due: [{ name: "Combine the notes", on: { fact: "lastOn" }, remind: [{ day: 2, tells: { coordinator: "series/notes-to-combine" } }] } satisfies Due<SeriesRole>],
      },
      on: {
        "sessions.finish": { guard: "allHeld", ...step({ to: "combining", by: ["coordinator"], tells: { coordinator: "series/sessions-finished" } }) },
        ...cancel,
      },
    },
    combining: {
      meta: {
        due: [
          {
            name: "Publish the evidence report",
            on: { workingDays: 20 },
            remind: [
              { day: -5, tells: { coordinator: "series/report-wanted" } },
              { day: 1, tells: { coordinator: "series/report-wanted" } },
            ],
          } satisfies Due<SeriesRole>,
        ],
      },
      on: {
        "report.publish": { guard: "hasNotes", ...step({ to: "published", by: ["coordinator"], tells: { coordinator: "series/report-published", addressee: "series/report-published" } }) },
      },
    },
    published: {
      on: {
        "report.reopen": { guard: "hasReason", ...option({ to: "combining", by: ["coordinator"], tells: { coordinator: "series/report-reopened" } }) },
        "series.close": { ...option({ to: "closed", by: ["coordinator"], tells: { coordinator: "series/closed" } }) },
      },
    },
    closed: { type: "final" },
    cancelled: { type: "final" },
  },
});
