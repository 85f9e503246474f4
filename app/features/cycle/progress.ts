import type { StateValueFrom } from "xstate";

import type { selfAssessment } from "~machines/self-assessment";

export type SelfAssessmentState = StateValueFrom<typeof selfAssessment>;

/** How a self-assessment counts in its round: in, still awaited, or standing aside with a reason. */
export type Standing = "in" | "outstanding" | "excused";

/** The one place that says what counts as submitted: every "15 of 19" is counted from it. */
export const standingOf = {
  notStarted: "outstanding",
  inProgress: "outstanding",
  readyForDcs: "outstanding",
  returned: "outstanding",
  awaitingEndorsement: "outstanding",
  awaitingSubmission: "outstanding",
  submitted: "in",
  shared: "in",
  moderated: "in",
  challenged: "in",
  followUpDue: "in",
  closed: "in",
  optedOut: "excused",
  waived: "excused",
  withdrawn: "excused",
} satisfies Record<SelfAssessmentState, Standing>;

/** States of one standing, for a query's `IN`. */
export function statesThatAre(standing: Standing): SelfAssessmentState[] {
  return (Object.keys(standingOf) as SelfAssessmentState[]).filter((state) => standingOf[state] === standing);
}

/** The standing of a stored state; a state this version does not know counts as awaited, so that nobody is passed over. */
export function standingIn(state: string): Standing {
  return state in standingOf ? standingOf[state as SelfAssessmentState] : "outstanding";
}

/** "15 of 19": the denominator is those who take part, the excused left out. */
export interface Progress {
  readonly submitted: number;
  readonly outstanding: number;
  readonly excused: number;
  /** Submitted and outstanding together. */
  readonly of: number;
}

export function progressOf(states: readonly string[]): Progress {
  const count = (standing: Standing) => states.filter((state) => standingIn(state) === standing).length;
  const submitted = count("in");
  const outstanding = count("outstanding");
  return { submitted, outstanding, excused: count("excused"), of: submitted + outstanding };
}
