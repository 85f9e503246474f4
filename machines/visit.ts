import { and, setup } from "xstate";

import { stepsFor, optionsFor, tellingFor, type Due, type MachineMeta } from "./step";
import { beginVisit, changeArrangements, changeTimetable, chased, everybody, moveDates, moved, postpone, refuseEndorsement, remind, reopenTeam, sharePosition, statementDue, visitBegins, withdraw } from "./visit-steps";

/**
 * hostDcs asks for the visit, delegate prepares for them, chiefExecutive endorses, hostOrganiser sees to
 * rooms and papers; leadChallenger and challenger stand here once they have accepted (machine
 * "assignment"); addressee is whom one step concerns.
 */
export type VisitRole =
  | "hostDcs"
  | "delegate"
  | "chiefExecutive"
  | "hostOrganiser"
  | "leadChallenger"
  | "challenger"
  | "coordinator"
  | "regionalChair"
  | "addressee";

/** Dates are ISO days, empty while they are not known. Everything else is counted from rows at the moment of asking. */
export interface VisitFacts {
  readonly hasReason: boolean;
  /** It has been sent at least once: until then it exists only for its own authority. */
  readonly wasRequested: boolean;
  readonly neverRequested: boolean;
  /** Theme with its passage or its reason, what is wanted, and dates that can be. */
  readonly requestComplete: boolean;
  readonly scopeComplete: boolean;
  /** The invitations in hand make a team: size, a lead of the variant's kind, nobody of the host. */
  readonly teamFits: boolean;
  /** Every place is taken by somebody who has accepted, and no declared conflict waits for a decision. */
  readonly teamComplete: boolean;
  /** A challenger who had accepted is no longer there. */
  readonly placeOpen: boolean;
  readonly mayObject: boolean;
  /** The host objected, said that the team is welcome, or let the days for it pass. */
  readonly hostHadItsSay: boolean;
  readonly hasTeam: boolean;
  readonly hasNoTeam: boolean;
  readonly venueKnown: boolean;
  readonly statementReady: boolean;
  readonly timetableReady: boolean;
  readonly lastDayReached: boolean;
  readonly scopeBy: string;
  readonly endorseBy: string;
  readonly proposeBy: string;
  readonly objectBy: string;
  readonly arrangeBy: string;
  readonly statementDueOn: string;
  /** The day before the first: when it is over, the visit is on. */
  readonly eveOn: string;
  readonly lastDay: string;
  readonly newDatesBy: string;
}

export type VisitEvent =
  | { type: "request.prepare" }
  | { type: "request.send" }
  | { type: "draft.discard" }
  | { type: "request.return" }
  | { type: "request.decline" }
  | { type: "scope.agree" }
  | { type: "scope.reopen" }
  | { type: "endorsement.give" }
  | { type: "endorsement.refuse" }
  | { type: "team.propose" }
  | { type: "team.refill" }
  | { type: "team.welcome" }
  | { type: "member.object" }
  | { type: "team.confirm" }
  | { type: "team.reopen" }
  | { type: "arrangements.send" }
  | { type: "arrangements.change" }
  | { type: "position.share" }
  | { type: "timetable.share" }
  | { type: "visit.begin" }
  | { type: "presentation.give" }
  | { type: "records.agree" }
  | { type: "visit.close" }
  | { type: "dates.move" }
  | { type: "dates.set" }
  | { type: "planning.resume" }
  | { type: "visit.postpone" }
  | { type: "visit.withdraw" }
  | { type: "reminder.send" };

const step = stepsFor<VisitRole>();
const option = optionsFor<VisitRole>();
const all = tellingFor<VisitRole>();

