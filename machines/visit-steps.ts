import { stepsFor, optionsFor, tellingFor, type Due } from "./step";
import type { VisitRole } from "./visit";

// What several states of a visit share: its deadlines, and the steps that are the same in each. The process itself is the table in visit.ts.

const step = stepsFor<VisitRole>();
const option = optionsFor<VisitRole>();
const all = tellingFor<VisitRole>();

export const everybody = (email: "visit/arrangements-sent" | "visit/arrangements-changed" | "visit/timetable-shared" | "visit/visit-begun" | "visit/team-confirmed") =>
  ({ hostDcs: email, delegate: email, hostOrganiser: email, leadChallenger: email, challenger: email, coordinator: email }) as const;

/** The coordinator's own word to whoever holds the next step. */
export const remind = <const Here extends string>(here: Here) => ({
  "reminder.send": { guard: "wasRequested" as const, ...option({ to: here, by: ["coordinator"], tells: { addressee: "visit/coordinator-reminds" } }) },
});

export const withdraw = {
  "visit.withdraw": {
    guard: "hasReason" as const,
    ...option({
      to: "withdrawn",
      by: ["hostDcs", "coordinator"],
      tells: all("visit/withdrawn", "coordinator", "hostDcs", "delegate", "chiefExecutive", "hostOrganiser", "leadChallenger", "challenger"),
      cascades: { assignment: "activity.cancel" },
    }),
  },
};

export const postpone = {
  "visit.postpone": {
    guard: "hasReason" as const,
    ...option({
      to: "postponed",
      by: ["coordinator", "hostDcs"],
      tells: all("visit/postponed", "coordinator", "hostDcs", "delegate", "chiefExecutive", "hostOrganiser", "leadChallenger", "challenger"),
    }),
  },
};

export const moved = { coordinator: "visit/dates-moved", hostDcs: "visit/dates-moved", delegate: "visit/dates-moved", hostOrganiser: "visit/dates-moved", leadChallenger: "visit/dates-moved", challenger: "visit/dates-moved" } as const;

/** Other dates: everybody who had accepted is asked again. */
export const moveDates = {
  "dates.move": {
    guard: "hasReason" as const,
    ...option({ to: "awaitingAcceptances", by: ["coordinator"], tells: moved, cascades: { assignment: "activity.move" } }),
  },
};

/** A place that became free after the team was confirmed is filled as before. */
export const reopenTeam = {
  "team.reopen": {
    guard: "placeOpen" as const,
    ...step({ to: "awaitingAcceptances", by: ["system"], tells: all("visit/team-reopened", "coordinator", "hostDcs", "delegate", "leadChallenger", "challenger") }),
  },
};

export const refuseEndorsement = option({ to: "awaitingRequest", by: ["chiefExecutive"], tells: all("visit/endorsement-refused", "hostDcs", "delegate", "coordinator") });

export const changeTimetable = <const Here extends string>(here: Here) => ({
  "timetable.share": {
    guard: "timetableReady" as const,
    ...option({ to: here, by: ["hostDcs", "delegate", "hostOrganiser", "leadChallenger", "coordinator"], tells: everybody("visit/timetable-shared") }),
  },
});

export const changeArrangements = <const Here extends string>(here: Here) => ({
  "arrangements.change": {
    guard: "venueKnown" as const,
    ...option({ to: here, by: ["hostDcs", "delegate", "hostOrganiser", "coordinator"], tells: everybody("visit/arrangements-changed") }),
  },
});

export const sharePosition = step({
  to: "awaitingVisit",
  by: ["hostDcs", "delegate"],
  tells: all("visit/position-shared", "leadChallenger", "challenger", "coordinator", "hostDcs", "delegate"),
});

export const beginVisit = {
  "visit.begin": step({ to: "onSite", by: ["system", "leadChallenger", "coordinator"], optionalFor: ["leadChallenger", "coordinator"], tells: everybody("visit/visit-begun") }),
};

export const visitBegins: Due<VisitRole> = { name: "The visit begins", on: { fact: "eveOn" }, remind: [], fires: "visit.begin" };

export const statementDue: Due<VisitRole> = {
  name: "Share the position statement",
  on: { fact: "statementDueOn" },
  remind: [
    { day: -5, tells: all("visit/step-due", "hostDcs", "delegate") },
    { day: -1, tells: all("visit/step-due", "hostDcs", "delegate") },
    { day: 1, tells: all("visit/step-late", "hostDcs", "delegate", "coordinator") },
  ],
};

export const chased = (name: string, fact: string, role: "coordinator" | "chiefExecutive" | "hostDcs"): Due<VisitRole> => ({
  name,
  on: { fact },
  remind: [
    { day: -2, tells: { [role]: "visit/step-due" } },
    { day: 1, tells: { [role]: "visit/step-late", ...(role === "coordinator" ? {} : { coordinator: "visit/step-late" }) } },
    { day: 5, tells: { [role]: "visit/step-late", coordinator: "visit/step-late", ...(role === "coordinator" ? { regionalChair: "visit/step-late" } : {}) } },
  ],
});
