import { setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type Due, type MachineMeta } from "./step";

/** person belongs to the network, or may; coordinator of the region. */
export type MembershipRole = "person" | "coordinator";

export interface MembershipFacts {
  readonly hasReason: boolean;
}

export type MembershipEvent =
  | { type: "network.join" }
  | { type: "member.invite" }
  | { type: "invitation.accept" }
  | { type: "invitation.decline" }
  | { type: "invitation.lapse" }
  | { type: "network.leave" }
  | { type: "membership.end" }
  | { type: "network.close" };

const step = stepsFor<MembershipRole>();
const option = optionsFor<MembershipRole>();
const all = tellingFor<MembershipRole>();

const ends = { "network.close": { ...step({ to: "ended", by: ["system"], tells: { person: "membership/network-closed" } }) } };

/** P10: one person's membership of a network. */
export const membership = setup({
  types: { context: {} as MembershipFacts, events: {} as MembershipEvent },
  guards: { hasReason: ({ context }) => context.hasReason },
}).createMachine({
  id: "membership",
  version: "1",
  context: ({ input }) => input as unknown as MembershipFacts,
  initial: "asked",
  meta: {
    title: "Membership of a network",
    about: "One person's membership: they join, or are invited and accept; they leave when they want, and can join again.",
    roles: {
      person: "the person who belongs to the network",
      coordinator: "SLI coordinator of the region",
    },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<MembershipRole>,
  states: {
    asked: {
      on: {
        "network.join": { ...option({ to: "member", by: ["person"], tells: { person: "membership/welcome", coordinator: "membership/joined" }, urgency: "canWait" }) },
        "member.invite": { ...option({ to: "invited", by: ["coordinator"], tells: { person: "membership/invited" } }) },
      },
    },
    invited: {
      meta: {
        due: [
          {
            name: "Answer the invitation",
            on: { workingDays: 15 },
            fires: "invitation.lapse",
            remind: [{ day: -5, tells: { person: "membership/invited" } }],
          } satisfies Due<MembershipRole>,
        ],
      },
      on: {
        "invitation.accept": { ...step({ to: "member", by: ["person"], tells: { person: "membership/welcome", coordinator: "membership/joined" } }) },
        "invitation.decline": { ...step({ to: "declined", by: ["person"], tells: all("membership/declined", "coordinator") }) },
        "invitation.lapse": { ...step({ to: "declined", by: ["system"], tells: { person: "membership/lapsed", coordinator: "membership/declined" } }) },
        ...ends,
      },
    },
    member: {
      on: {
        "network.leave": { ...option({ to: "left", by: ["person"], tells: { person: "membership/left", coordinator: "membership/member-left" }, urgency: "canWait" }) },
        "membership.end": { guard: "hasReason", ...option({ to: "ended", by: ["coordinator"], tells: { person: "membership/ended" } }) },
        ...ends,
      },
    },
    declined: { type: "final" },
    left: { type: "final" },
    ended: { type: "final" },
  },
});
