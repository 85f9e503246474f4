import { setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type MachineMeta } from "./step";

/** nominator wrote it; hostDcs is their director; coordinator of the region. */
export type AwardNominationRole = "nominator" | "hostDcs" | "coordinator";

export interface AwardNominationFacts {
  /** Nominations of the award are still open. */
  readonly stillOpen: boolean;
}

export type AwardNominationEvent =
  | { type: "nomination.submit" }
  | { type: "nomination.change" }
  | { type: "nomination.withdraw" }
  | { type: "nomination.shortlist" }
  | { type: "nomination.pass" }
  | { type: "award.win" }
  | { type: "award.commend" }
  | { type: "award.cancel" };

const step = stepsFor<AwardNominationRole>();
const option = optionsFor<AwardNominationRole>();
const all = tellingFor<AwardNominationRole>();

const cancel = { "award.cancel": { ...step({ to: "cancelled", by: ["system"], tells: all("award-nomination/award-cancelled", "nominator", "hostDcs") }) } };
const withdraw = { "nomination.withdraw": { ...option({ to: "withdrawn", by: ["nominator", "hostDcs"], tells: all("award-nomination/withdrawn", "nominator", "hostDcs", "coordinator") }) } };

/** P10: what one authority nominates for an award. */
export const awardNomination = setup({
  types: { context: {} as AwardNominationFacts, events: {} as AwardNominationEvent },
  guards: { stillOpen: ({ context }) => context.stillOpen },
}).createMachine({
  id: "award-nomination",
  version: "1",
  context: ({ input }) => input as unknown as AwardNominationFacts,
  initial: "drafted",
  meta: {
    title: "Nomination for an award",
    about: "One authority’s nomination: sent before the last day, changed until then, judged, shortlisted or not, and told its outcome. An authority has one; after withdrawing it, it may send another.",
    roles: {
      nominator: "whoever nominated",
      hostDcs: "director of children’s services of the nominating authority",
      coordinator: "SLI coordinator of the region",
    },
    mayBeEmpty: ["hostDcs"],
    byChoice: [],
    askedWithTheAct: [],
  } satisfies MachineMeta<AwardNominationRole>,
  states: {
    drafted: { on: { "nomination.submit": { guard: "stillOpen", ...option({ to: "submitted", by: ["nominator"], tells: all("award-nomination/received", "nominator", "hostDcs", "coordinator") }) } } },
    submitted: {
      on: {
        "nomination.change": { guard: "stillOpen", ...option({ to: "submitted", by: ["nominator", "hostDcs"], tells: all("award-nomination/changed", "nominator", "hostDcs"), urgency: "canWait" }) },
        "nomination.shortlist": { ...step({ to: "shortlisted", by: ["system"], tells: all("award-nomination/shortlisted", "nominator", "hostDcs") }) },
        "nomination.pass": { ...step({ to: "notShortlisted", by: ["system"], tells: all("award-nomination/not-shortlisted", "nominator", "hostDcs") }) },
        ...withdraw,
        ...cancel,
      },
    },
    shortlisted: {
      on: {
        "award.win": { ...step({ to: "won", by: ["system"], tells: all("award-nomination/won", "nominator", "hostDcs") }) },
        "award.commend": { ...step({ to: "commended", by: ["system"], tells: all("award-nomination/commended", "nominator", "hostDcs") }) },
        ...withdraw,
        ...cancel,
      },
    },
    notShortlisted: { type: "final" },
    won: { type: "final" },
    commended: { type: "final" },
    withdrawn: { type: "final" },
    cancelled: { type: "final" },
  },
});
