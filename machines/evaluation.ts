import { setup } from "xstate";

import { stepsFor, type Due, type MachineMeta } from "./step";

/** attendee was there and is asked; coordinator of the region. */
export type EvaluationRole = "attendee" | "coordinator";

export interface EvaluationFacts {
  /** Every question that wants an answer has one, in this act. */
  readonly answered: boolean;
  readonly closesOn: string;
}

export type EvaluationEvent = { type: "evaluation.open" } | { type: "evaluation.give" } | { type: "evaluation.lapse" } | { type: "evaluation.void" } | { type: "reminder.send" };

const step = stepsFor<EvaluationRole>();

/** P11: whether one person has said what they thought of one day, or of the whole. What they said is kept apart, without their name. */
export const evaluation = setup({
  types: { context: {} as EvaluationFacts, events: {} as EvaluationEvent },
  guards: { answered: ({ context }) => context.answered },
}).createMachine({
  id: "evaluation",
  version: "2",
  context: ({ input }) => input as unknown as EvaluationFacts,
  initial: "asked",
  meta: {
    title: "Evaluation",
    about: "Whether one person who was there has said what they thought: asked when the day ends, reminded while they have not, closed after ten working days. What they said is kept apart and without their name.",
    roles: { attendee: "the person who was there", coordinator: "SLI coordinator of the region" },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: ["answered"],
  } satisfies MachineMeta<EvaluationRole>,
  states: {
    asked: {
      on: { "evaluation.open": { ...step({ to: "open", by: ["system"], tells: { attendee: "evaluation/wanted" } }) } },
    },
    open: {
      meta: {
        due: [
          {
            name: "Say what you thought",
            on: { fact: "closesOn" },
            fires: "evaluation.lapse",
            remind: [
              { day: -5, tells: { attendee: "evaluation/reminder" } },
              { day: -1, tells: { attendee: "evaluation/reminder" } },
            ],
          } satisfies Due<EvaluationRole>,
        ],
      },
      on: {
        "evaluation.give": { guard: "answered", ...step({ to: "given", by: ["attendee"], tells: { attendee: "evaluation/thanks" }, urgency: "canWait" }) },
        "evaluation.lapse": { ...step({ to: "lapsed", by: ["system"], tells: { attendee: "evaluation/closed" }, urgency: "canWait" }) },
        // The coordinator's press on the chase board.
        "reminder.send": { ...step({ to: "open", by: ["coordinator"], optionalFor: ["coordinator"], tells: { attendee: "evaluation/reminder" } }) },
        "evaluation.void": { ...step({ to: "void", by: ["system"], tells: { attendee: "evaluation/taken-back" }, urgency: "canWait" }) },
      },
    },
    given: { type: "final" },
    lapsed: { type: "final" },
    void: { type: "final" },
  },
});
