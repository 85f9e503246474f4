import { and, setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type Due, type MachineMeta } from "./step";

/** director is every director of the region; workstreamSponsor (a director) and workstreamLead answer for a workstream; addressee is whoever made the comment that is answered. */
export type PlanRole = "coordinator" | "chair" | "director" | "workstreamSponsor" | "workstreamLead" | "addressee";

/** Dates are ISO days, empty while there is none. */
export interface PlanFacts {
  readonly hasReason: boolean;
  readonly hasText: boolean;
  /** Every priority has a workstream, and every workstream a sponsor, a lead and an action. */
  readonly complete: boolean;
  /** The consultation ends on a day that lies ahead. */
  readonly consultAhead: boolean;
  readonly everythingAnswered: boolean;
  /** It stands on the agenda of a meeting that is still to decide. */
  readonly hasMeeting: boolean;
  /** The day of that meeting has come. */
  readonly meetingHasCome: boolean;
  readonly consultBy: string;
  readonly meetingOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export type PlanEvent =
  | { type: "consultation.open" }
  | { type: "comment.make" }
  | { type: "comment.answer" }
  | { type: "consultation.close" }
  | { type: "agenda.add" }
  | { type: "agenda.move" }
  | { type: "agenda.remove" }
  | { type: "plan.approve" }
  | { type: "plan.return" }
  | { type: "plan.begin" }
  | { type: "plan.review" }
  | { type: "plan.supersede" }
  | { type: "plan.withdraw" };

const step = stepsFor<PlanRole>();
const option = optionsFor<PlanRole>();
const all = tellingFor<PlanRole>();

const withdraw = {
  "plan.withdraw": { guard: "hasReason" as const, ...option({ to: "withdrawn", by: ["coordinator"], tells: all("plan/withdrawn", "coordinator", "chair") }) },
};
const answering = <const Here extends string>(here: Here) => ({
  "comment.answer": { guard: "hasText" as const, ...option({ to: here, by: ["coordinator"], tells: all("plan/comment-answered", "addressee", "coordinator"), urgency: "canWait" }) },
});

/** P9: what a region does together for some eighteen months, from its draft to the plan that follows it. */
export const plan = setup({
  types: { context: {} as PlanFacts, events: {} as PlanEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    hasText: ({ context }) => context.hasText,
    complete: ({ context }) => context.complete,
    consultAhead: ({ context }) => context.consultAhead,
    everythingAnswered: ({ context }) => context.everythingAnswered,
    hasMeeting: ({ context }) => context.hasMeeting,
    meetingHasCome: ({ context }) => context.meetingHasCome,
  },
}).createMachine({
  id: "plan",
  version: "1",
  context: ({ input }) => input as unknown as PlanFacts,
  initial: "draft",
  meta: {
    title: "Regional plan",
    about: "Priorities, workstreams with a sponsor and a lead, and a workplan for each: drafted, opened for comments of which each is answered, approved at a directors’ meeting, begun, updated every quarter, reviewed, and followed by the next plan, which carries its open actions.",
    roles: {
      coordinator: "SLI coordinator of the region",
      chair: "regional chair",
      director: "directors of children’s services of the region",
      workstreamSponsor: "sponsors of its workstreams",
      workstreamLead: "leads of its workstreams",
      addressee: "whoever made the comment",
    },
    mayBeEmpty: ["addressee"],
    byChoice: [],
    askedWithTheAct: ["hasReason", "hasText", "hasMeeting"],
  } satisfies MachineMeta<PlanRole>,
  states: {
    draft: {
      on: {
        "consultation.open": { guard: and(["complete", "consultAhead"]), ...step({ to: "consultation", by: ["coordinator"], tells: all("plan/consultation-opened", "director", "workstreamSponsor", "workstreamLead") }) },
        ...withdraw,
      },
    },
    consultation: {
      meta: {
        due: [
          {
            name: "Comment on the draft",
            on: { fact: "consultBy" },
            fires: "consultation.close",
            remind: [{ day: -3, tells: all("plan/consultation-closing", "director", "coordinator") }],
          } satisfies Due<PlanRole>,
        ],
      },
      on: {
        "comment.make": { guard: "hasText", ...option({ to: "consultation", by: ["director", "workstreamSponsor", "workstreamLead", "chair"], tells: { coordinator: "plan/comment-made" }, urgency: "canWait" }) },
        ...answering("consultation"),
        "consultation.close": { ...step({ to: "answering", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: all("plan/consultation-closed", "coordinator", "chair") }) },
        ...withdraw,
      },
    },
    answering: {
      meta: {
        due: [
          {
            name: "Answer the comments, and put the plan on an agenda",
            on: { workingDays: 15 },
            remind: [
              { day: -5, tells: { coordinator: "plan/placing-due" } },
              { day: 1, tells: all("plan/placing-due", "coordinator", "chair") },
            ],
          } satisfies Due<PlanRole>,
        ],
      },
      on: {
        ...answering("answering"),
        "agenda.add": { guard: and(["complete", "everythingAnswered", "hasMeeting"]), ...step({ to: "onAgenda", by: ["coordinator"], tells: all("plan/on-agenda", "coordinator", "chair") }) },
        ...withdraw,
      },
    },
    onAgenda: {
      meta: {
        due: [
          {
            name: "Approve the plan, or return it",
            on: { fact: "meetingOn" },
            remind: [
              { day: -1, tells: { chair: "plan/approval-due" } },
              { day: 2, tells: all("plan/approval-due", "chair", "coordinator") },
            ],
          } satisfies Due<PlanRole>,
        ],
      },
      on: {
        "plan.approve": { guard: and(["hasReason", "meetingHasCome"]), ...step({ to: "approved", by: ["chair"], tells: all("plan/approved", "coordinator", "director", "workstreamSponsor", "workstreamLead") }) },
        "plan.return": { guard: and(["hasReason", "meetingHasCome"]), ...option({ to: "answering", by: ["chair"], tells: all("plan/returned", "coordinator", "chair") }) },
        "agenda.move": { ...step({ to: "onAgenda", by: ["system"], tells: all("plan/agenda-moved", "coordinator", "chair") }) },
        "agenda.remove": { ...step({ to: "answering", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: all("plan/agenda-removed", "coordinator", "chair") }) },
      },
    },
    approved: {
      meta: {
        due: [{ name: "Begin the plan", on: { fact: "startsOn" }, remind: [{ day: -2, tells: { coordinator: "plan/begin-due" } }, { day: 1, tells: { coordinator: "plan/begin-due" } }] } satisfies Due<PlanRole>],
      },
      on: { "plan.begin": { ...step({ to: "live", by: ["coordinator"], tells: all("plan/begun", "director", "workstreamSponsor", "workstreamLead") }) } },
    },
    live: {
      meta: {
        due: [{ name: "Review the plan", on: { fact: "endsOn" }, remind: [{ day: -20, tells: { coordinator: "plan/review-due" } }, { day: 1, tells: all("plan/review-due", "coordinator", "chair") }] } satisfies Due<PlanRole>],
      },
      on: { "plan.review": { guard: "hasText", ...option({ to: "reviewed", by: ["coordinator"], tells: all("plan/reviewed", "director", "chair", "workstreamLead") }) } },
    },
    reviewed: {
      on: { "plan.supersede": { ...step({ to: "superseded", by: ["system"], tells: all("plan/superseded", "coordinator", "workstreamLead"), cascades: { workstream: "workstream.end" } }) } },
    },
    superseded: { type: "final" },
    withdrawn: { type: "final" },
  },
});
