import { and, setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type MachineMeta } from "./step";

/** coordinator runs it; member belongs to it; addressee is whom an invitation is for. */
export type NetworkRole = "coordinator" | "member" | "addressee";

export interface NetworkFacts {
  readonly hasReason: boolean;
  /** There is something that members need to know to join. */
  readonly hasInstructions: boolean;
  readonly hasMembers: boolean;
}

export type NetworkEvent =
  | { type: "network.open" }
  | { type: "network.change" }
  | { type: "invitation.repeat" }
  | { type: "instructions.send" }
  | { type: "network.close" };

const step = stepsFor<NetworkRole>();
const option = optionsFor<NetworkRole>();
const all = tellingFor<NetworkRole>();

/** P10: a network or a community of practice: its members, its meetings and how to join them. */
export const network = setup({
  types: { context: {} as NetworkFacts, events: {} as NetworkEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    hasInstructions: ({ context }) => context.hasInstructions,
    hasMembers: ({ context }) => context.hasMembers,
  },
}).createMachine({
  id: "network",
  version: "1",
  context: ({ input }) => input as unknown as NetworkFacts,
  initial: "planned",
  meta: {
    title: "Network",
    about: "A network or a community of practice of a region: open to everybody, or only to those who took part in certain events. Its members find how to join on its page, are sent it, and book its meetings.",
    roles: {
      coordinator: "SLI coordinator of the region",
      member: "members of the network",
      addressee: "somebody who may join",
    },
    mayBeEmpty: ["member", "addressee"],
    byChoice: [],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<NetworkRole>,
  states: {
    planned: {
      on: {
        "network.open": { ...step({ to: "open", by: ["coordinator"], tells: { coordinator: "network/opened", addressee: "network/may-join" } }) },
        "network.close": { guard: "hasReason", ...option({ to: "closed", by: ["coordinator"], tells: all("network/closed", "coordinator") }) },
      },
    },
    open: {
      on: {
        "network.change": { ...option({ to: "open", by: ["coordinator"], tells: all("network/changed", "coordinator"), urgency: "canWait" }) },
        "invitation.repeat": { ...option({ to: "open", by: ["coordinator"], tells: { coordinator: "network/opened", addressee: "network/may-join" } }) },
        "instructions.send": { guard: and(["hasMembers", "hasInstructions"]), ...option({ to: "open", by: ["coordinator"], tells: { coordinator: "network/instructions-sent", member: "network/instructions" } }) },
        "network.close": { guard: "hasReason", ...option({ to: "closed", by: ["coordinator"], tells: all("network/closed", "coordinator"), cascades: { membership: "network.close" } }) },
      },
    },
    closed: { type: "final" },
  },
});
