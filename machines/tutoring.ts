import { setup } from "xstate";

import { optionsFor, stepsFor, type Due, type MachineMeta } from "./step";

/** person completed a programme and is asked to teach; coordinator of the region asks. */
export type TutoringRole = "person" | "coordinator";

export interface TutoringFacts {
  readonly answerBy: string;
}

export type TutoringEvent = { type: "tutor.ask" } | { type: "tutor.agree" } | { type: "tutor.decline" };

const step = stepsFor<TutoringRole>();
const option = optionsFor<TutoringRole>();

const ask = {
  "tutor.ask": { ...option({ to: "asked", by: ["coordinator"], tells: { person: "tutoring/asked" } }) },
};

/** P11: somebody who completed a programme is asked to join the region's pool of tutors. */
export const tutoring = setup({
  types: { context: {} as TutoringFacts, events: {} as TutoringEvent },
}).createMachine({
  id: "tutoring",
  version: "1",
  context: ({ input }) => input as unknown as TutoringFacts,
  initial: "named",
  meta: {
    title: "Invitation to teach",
    about: "Somebody who completed a leadership programme is asked to join the region's pool of tutors, and says yes or no. A no can be asked again.",
    roles: { person: "the person who is asked", coordinator: "SLI coordinator of the region" },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: [],
  } satisfies MachineMeta<TutoringRole>,
  states: {
    named: { on: { ...ask } },
    asked: {
      meta: {
        due: [
          {
            name: "Say whether you teach",
            on: { fact: "answerBy" },
            remind: [
              { day: -3, tells: { person: "tutoring/answer-due" } },
              { day: 1, tells: { person: "tutoring/answer-due" } },
            ],
          } satisfies Due<TutoringRole>,
        ],
      },
      on: {
        "tutor.agree": { ...step({ to: "agreed", by: ["person"], tells: { coordinator: "tutoring/agreed", person: "tutoring/agreed" } }) },
        "tutor.decline": { ...step({ to: "declined", by: ["person"], tells: { coordinator: "tutoring/declined", person: "tutoring/declined" } }) },
      },
    },
    declined: { on: { ...ask } },
    agreed: { type: "final" },
  },
});
