import { and, setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type Due, type MachineMeta } from "./step";

/** submitter wrote it; chair of the region decides with the directors; owner sees to it once it is in the plan. */
export type RecommendationRole = "submitter" | "coordinator" | "chair" | "owner";

/** Dates are ISO days, empty while there is none. */
export interface RecommendationFacts {
  readonly hasReason: boolean;
  /** It stands on the agenda of a meeting that is still to decide. */
  readonly hasMeeting: boolean;
  /** The day of that meeting has come. */
  readonly meetingHasCome: boolean;
  /** Its amended words are given. */
  readonly hasAmendment: boolean;
  /** The date of a next meeting, and it lies ahead. */
  readonly hasNextDate: boolean;
  /** An owner and a date by which it is done. */
  readonly hasOwner: boolean;
  /** What came of it is written. */
  readonly hasEvidence: boolean;
  readonly meetingOn: string;
  readonly deferredTo: string;
  readonly doneBy: string;
}

export type RecommendationEvent =
  | { type: "recommendation.propose" }
  | { type: "recommendation.withdraw" }
  | { type: "agenda.add" }
  | { type: "agenda.move" }
  | { type: "agenda.remove" }
  | { type: "decision.accept" }
  | { type: "decision.amend" }
  | { type: "decision.defer" }
  | { type: "decision.reject" }
  | { type: "plan.enter" }
  | { type: "action.complete" };

const step = stepsFor<RecommendationRole>();
const option = optionsFor<RecommendationRole>();
const all = tellingFor<RecommendationRole>();

const withdraw = {
  "recommendation.withdraw": { guard: "hasReason" as const, ...option({ to: "withdrawn", by: ["submitter", "coordinator"], tells: all("recommendation/withdrawn", "submitter", "coordinator") }) },
};

const toAgenda = {
  "agenda.add": { guard: "hasMeeting" as const, ...step({ to: "onAgenda", by: ["coordinator"], tells: all("recommendation/on-agenda", "submitter", "chair") }) },
};

const intoPlan = {
  "plan.enter": { guard: "hasOwner" as const, ...step({ to: "inPlan", by: ["coordinator"], tells: all("recommendation/in-plan", "owner", "submitter") }) },
};

const place = (name: string) =>
  ({
    name,
    on: { workingDays: 15 },
    remind: [
      { day: -5, tells: { coordinator: "recommendation/placing-due" } },
      { day: 1, tells: { coordinator: "recommendation/placing-due" } },
    ],
  }) satisfies Due<RecommendationRole>;

/** P8: a recommendation, from the summit's room to what came of it. */
export const recommendation = setup({
  types: { context: {} as RecommendationFacts, events: {} as RecommendationEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    hasMeeting: ({ context }) => context.hasMeeting,
    meetingHasCome: ({ context }) => context.meetingHasCome,
    hasAmendment: ({ context }) => context.hasAmendment,
    hasNextDate: ({ context }) => context.hasNextDate,
    hasOwner: ({ context }) => context.hasOwner,
    hasEvidence: ({ context }) => context.hasEvidence,
  },
}).createMachine({
  id: "recommendation",
  version: "1",
  context: ({ input }) => input as unknown as RecommendationFacts,
  initial: "drafted",
  meta: {
    title: "Recommendation",
    about: "Drafted at a summit or by a director, proposed, put on the agenda of a directors’ meeting with its paper, and decided by the chair with a reason: accepted, amended, deferred to a next date, or rejected. What is accepted enters the plan with an owner, and is done with evidence.",
    roles: {
      submitter: "whoever drafted it",
      coordinator: "SLI coordinator of the region",
      chair: "regional chair",
      owner: "whoever sees to it",
    },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: ["hasReason", "hasMeeting", "hasAmendment", "hasNextDate", "hasOwner", "hasEvidence"],
  } satisfies MachineMeta<RecommendationRole>,
  states: {
    drafted: {
      on: {
        "recommendation.propose": { ...step({ to: "proposed", by: ["submitter", "coordinator"], optionalFor: ["coordinator"], tells: all("recommendation/proposed", "submitter", "coordinator") }) },
        ...withdraw,
      },
    },
    proposed: { meta: { due: [place("Put it on an agenda")] }, on: { ...toAgenda, ...withdraw } },
    onAgenda: {
      meta: {
        due: [
          {
            name: "Decide",
            on: { fact: "meetingOn" },
            remind: [
              { day: -1, tells: { chair: "recommendation/decision-due" } },
              { day: 2, tells: all("recommendation/decision-due", "chair", "coordinator") },
            ],
          } satisfies Due<RecommendationRole>,
        ],
      },
      on: {
        "decision.accept": { guard: and(["meetingHasCome", "hasReason"]), ...step({ to: "accepted", by: ["chair"], tells: all("recommendation/accepted", "submitter", "coordinator") }) },
        "decision.amend": { guard: and(["meetingHasCome", "hasReason", "hasAmendment"]), ...step({ to: "amended", by: ["chair"], tells: all("recommendation/amended", "submitter", "coordinator") }) },
        "decision.defer": { guard: and(["meetingHasCome", "hasReason", "hasNextDate"]), ...step({ to: "deferred", by: ["chair"], tells: all("recommendation/deferred", "submitter", "coordinator") }) },
        "decision.reject": { guard: and(["meetingHasCome", "hasReason"]), ...step({ to: "rejected", by: ["chair"], tells: all("recommendation/rejected", "submitter", "coordinator") }) },
        "agenda.move": { ...step({ to: "onAgenda", by: ["system"], tells: { submitter: "recommendation/agenda-moved" } }) },
        "agenda.remove": { ...step({ to: "proposed", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: all("recommendation/agenda-removed", "submitter", "coordinator") }) },
      },
    },
    deferred: {
      meta: {
        due: [
          {
            name: "Put it on the next agenda",
            on: { fact: "deferredTo" },
            remind: [
              { day: -8, tells: { coordinator: "recommendation/placing-due" } },
              { day: 1, tells: all("recommendation/placing-due", "coordinator", "chair") },
            ],
          } satisfies Due<RecommendationRole>,
        ],
      },
      on: { ...toAgenda, ...withdraw },
    },
    accepted: { meta: { due: [place("Put it into the plan")] }, on: { ...intoPlan } },
    amended: { meta: { due: [place("Put it into the plan")] }, on: { ...intoPlan } },
    inPlan: {
      meta: {
        due: [
          {
            name: "Do it, and say what came of it",
            on: { fact: "doneBy" },
            remind: [
              { day: -10, tells: { owner: "recommendation/action-due" } },
              { day: 1, tells: { owner: "recommendation/action-due" } },
              { day: 10, tells: all("recommendation/action-due", "owner", "coordinator") },
            ],
          } satisfies Due<RecommendationRole>,
        ],
      },
      on: {
        "action.complete": { guard: "hasEvidence", ...step({ to: "done", by: ["owner", "coordinator"], optionalFor: ["coordinator"], tells: all("recommendation/done", "submitter", "coordinator", "chair") }) },
      },
    },
    done: { type: "final" },
    rejected: { type: "final" },
    withdrawn: { type: "final" },
  },
});
