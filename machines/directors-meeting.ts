import { setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type Due, type MachineMeta } from "./step";

/** coordinator prepares it, chair leads it; director is every director of children's services of the region. */
export type MeetingRole = "coordinator" | "chair" | "director";

/** Dates are ISO days. */
export interface MeetingFacts {
  readonly hasReason: boolean;
  /** A recommendation or a plan stands on its agenda. */
  readonly hasItems: boolean;
  readonly dateAhead: boolean;
  /** Nothing on its agenda waits for a decision. */
  readonly everythingDecided: boolean;
  readonly papersBy: string;
  readonly heldOn: string;
}

export type MeetingEvent =
  | { type: "agenda.send" }
  | { type: "agenda.resend" }
  | { type: "meeting.move" }
  | { type: "meeting.cancel" }
  | { type: "meeting.close" };

const step = stepsFor<MeetingRole>();
const option = optionsFor<MeetingRole>();
const all = tellingFor<MeetingRole>();

/** P8: a meeting of the region's directors that decides what a summit recommended. */
export const directorsMeeting = setup({
  types: { context: {} as MeetingFacts, events: {} as MeetingEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    hasItems: ({ context }) => context.hasItems,
    dateAhead: ({ context }) => context.dateAhead,
    everythingDecided: ({ context }) => context.everythingDecided,
  },
}).createMachine({
  id: "directors-meeting",
  version: "1",
  context: ({ input }) => input as unknown as MeetingFacts,
  initial: "planned",
  meta: {
    title: "Directors’ meeting",
    about: "The region’s directors meet: an agenda with papers goes out before, the chair records each decision with its reason, and the decisions go to every director.",
    roles: {
      coordinator: "SLI coordinator of the region",
      chair: "regional chair",
      director: "directors of children’s services of the region",
    },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: ["hasReason", "dateAhead"],
  } satisfies MachineMeta<MeetingRole>,
  states: {
    planned: {
      meta: {
        due: [
          {
            name: "Send the agenda and its papers",
            on: { fact: "papersBy" },
            remind: [
              { day: -3, tells: { coordinator: "directors-meeting/agenda-wanted" } },
              { day: 1, tells: { coordinator: "directors-meeting/agenda-wanted" } },
            ],
          } satisfies Due<MeetingRole>,
        ],
      },
      on: {
        "agenda.send": { guard: "hasItems", ...step({ to: "agendaSent", by: ["coordinator"], tells: all("directors-meeting/agenda-sent", "director", "chair") }) },
        "meeting.move": { guard: "dateAhead", ...option({ to: "planned", by: ["coordinator"], tells: all("directors-meeting/moved", "coordinator", "chair") }) },
        "meeting.cancel": { guard: "hasReason", ...option({ to: "cancelled", by: ["coordinator"], tells: all("directors-meeting/cancelled", "coordinator", "chair") }) },
      },
    },
    agendaSent: {
      meta: {
        due: [
          {
            name: "Record the decisions, and close the meeting",
            on: { fact: "heldOn" },
            remind: [
              { day: 1, tells: all("directors-meeting/decisions-wanted", "chair", "coordinator") },
              { day: 5, tells: all("directors-meeting/decisions-wanted", "chair", "coordinator") },
            ],
          } satisfies Due<MeetingRole>,
        ],
      },
      on: {
        "agenda.resend": { guard: "hasItems", ...option({ to: "agendaSent", by: ["coordinator"], tells: all("directors-meeting/agenda-changed", "director", "chair") }) },
        "meeting.move": { guard: "dateAhead", ...option({ to: "agendaSent", by: ["coordinator"], tells: all("directors-meeting/moved", "director", "chair", "coordinator") }) },
        "meeting.cancel": { guard: "hasReason", ...option({ to: "cancelled", by: ["coordinator"], tells: all("directors-meeting/cancelled", "director", "chair", "coordinator") }) },
        "meeting.close": { guard: "everythingDecided", ...step({ to: "closed", by: ["coordinator", "chair"], tells: all("directors-meeting/closed", "director", "coordinator") }) },
      },
    },
    closed: { type: "final" },
    cancelled: { type: "final" },
  },
});
