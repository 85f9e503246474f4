import { setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type Due, type MachineMeta } from "./step";

/** maker wrote it, at an event for instance; owner is the post that sees to it, and may be the maker’s own. */
export type CommitmentRole = "maker" | "owner" | "coordinator";

export interface CommitmentFacts {
  readonly hasReason: boolean;
  readonly hasText: boolean;
  /** What came of it is written. */
  readonly hasEvidence: boolean;
  /** Another post of the region is named to own it. */
  readonly hasNewOwner: boolean;
  /** ISO day. */
  readonly doneBy: string;
}

export type CommitmentEvent =
  | { type: "commitment.make" }
  | { type: "commitment.undertake" }
  | { type: "commitment.accept" }
  | { type: "commitment.decline" }
  | { type: "owner.change" }
  | { type: "reminder.send" }
  | { type: "work.start" }
  | { type: "progress.note" }
  | { type: "commitment.finish" }
  | { type: "commitment.withdraw" };

const step = stepsFor<CommitmentRole>();
const option = optionsFor<CommitmentRole>();
const all = tellingFor<CommitmentRole>();

const withdraw = {
  "commitment.withdraw": { guard: "hasReason" as const, ...option({ to: "withdrawn", by: ["maker", "owner", "coordinator"], tells: all("commitment/withdrawn", "maker", "owner") }) },
};
const change = {
  "owner.change": { guard: "hasNewOwner" as const, ...option({ to: "made", by: ["maker", "coordinator"], tells: all("commitment/asked", "owner") }) },
};
const remind = <const Here extends string>(here: Here) => ({
  "reminder.send": { ...option({ to: here, by: ["coordinator"], tells: { owner: "commitment/coordinator-reminds" } }) },
});
const finish = {
  "commitment.finish": { guard: "hasEvidence" as const, ...step({ to: "done", by: ["owner"], tells: all("commitment/done", "maker", "coordinator") }) },
};
const byItsDate = {
  name: "Do it, and say what came of it",
  on: { fact: "doneBy" },
  remind: [
    { day: -5, tells: { owner: "commitment/due" } },
    { day: 1, tells: { owner: "commitment/due" } },
    { day: 10, tells: all("commitment/due", "owner", "coordinator") },
  ],
} satisfies Due<CommitmentRole>;

/** P9: what somebody undertakes, from the room in which it was said to what came of it. Late is what its date says, not a state. */
export const commitment = setup({
  types: { context: {} as CommitmentFacts, events: {} as CommitmentEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    hasText: ({ context }) => context.hasText,
    hasEvidence: ({ context }) => context.hasEvidence,
    hasNewOwner: ({ context }) => context.hasNewOwner,
  },
}).createMachine({
  id: "commitment",
  version: "1",
  context: ({ input }) => input as unknown as CommitmentFacts,
  initial: "noted",
  meta: {
    title: "Commitment",
    about: "What somebody undertakes at an event, from their own phone: made, accepted by whoever owns it, under way, chased by its date, and done with evidence. Who takes it on themselves has accepted it.",
    roles: { maker: "whoever made it", owner: "whoever sees to it", coordinator: "SLI coordinator of the region" },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: ["hasReason", "hasText", "hasEvidence", "hasNewOwner"],
  } satisfies MachineMeta<CommitmentRole>,
  states: {
    noted: {
      on: {
        "commitment.make": { ...step({ to: "made", by: ["maker"], tells: { owner: "commitment/asked" } }) },
        // Who takes it on themselves has accepted it with the same press.
        "commitment.undertake": { ...step({ to: "accepted", by: ["owner"], tells: { maker: "commitment/undertaken" } }) },
      },
    },
    made: {
      meta: {
        due: [
          {
            name: "Accept the commitment",
            on: { workingDays: 5 },
            remind: [
              { day: -2, tells: { owner: "commitment/acceptance-due" } },
              { day: 1, tells: all("commitment/acceptance-due", "owner", "coordinator") },
            ],
          } satisfies Due<CommitmentRole>,
        ],
      },
      on: {
        "commitment.accept": { ...step({ to: "accepted", by: ["owner"], tells: { maker: "commitment/accepted" } }) },
        "commitment.decline": { guard: "hasReason", ...option({ to: "declined", by: ["owner"], tells: all("commitment/declined", "maker", "coordinator") }) },
        ...remind("made"),
        ...change,
        ...withdraw,
      },
    },
    declined: { on: { "owner.change": { guard: "hasNewOwner", ...step({ to: "made", by: ["maker", "coordinator"], tells: all("commitment/asked", "owner") }) }, ...withdraw } },
    accepted: {
      meta: { due: [byItsDate] },
      on: { "work.start": { ...option({ to: "inProgress", by: ["owner"], tells: { maker: "commitment/started" }, urgency: "canWait" }) }, ...finish, ...remind("accepted"), ...change, ...withdraw },
    },
    inProgress: {
      meta: { due: [byItsDate] },
      on: { "progress.note": { guard: "hasText", ...option({ to: "inProgress", by: ["owner"], tells: { maker: "commitment/progress-noted" }, urgency: "canWait" }) }, ...finish, ...remind("inProgress"), ...change, ...withdraw },
    },
    done: { type: "final" },
    withdrawn: { type: "final" },
  },
});
