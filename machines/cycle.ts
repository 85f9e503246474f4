import { and, setup } from "xstate";

import { stepsFor, type Due, type MachineMeta, type StateMeta } from "./step";

/** coordinator: runs the region's round. dcs: each director taking part. addressee: those this one step concerns. */
export type CycleRole = "coordinator" | "regionalChair" | "dcs" | "delegate" | "addressee";

/** Dates are ISO days ("2026-11-30"). */
export interface CycleFacts {
  readonly datesInOrder: boolean;
  readonly templateHasQuestions: boolean;
  readonly authorities: number;
  /** Self-assessments neither in nor excused (opted out, waived, withdrawn). */
  readonly outstanding: number;
  readonly submitted: number;
  readonly hasReason: boolean;
  readonly opensOn: string;
  readonly submissionsDueOn: string;
  readonly challengeStartsOn: string;
  readonly summitOn: string;
  readonly endsOn: string;
}

export type CycleEvent =
  | { type: "round.open" }
  | { type: "dates.move" }
  | { type: "authority.join" }
  | { type: "submissions.close" }
  | { type: "submissions.reopen" }
  | { type: "challenge.begin" }
  | { type: "synthesis.begin" }
  | { type: "decisions.record" }
  | { type: "round.close" }
  | { type: "round.cancel" };

const step = stepsFor<CycleRole>();

const coordinatorBy = (name: string, fact: keyof CycleFacts): Due<CycleRole> => ({
  name,
  on: { fact },
  remind: [
    { day: -2, tells: { coordinator: "cycle/step-due" } },
    { day: 1, tells: { coordinator: "cycle/step-due" } },
    { day: 5, tells: { coordinator: "cycle/step-due", regionalChair: "cycle/step-due" } },
  ],
});

const state = (meta: StateMeta<CycleRole>) => ({ meta });

const cancel = step({
  to: "cancelled",
  by: ["coordinator"],
  optionalFor: ["coordinator"],
  tells: { dcs: "cycle/round-cancelled", delegate: "cycle/round-cancelled", coordinator: "cycle/round-cancelled" },
  cascades: { "self-assessment": "round.withdraw", triad: "round.withdraw" },
});

const moveDates = <const To extends string>(to: To) =>
  step({
    to,
    by: ["coordinator"],
    optionalFor: ["coordinator"],
    tells: { dcs: "cycle/dates-moved", delegate: "cycle/dates-moved", coordinator: "cycle/dates-moved" },
    cascades: { "self-assessment": "deadline.move" },
  });

const joinLate = <const To extends string>(to: To) =>
  step({
    to,
    by: ["coordinator"],
    optionalFor: ["coordinator"],
    tells: { addressee: "cycle/joined-late", coordinator: "cycle/joined-late" },
  });

/** P1: a region's round, from a draft to its close. */
export const cycle = setup({
  types: { context: {} as CycleFacts, events: {} as CycleEvent },
  guards: {
    datesInOrder: ({ context }) => context.datesInOrder,
    templateHasQuestions: ({ context }) => context.templateHasQuestions,
    hasAuthorities: ({ context }) => context.authorities > 0,
    somethingSubmitted: ({ context }) => context.submitted > 0,
    nothingOutstanding: ({ context }) => context.outstanding === 0,
    hasReason: ({ context }) => context.hasReason,
  },
}).createMachine({
  id: "cycle",
  version: "1",
  context: ({ input }) => input as unknown as CycleFacts,
  initial: "draft",
  meta: {
    title: "Round",
    about: "A region's yearly round: authorities assess themselves, challenge each other, and decide together.",
    roles: {
      coordinator: "SLI coordinator of the region",
      regionalChair: "regional chair",
      dcs: "director of children's services of each authority taking part",
      delegate: "delegate of each director taking part",
      addressee: "those this step concerns",
    },
    mayBeEmpty: ["delegate", "regionalChair"],
    byChoice: ["delegate"],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<CycleRole>,
  states: {
    draft: {
      ...state({ due: [coordinatorBy("Open the round", "opensOn")] }),
      on: {
        "round.open": {
          guard: and(["datesInOrder", "templateHasQuestions", "hasAuthorities"]),
          ...step({
            to: "open",
            by: ["coordinator"],
            tells: { dcs: "cycle/round-opened", delegate: "cycle/round-opened", coordinator: "cycle/round-opened" },
          }),
        },
        "round.cancel": { ...cancel },
      },
    },
    open: {
      ...state({ due: [coordinatorBy("Close submissions", "submissionsDueOn")] }),
      on: {
        "dates.move": { guard: and(["hasReason", "datesInOrder"]), ...moveDates("open") },
        "authority.join": { ...joinLate("open") },
        "submissions.close": {
          guard: "somethingSubmitted",
          ...step({
            to: "submissionsClosed",
            by: ["coordinator"],
            tells: { dcs: "cycle/submissions-closed", delegate: "cycle/submissions-closed", coordinator: "cycle/submissions-closed" },
          }),
        },
        "round.cancel": { guard: "hasReason", ...cancel },
      },
    },
    submissionsClosed: {
      ...state({ due: [coordinatorBy("Begin the challenge", "challengeStartsOn")] }),
      on: {
        "dates.move": { guard: and(["hasReason", "datesInOrder"]), ...moveDates("submissionsClosed") },
        "authority.join": { ...joinLate("submissionsClosed") },
        "submissions.reopen": {
          guard: "hasReason",
          ...step({
            to: "open",
            by: ["coordinator"],
            optionalFor: ["coordinator"],
            tells: { dcs: "cycle/submissions-reopened", delegate: "cycle/submissions-reopened", coordinator: "cycle/submissions-reopened" },
          }),
        },
        "challenge.begin": {
          ...step({
            to: "challenge",
            by: ["coordinator"],
            tells: { dcs: "cycle/challenge-begun", delegate: "cycle/challenge-begun", coordinator: "cycle/challenge-begun" },
          }),
        },
        "round.cancel": { guard: "hasReason", ...cancel },
      },
    },
    challenge: {
      ...state({ due: [coordinatorBy("Begin the synthesis", "summitOn")] }),
      on: {
        "synthesis.begin": {
          ...step({
            to: "synthesis",
            by: ["coordinator"],
            tells: { dcs: "cycle/synthesis-begun", delegate: "cycle/synthesis-begun", coordinator: "cycle/synthesis-begun" },
          }),
        },
        "round.cancel": { guard: "hasReason", ...cancel },
      },
    },
    synthesis: {
      ...state({ due: [coordinatorBy("Record the decisions", "endsOn")] }),
      on: {
        "decisions.record": {
          ...step({
            to: "decided",
            by: ["coordinator", "regionalChair"],
            optionalFor: ["regionalChair"],
            tells: { dcs: "cycle/decisions-recorded", delegate: "cycle/decisions-recorded", coordinator: "cycle/decisions-recorded" },
          }),
        },
      },
    },
    decided: {
      ...state({ due: [coordinatorBy("Close the round", "endsOn")] }),
      on: {
        "round.close": {
          guard: "nothingOutstanding",
          ...step({
            to: "closed",
            by: ["coordinator"],
            tells: { dcs: "cycle/round-closed", delegate: "cycle/round-closed", coordinator: "cycle/round-closed" },
          }),
        },
      },
    },
    closed: { type: "final" },
    cancelled: { type: "final" },
  },
});
