import { stepsFor, optionsFor, tellingFor, type Due } from "./step";
import type { SelfAssessmentRole } from "./self-assessment";

// What several states of a self-assessment share: its deadlines, and the steps that are the same in each. The process itself is the table in self-assessment.ts.

const step = stepsFor<SelfAssessmentRole>();
const option = optionsFor<SelfAssessmentRole>();
const all = tellingFor<SelfAssessmentRole>();

/** Reminders before and after, then escalation to the coordinator and the chief executive. */
export const submission: Due<SelfAssessmentRole> = {
  name: "Submit the self-assessment",
  on: { fact: "dueOn" },
  fires: "deadline.pass",
  remind: [
    { day: -10, tells: all("self-assessment/due-soon", "dcs", "delegate", "author") },
    { day: -2, tells: all("self-assessment/due-soon", "dcs", "delegate", "author") },
    { day: 3, tells: all("self-assessment/still-late", "dcs", "delegate", "coordinator") },
    {
      day: 8,
      tells: all("self-assessment/still-late", "dcs", "delegate", "coordinator", "chiefExecutive"),
    },
  ],
};

export const signature: Due<SelfAssessmentRole> = {
  name: "Sign",
  on: { workingDays: 3 },
  remind: [{ day: 0, tells: { dcs: "self-assessment/ready-to-sign" } }],
};

export const endorsement: Due<SelfAssessmentRole> = {
  name: "Endorse",
  on: { workingDays: 5 },
  remind: [
    { day: -1, tells: all("self-assessment/endorsement-due", "chiefExecutive", "leadMember") },
    { day: 2, tells: all("self-assessment/endorsement-due", "chiefExecutive", "leadMember", "dcs") },
  ],
};

/** What may happen at any time before submission, and leaves the state as it is. */
export const beforeSubmission = <const Here extends string>(here: Here) => ({
  "extension.grant": {
    guard: "hasReason" as const,
    ...option({ to: here, by: ["coordinator"], tells: all("self-assessment/extension-granted", "dcs", "delegate", "coordinator") }),
  },
  "deadline.move": step({ to: here, by: ["system"], tells: all("self-assessment/date-moved", "author", "contributor", "dcs"), urgency: "canWait" }),
  "deadline.pass": step({ to: here, by: ["system"], tells: all("self-assessment/overdue", "dcs", "delegate", "coordinator") }),
  "reminder.send": option({ to: here, by: ["coordinator"], tells: { addressee: "self-assessment/coordinator-reminds" } }),
  "participation.optOut": {
    guard: "hasReason" as const,
    ...option({ to: "optedOut", by: ["dcs"], tells: all("self-assessment/opted-out", "coordinator", "dcs", "delegate", "author") }),
  },
  "submission.waive": {
    guard: "hasReason" as const,
    ...option({ to: "waived", by: ["coordinator"], tells: all("self-assessment/waived", "dcs", "delegate", "author") }),
  },
  "round.withdraw": step({ to: "withdrawn", by: ["system"], tells: all("self-assessment/withdrawn", "dcs", "author", "contributor") }),
});

/** Chapters change hands while the document can be written. */
export const whileWriting = <const Here extends string>(here: Here) => ({
  "chapter.assign": option({ to: here, by: ["dcs", "delegate", "coordinator"], tells: { addressee: "self-assessment/chapter-assigned" } }),
});

export const edit = option({ to: "inProgress", by: ["dcs", "delegate"], tells: all("self-assessment/reopened-for-editing", "dcs", "delegate") });

/** An edit after the signature voids it and every endorsement: those who were asked or had endorsed are told. */
export const editSigned = option({
  to: "inProgress",
  by: ["dcs", "delegate"],
  tells: all("self-assessment/signature-voided", "dcs", "delegate", "chiefExecutive", "leadMember", "endorser"),
});

export const refuseEndorsement = option({
  to: "returned",
  by: ["chiefExecutive", "leadMember"],
  tells: all("self-assessment/endorsement-refused", "dcs", "delegate", "endorser"),
});

/** After submission the content is immutable: a change makes a new version, and its readers are told. */
export const revise = option({ to: "inProgress", by: ["dcs"], tells: all("self-assessment/being-revised", "coordinator", "dcs", "delegate", "reader") });

export const admitObserver = <const Here extends string>(here: Here) =>
  option({ to: here, by: ["dcs", "coordinator"], tells: all("self-assessment/observer-admitted", "addressee", "dcs") });

export const assignModerator = <const Here extends string>(here: Here) =>
  option({ to: here, by: ["coordinator"], tells: all("self-assessment/moderator-assigned", "addressee", "dcs") });

export const withdrawDocument = option({ to: "withdrawn", by: ["dcs"], tells: all("self-assessment/withdrawn", "coordinator", "dcs", "reader") });

export const challengeHeld = option({ to: "challenged", by: ["coordinator"], tells: all("self-assessment/challenged", "dcs", "delegate") });
