import { and, setup } from "xstate";

import { optionsFor, stepsFor, tellingFor, type Due, type MachineMeta } from "./step";

/** lead says every quarter how it stands; sponsor, a director, and the coordinator are told. */
export type WorkstreamRole = "workstreamLead" | "workstreamSponsor" | "coordinator";

/** Dates are ISO days. */
export interface WorkstreamFacts {
  readonly hasNarrative: boolean;
  /** What is done to recover, and by when: a day that lies ahead. */
  readonly hasRecovery: boolean;
  /** The end of the quarter whose update is next, and the day from which it is asked for. */
  readonly updateOn: string;
  readonly askOn: string;
}

export type WorkstreamEvent =
  | { type: "workstream.begin" }
  | { type: "update.ask" }
  | { type: "update.onTrack" }
  | { type: "update.atRisk" }
  | { type: "update.offTrack" }
  | { type: "reminder.send" }
  | { type: "workstream.end" };

const step = stepsFor<WorkstreamRole>();
const option = optionsFor<WorkstreamRole>();
const all = tellingFor<WorkstreamRole>();

const given = all("workstream/update-given", "workstreamSponsor", "coordinator");
const notOnTrack = all("workstream/not-on-track", "workstreamSponsor", "workstreamLead", "coordinator");
const recovered = and(["hasNarrative", "hasRecovery"]);
const end = { "workstream.end": { ...step({ to: "ended", by: ["system"], tells: all("workstream/ended", "workstreamSponsor", "workstreamLead") }) } };

/** P9: one workstream of a live plan, with an update every quarter. */
export const workstream = setup({
  types: { context: {} as WorkstreamFacts, events: {} as WorkstreamEvent },
  guards: { hasNarrative: ({ context }) => context.hasNarrative, hasRecovery: ({ context }) => context.hasRecovery },
}).createMachine({
  id: "workstream",
  version: "1",
  context: ({ input }) => input as unknown as WorkstreamFacts,
  initial: "approved",
  meta: {
    title: "Workstream",
    about: "One workstream of a region’s plan: its lead says every quarter whether it is on track, in a few sentences. Where it is not, a recovery action with a date is part of the update, and is followed up like every action.",
    roles: { workstreamLead: "lead of the workstream", workstreamSponsor: "sponsor of the workstream", coordinator: "SLI coordinator of the region" },
    mayBeEmpty: [],
    byChoice: [],
    askedWithTheAct: ["hasNarrative", "hasRecovery"],
  } satisfies MachineMeta<WorkstreamRole>,
  states: {
    approved: { on: { "workstream.begin": { ...step({ to: "underWay", by: ["coordinator"], tells: all("workstream/begun", "workstreamLead", "workstreamSponsor") }) } } },
    underWay: {
      meta: { due: [{ name: "Ask for the quarter’s update", on: { fact: "askOn" }, fires: "update.ask", remind: [] } satisfies Due<WorkstreamRole>] },
      on: {
        "update.ask": { ...step({ to: "updateAwaited", by: ["system", "coordinator"], optionalFor: ["coordinator"], tells: { workstreamLead: "workstream/update-wanted" } }) },
        // An update may come before it is asked for: a quarter counts once.
        "update.onTrack": { guard: "hasNarrative", ...option({ to: "underWay", by: ["workstreamLead", "coordinator"], tells: given, urgency: "canWait" }) },
        "update.atRisk": { guard: recovered, ...option({ to: "underWay", by: ["workstreamLead", "coordinator"], tells: notOnTrack }) },
        "update.offTrack": { guard: recovered, ...option({ to: "underWay", by: ["workstreamLead", "coordinator"], tells: notOnTrack }) },
        ...end,
      },
    },
    updateAwaited: {
      meta: {
        due: [
          {
            name: "Give the quarter’s update",
            on: { fact: "updateOn" },
            remind: [
              { day: -2, tells: { workstreamLead: "workstream/update-due" } },
              { day: 1, tells: all("workstream/update-due", "workstreamLead", "workstreamSponsor") },
              { day: 5, tells: all("workstream/update-due", "workstreamLead", "workstreamSponsor", "coordinator") },
            ],
          } satisfies Due<WorkstreamRole>,
        ],
      },
      on: {
        "update.onTrack": { guard: "hasNarrative", ...step({ to: "underWay", by: ["workstreamLead", "coordinator"], optionalFor: ["coordinator"], tells: given, urgency: "canWait" }) },
        "update.atRisk": { guard: recovered, ...step({ to: "underWay", by: ["workstreamLead", "coordinator"], optionalFor: ["coordinator"], tells: notOnTrack }) },
        "update.offTrack": { guard: recovered, ...step({ to: "underWay", by: ["workstreamLead", "coordinator"], optionalFor: ["coordinator"], tells: notOnTrack }) },
        "reminder.send": { ...option({ to: "updateAwaited", by: ["coordinator"], tells: { workstreamLead: "workstream/coordinator-reminds" } }) },
        ...end,
      },
    },
    ended: { type: "final" },
  },
});