/** P5: a peer challenge visit that one authority asks for. */
export const visit = setup({
  types: { context: {} as VisitFacts, events: {} as VisitEvent },
  guards: {
    hasReason: ({ context }) => context.hasReason,
    wasRequested: ({ context }) => context.wasRequested,
    neverRequested: ({ context }) => context.neverRequested,
    requestComplete: ({ context }) => context.requestComplete,
    scopeComplete: ({ context }) => context.scopeComplete,
    teamFits: ({ context }) => context.teamFits,
    teamComplete: ({ context }) => context.teamComplete,
    placeOpen: ({ context }) => context.placeOpen,
    mayObject: ({ context }) => context.mayObject,
    hostHadItsSay: ({ context }) => context.hostHadItsSay,
    hasTeam: ({ context }) => context.hasTeam,
    hasNoTeam: ({ context }) => context.hasNoTeam,
    venueKnown: ({ context }) => context.venueKnown,
    statementReady: ({ context }) => context.statementReady,
    timetableReady: ({ context }) => context.timetableReady,
    lastDayReached: ({ context }) => context.lastDayReached,
  },
}).createMachine({
  id: "visit",
  version: "1",
  context: ({ input }) => input as unknown as VisitFacts,
  initial: "awaitingRequest",
  meta: {
    title: "Peer challenge visit",
    about: "An authority asks for a visit on a theme: scoped, endorsed by its chief executive, carried out by a team from elsewhere, and ended with a presentation and a letter.",
    roles: {
      hostDcs: "director of children's services of the host (asks)",
      delegate: "director's delegate (prepares, never asks)",
      chiefExecutive: "chief executive of the host",
      hostOrganiser: "host's organiser",
      leadChallenger: "lead of the team",
      challenger: "challenger of the team",
      coordinator: "SLI coordinator of the region",
      regionalChair: "regional chair",
      addressee: "the person this step concerns",
    },
    mayBeEmpty: ["delegate", "hostOrganiser", "leadChallenger", "challenger", "regionalChair"],
    byChoice: ["delegate"],
    askedWithTheAct: ["hasReason"],
  } satisfies MachineMeta<VisitRole>,
  states: {
    awaitingRequest: {
      on: {
        "request.prepare": {
          guard: "requestComplete",
          ...option({ to: "awaitingRequest", by: ["delegate"], tells: all("visit/request-ready", "hostDcs", "delegate") }),
        },
        "request.send": {
          guard: "requestComplete",
          ...step({ to: "awaitingScope", by: ["hostDcs"], tells: all("visit/request-received", "coordinator", "hostDcs", "delegate") }),
        },
        "draft.discard": {
          guard: "neverRequested",
          ...option({ to: "withdrawn", by: ["hostDcs", "delegate"], tells: all("visit/draft-discarded", "hostDcs", "delegate") }),
        },
        "visit.withdraw": { ...withdraw["visit.withdraw"], guard: and(["hasReason", "wasRequested"]) },
        ...remind("awaitingRequest"),
      },
    },
    awaitingScope: {
      meta: { due: [chased("Scope the visit", "scopeBy", "coordinator")] },
      on: {
        "scope.agree": {
          guard: "scopeComplete",
          ...step({ to: "awaitingEndorsement", by: ["coordinator"], tells: { hostDcs: "visit/scope-agreed", delegate: "visit/scope-agreed", chiefExecutive: "visit/endorsement-wanted" } }),
        },
        "request.return": {
          guard: "hasReason",
          ...option({ to: "awaitingRequest", by: ["coordinator"], tells: all("visit/request-returned", "hostDcs", "delegate") }),
        },
        "request.decline": {
          guard: "hasReason",
          ...option({ to: "declined", by: ["coordinator"], tells: all("visit/request-declined", "hostDcs", "delegate", "coordinator") }),
        },
        ...withdraw,
        ...remind("awaitingScope"),
      },
    },
    awaitingEndorsement: {
      meta: { due: [chased("Endorse the visit", "endorseBy", "chiefExecutive")] },
      on: {
        "endorsement.give": step({ to: "awaitingTeam", by: ["chiefExecutive"], tells: all("visit/endorsed", "hostDcs", "delegate", "coordinator") }),
        "endorsement.refuse": { guard: "hasReason", ...refuseEndorsement },
        "scope.reopen": option({ to: "awaitingScope", by: ["coordinator"], tells: all("visit/scope-reopened", "hostDcs", "delegate", "chiefExecutive") }),
        ...withdraw,
        ...remind("awaitingEndorsement"),
      },
    },
    awaitingTeam: {
      meta: { due: [chased("Propose a team", "proposeBy", "coordinator")] },
      on: {
        "team.propose": {
          guard: "teamFits",
          ...step({ to: "awaitingAcceptances", by: ["coordinator"], tells: all("visit/team-proposed", "hostDcs", "delegate", "coordinator") }),
        },
        ...postpone,
        ...withdraw,
        ...remind("awaitingTeam"),
      },
    },
    awaitingAcceptances: {
      meta: {
        due: [
          {
            name: "Say what you think of the team",
            on: { fact: "objectBy" },
            remind: [
              { day: -1, tells: { hostDcs: "visit/step-due" } },
              { day: 1, tells: { coordinator: "visit/step-due" } },
            ],
          } satisfies Due<VisitRole>,
        ],
      },
      on: {
        "team.confirm": {
          guard: and(["teamComplete", "hostHadItsSay"]),
          ...step({ to: "awaitingArrangements", by: ["coordinator"], tells: { ...everybody("visit/team-confirmed"), chiefExecutive: "visit/team-confirmed" } }),
        },
        "team.refill": {
          guard: "teamFits",
          ...option({ to: "awaitingAcceptances", by: ["coordinator"], tells: all("visit/team-changed", "hostDcs", "delegate", "coordinator") }),
        },
        "team.welcome": {
          guard: "mayObject",
          ...option({ to: "awaitingAcceptances", by: ["hostDcs"], tells: all("visit/team-welcomed", "coordinator", "hostDcs") }),
        },
        "member.object": {
          guard: "mayObject",
          ...option({ to: "awaitingAcceptances", by: ["hostDcs"], tells: all("visit/member-objected", "coordinator", "hostDcs") }),
        },
        ...moveDates,
        ...postpone,
        ...withdraw,
        ...remind("awaitingAcceptances"),
      },
    },
    awaitingArrangements: {
      meta: { due: [chased("Send the arrangements", "arrangeBy", "hostDcs"), visitBegins] },
      on: {
        "arrangements.send": {
          guard: "venueKnown",
          ...step({
            to: "awaitingPositionStatement",
            by: ["hostOrganiser", "delegate", "hostDcs", "coordinator"],
            optionalFor: ["coordinator"],
            tells: everybody("visit/arrangements-sent"),
          }),
        },
        ...changeTimetable("awaitingArrangements"),
        ...beginVisit,
        ...reopenTeam,
        ...moveDates,
        ...postpone,
        ...withdraw,
        ...remind("awaitingArrangements"),
      },
    },
    awaitingPositionStatement: {
      meta: { due: [statementDue, visitBegins] },
      on: {
        "position.share": { guard: "statementReady", ...sharePosition },
        ...changeTimetable("awaitingPositionStatement"),
        ...changeArrangements("awaitingPositionStatement"),
        ...beginVisit,
        ...reopenTeam,
        ...moveDates,
        ...postpone,
        ...withdraw,
        ...remind("awaitingPositionStatement"),
      },
    },
    awaitingVisit: {
      meta: { due: [visitBegins] },
      on: {
        "position.share": {
          guard: "statementReady",
          ...option({
            to: "awaitingVisit",
            by: ["hostDcs", "delegate"],
            tells: all("visit/position-shared", "leadChallenger", "challenger", "coordinator", "hostDcs", "delegate"),
          }),
        },
        ...changeTimetable("awaitingVisit"),
        ...changeArrangements("awaitingVisit"),
        ...beginVisit,
        ...reopenTeam,
        ...moveDates,
        ...postpone,
        ...withdraw,
        ...remind("awaitingVisit"),
      },
    },
    onSite: {
      meta: {
        due: [
          {
            name: "Give the presentation",
            on: { fact: "lastDay" },
            remind: [
              { day: 1, tells: all("visit/step-late", "leadChallenger", "coordinator") },
              { day: 4, tells: all("visit/step-late", "leadChallenger", "coordinator") },
            ],
          } satisfies Due<VisitRole>,
        ],
      },
      on: {
        "presentation.give": {
          guard: "lastDayReached",
          ...step({
            to: "awaitingLetter",
            by: ["leadChallenger", "coordinator"],
            optionalFor: ["coordinator"],
            tells: all("visit/presentation-given", "hostDcs", "delegate", "chiefExecutive", "coordinator", "leadChallenger", "challenger"),
            cascades: { assignment: "activity.complete" },
          }),
        },
        ...changeTimetable("onSite"),
        ...changeArrangements("onSite"),
        ...postpone,
        ...remind("onSite"),
      },
    },
    awaitingLetter: {
      on: {
        "records.agree": step({ to: "closed", by: ["system"], tells: all("visit/visit-closed", "hostDcs", "delegate", "coordinator", "leadChallenger", "challenger") }),
        "visit.close": {
          guard: "hasReason",
          ...option({ to: "closed", by: ["coordinator"], tells: all("visit/visit-closed", "hostDcs", "delegate", "coordinator", "leadChallenger", "challenger") }),
        },
        ...remind("awaitingLetter"),
      },
    },
    postponed: {
      meta: { due: [chased("Set new dates", "newDatesBy", "coordinator")] },
      on: {
        "dates.set": {
          guard: "hasTeam",
          ...step({ to: "awaitingAcceptances", by: ["coordinator"], tells: moved, cascades: { assignment: "activity.move" } }),
        },
        "planning.resume": {
          guard: "hasNoTeam",
          ...step({ to: "awaitingTeam", by: ["coordinator"], tells: all("visit/resumed", "hostDcs", "delegate", "coordinator") }),
        },
        ...withdraw,
        ...remind("postponed"),
      },
    },
    declined: { type: "final" },
    withdrawn: { type: "final" },
    closed: { type: "final" },
  },
});
