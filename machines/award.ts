import { and, setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type Due, type MachineMeta } from "./step";

/** coordinator runs it; director and delegate nominate for their authority; judge is one of the panel, awaitedJudge one of them who has not judged all they may. */
export type AwardRole = "coordinator" | "director" | "delegate" | "judge" | "awaitedJudge";

/** Dates are ISO days. */
export interface AwardFacts {
  readonly hasReason: boolean;
  /** The last day to nominate lies ahead, or is today. */
  readonly deadlineAhead: boolean;
  readonly hasJudges: boolean;
  readonly hasNominations: boolean;
  /** Somebody is on the shortlist, and no more than the award allows. */
  readonly hasShortlist: boolean;
  /** One of the shortlist has won. */
  readonly hasWinner: boolean;
  readonly closesOn: string;
}

export type AwardEvent =
  | { type: "award.open" }
  | { type: "deadline.move" }
  | { type: "nominations.close" }
  | { type: "scores.give" }
  | { type: "shortlist.publish" }
  | { type: "outcome.tell" }
  | { type: "award.cancel" };

const step = stepsFor<AwardRole>();
const option = optionsFor<AwardRole>();
const all = tellingFor<AwardRole>();

const cancel = {
  "award.cancel": { guard: "hasReason" as const, ...option({ to: "cancelled", by: ["coordinator"], tells: all("award/cancelled", "coordinator", "judge"), cascades: { "award-nomination": "award.cancel" } }) },
};

/** P10: an award of a region, such as the Team Excellence Award: one nomination of each authority. */
export const award = setup({
  types: { context: {} as AwardFacts, events: {} as AwardEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    deadlineAhead: ({ context }) => context.deadlineAhead,
    hasJudges: ({ context }) => context.hasJudges,
    hasNominations: ({ context }) => context.hasNominations,
    hasShortlist: ({ context }) => context.hasShortlist,
    hasWinner: ({ context }) => context.hasWinner,
  },
}).createMachine({
  id: "award",
  version: "2",
  context: ({ input }) => input as unknown as AwardFacts,
  initial: "planned",
  meta: {
    title: "Award",
    about: "An award for teams of a region: each authority nominates one team until the last day; judges score what is not of their own authority; a shortlist is published, and the outcome told to everybody.",
    roles: {
      coordinator: "SLI coordinator of the region",
      director: "directors of children’s services of the region",
      delegate: "delegates of the directors",
      judge: "judges of the award",
      awaitedJudge: "judges who have not judged all they may",
    },
    mayBeEmpty: ["director", "delegate", "judge", "awaitedJudge"],
    byChoice: [],
    askedWithTheAct: ["hasReason", "deadlineAhead", "hasShortlist", "hasWinner"],
  } satisfies MachineMeta<AwardRole>,
  states: {
    planned: {
      on: {
        "award.open": { guard: and(["deadlineAhead", "hasJudges"]), ...step({ to: "nominationsOpen", by: ["coordinator"], tells: all("award/nominations-open", "coordinator", "director", "delegate") }) },
        ...cancel,
      },
    },
    nominationsOpen: {
      meta: {
        due: [
          {
            name: "Nominate a team",
            on: { fact: "closesOn" },
            fires: "nominations.close",
            remind: [{ day: -5, tells: all("award/nominations-close-soon", "director", "delegate", "coordinator") }],
          } satisfies Due<AwardRole>,
        ],
      },
      on: {
        "deadline.move": { guard: "deadlineAhead", ...option({ to: "nominationsOpen", by: ["coordinator"], tells: all("award/deadline-moved", "coordinator", "director", "delegate") }) },
        "nominations.close": { ...step({ to: "judging", by: ["coordinator", "system"], optionalFor: ["coordinator"], tells: { coordinator: "award/nominations-closed", judge: "award/judging-open" } }) },
        ...cancel,
      },
    },
    judging: {
      meta: {
        due: [
          {
            name: "Judge the nominations",
            on: { workingDays: 10 },
            remind: [
              { day: -3, tells: { awaitedJudge: "award/judging-due", coordinator: "award/judging-due" } },
              { day: 1, tells: { awaitedJudge: "award/judging-due", coordinator: "award/judging-due" } },
            ],
          } satisfies Due<AwardRole>,
        ],
      },
      on: {
        // Awaited of whoever has not judged all they may; whoever has may change what they said.
        "scores.give": { ...step({ to: "judging", by: ["awaitedJudge", "judge"], optionalFor: ["judge"], tells: { coordinator: "award/judged" } }) },
        "shortlist.publish": { guard: and(["hasNominations", "hasShortlist"]), ...step({ to: "shortlisted", by: ["coordinator"], tells: all("award/shortlist-published", "coordinator", "director", "judge") }) },
        ...cancel,
      },
    },
    shortlisted: {
      meta: {
        due: [{ name: "Tell the outcome", on: { workingDays: 15 }, remind: [{ day: -3, tells: { coordinator: "award/outcome-wanted" } }, { day: 1, tells: { coordinator: "award/outcome-wanted" } }] } satisfies Due<AwardRole>],
      },
      on: {
        "outcome.tell": { guard: "hasWinner", ...step({ to: "told", by: ["coordinator"], tells: all("award/outcome-told", "coordinator", "director", "delegate", "judge") }) },
        ...cancel,
      },
    },
    told: { type: "final" },
    cancelled: { type: "final" },
  },
});
