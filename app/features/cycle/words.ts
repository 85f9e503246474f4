import type { StateValueFrom } from "xstate";

import type { cycle, CycleEvent } from "~machines/cycle";

import { labelling } from "~/features/step/words";
import type { PillKind } from "~/ui/own/pill";
import type { ChaseShow, ChaseSort } from "./chase";
import type { ChallengeStyle, DateField, EndorserRole, Visibility } from "./rules";

export type CycleState = StateValueFrom<typeof cycle>;
export type CycleEventName = CycleEvent["type"];

/** Each state as the people of a round say it. */
export const stateLabels = {
  draft: "Draft",
  open: "Open for self-assessments",
  submissionsClosed: "Submissions closed",
  challenge: "Challenge under way",
  synthesis: "Synthesis under way",
  decided: "Decisions recorded",
  closed: "Closed",
  cancelled: "Cancelled",
} satisfies Record<CycleState, string>;

export const { isState, labelOf } = labelling(stateLabels);

export const statePills = {
  draft: "quiet",
  open: "calm",
  submissionsClosed: "calm",
  challenge: "calm",
  synthesis: "calm",
  decided: "calm",
  closed: "quiet",
  cancelled: "quiet",
} satisfies Record<CycleState, PillKind>;

/** How a state is shown; a state this version does not know is shown quietly. */
export function statePillOf(state: string): PillKind {
  return isState(state) ? statePills[state] : "quiet";
}

/** What is wanted in each state, for a director who opens the round's page. */
export const wantedIn = {
  draft: "The coordinator is preparing this round. Nobody else can see it yet.",
  open: "Each authority writes, signs and submits its self-assessment.",
  submissionsClosed: "Self-assessments are in. They are shared, read and moderated before the challenge.",
  challenge: "Authorities challenge each other.",
  synthesis: "What the challenge found is drawn together for the directors.",
  decided: "The directors' decisions are recorded. Follow-up comes from each self-assessment.",
  closed: "This round is over.",
  cancelled: "This round was cancelled.",
} satisfies Record<CycleState, string>;

/** Which of the round's dates is the one that presses in a state. */
export const pressingDate = {
  draft: "opensOn",
  open: "submissionsDueOn",
  submissionsClosed: "challengeStartsOn",
  challenge: "summitOn",
  synthesis: "endsOn",
  decided: "endsOn",
  closed: null,
  cancelled: null,
} satisfies Record<CycleState, DateField | null>;

const happenings = {
  "round.open": "opened the round",
  "dates.move": "moved the dates",
  "authority.join": "let an authority join late",
  "submissions.close": "closed submissions",
  "submissions.reopen": "reopened submissions",
  "challenge.begin": "began the challenge",
  "synthesis.begin": "began the synthesis",
  "decisions.record": "recorded the decisions",
  "round.close": "closed the round",
  "round.cancel": "cancelled the round",
} satisfies Record<CycleEventName, string>;

/** An event as the timeline says it, in the past, after a name. */
export function happened(event: string): string {
  if (event === "begin") return "made the round as a draft";
  return isEvent(event) ? happenings[event] : event;
}

export function isEvent(text: string): text is CycleEventName {
  return Object.hasOwn(happenings, text);
}

const tasks = {
  draft: "Open the",
  open: "Close submissions of the",
  submissionsClosed: "Begin the challenge of the",
  challenge: "Begin the synthesis of the",
  synthesis: "Record the decisions of the",
  decided: "Close the",
  closed: "Look at the",
  cancelled: "Look at the",
} satisfies Record<CycleState, string>;

/** What waits, as a link: "Close submissions of the South East round 2026/27". */
export function taskOf({ state, title }: { readonly state: string; readonly title: string }): string {
  return `${isState(state) ? tasks[state] : "Look at the"} ${title}`;
}

/** A step as its page says it: what the button does, what happens, and what was done. */
export interface ActWords {
  readonly title: string;
  readonly button: string;
  readonly what: string;
  readonly done: string;
  /** A step that takes something away or cannot be undone. */
  readonly grave?: boolean;
}

export const actWords = {
  "round.open": {
    title: "Open the round",
    button: "Open the round",
    what: "Each authority gets its self-assessment to write. The template and the rules can no longer be changed.",
    done: "The round is open",
  },
  "dates.move": {
    title: "Move the dates",
    button: "Move the dates",
    what: "Every self-assessment that has the round's own date moves with it. A later date given by an extension stays.",
    done: "The dates have moved",
  },
  "authority.join": {
    title: "Let an authority join late",
    button: "Let it join",
    what: "The authority gets a self-assessment to write, marked as having joined late.",
    done: "The authority has joined the round",
  },
  "submissions.close": {
    title: "Close submissions",
    button: "Close submissions",
    what: "The round moves on. Those still to submit stay on the chase board, marked late.",
    done: "Submissions are closed",
  },
  "submissions.reopen": {
    title: "Reopen submissions",
    button: "Reopen submissions",
    what: "The round goes back to taking self-assessments.",
    done: "Submissions are open again",
  },
  "challenge.begin": {
    title: "Begin the challenge",
    button: "Begin the challenge",
    what: "Authorities begin to challenge each other. Dates can no longer be moved.",
    done: "The challenge has begun",
  },
  "synthesis.begin": {
    title: "Begin the synthesis",
    button: "Begin the synthesis",
    what: "The challenge is over and its findings are drawn together.",
    done: "The synthesis has begun",
  },
  "decisions.record": {
    title: "Record the decisions",
    button: "Record the decisions",
    what: "The round is marked as decided by the region's directors.",
    done: "The decisions are recorded",
  },
  "round.close": {
    title: "Close the round",
    button: "Close the round",
    what: "The round is finished. Nothing in it can be changed afterwards.",
    done: "The round is closed",
    grave: true,
  },
  "round.cancel": {
    title: "Cancel the round",
    button: "Cancel the round",
    what: "Every self-assessment of the round that has not been challenged is withdrawn. This cannot be undone.",
    done: "The round is cancelled",
    grave: true,
  },
} satisfies Record<CycleEventName, ActWords>;

/** Steps that want nothing but, at most, a reason: they share one page. The others have pages of their own. */
export type SimpleStep = Exclude<CycleEventName, "round.open" | "dates.move" | "authority.join">;

const ownPages = { "round.open": "check", "dates.move": "dates", "authority.join": "join" } satisfies Record<Exclude<CycleEventName, SimpleStep>, string>;

/** Whether a text in an address names a step of the shared page. */
export function isSimpleStep(text: string | undefined): text is SimpleStep {
  return text !== undefined && isEvent(text) && !Object.hasOwn(ownPages, text);
}

/** The page on which a step is taken. */
export function stepPath(cycleId: string, event: string): string {
  const own = Object.hasOwn(ownPages, event) ? ownPages[event as keyof typeof ownPages] : `steps/${event}`;
  return `/rounds/${cycleId}/${own}`;
}

/** What is missing when a step's condition says no, and how to mend it. */
export const blockedWords: Readonly<Record<string, string>> = {
  datesInOrder: "The dates are not in order. Each must fall after the one before.",
  templateHasQuestions: "The template has no questions. Add at least one before opening.",
  hasAuthorities: "No authority takes part. Choose at least one.",
  somethingSubmitted: "No self-assessment has been submitted yet.",
  nothingOutstanding: "Some self-assessments are neither submitted nor excused. Chase them, waive them, or record that they opted out.",
  hasReason: "Give a reason.",
  "not-your-role": "Only the region's SLI coordinator can do this.",
  "no-such-step": "The round has moved on and this can no longer be done. Look at where it stands now.",
  "already-taking-part": "This authority already takes part in the round.",
  "not-of-this-region": "This authority is not one of the region's.",
  "no-such-round": "There is no such round.",
  "dates-unchanged": "Change at least one date.",
};

/** The refusal in words, whatever its reason. */
export function sayRefusal(reason: string): string {
  return blockedWords[reason] ?? "This cannot be done just now. Look at where the round stands and try again.";
}

const draftRefusals: Readonly<Record<string, { readonly message: string; readonly field?: string }>> = {
  "name-missing": { message: "Enter a name for the round", field: "name" },
  "name-taken": { message: "Your region already has a round of this name. Choose another", field: "name" },
  "dates-not-in-order": { message: "Each date must be after the one before", field: "opensOn" },
  "no-such-template": { message: "Choose a template of your region", field: "templateVersionId" },
  "not-of-this-region": { message: "Choose only authorities that exist in the region on the day the round opens", field: "authorities" },
  "no-authorities": { message: "Choose at least one authority", field: "authorities" },
  "rules-not-valid": { message: "Check the rules: one of them cannot be used", field: "visibility" },
};

/**
 * Why a draft was not saved, and the field it belongs to.
 * @param absent names of the chosen authorities that do not exist on the day the round opens
 */
export function sayDraftRefusal(reason: string, absent: readonly string[] = []): { readonly message: string; readonly field?: string } {
  if (reason === "not-of-this-region" && absent.length > 0) return { message: `Untick ${absent.join(" and ")}: not there any more, or not yet, on the day the round opens`, field: "authorities" };
  return draftRefusals[reason] ?? { message: sayRefusal(reason) };
}

export const dateLabels = {
  opensOn: "Round opens",
  submissionsDueOn: "Self-assessments due",
  challengeStartsOn: "Challenge begins",
  summitOn: "Summit",
  endsOn: "Round ends",
} satisfies Record<DateField, string>;

/** What each date is for, beside its boxes. */
export const dateHints = {
  opensOn: "Everybody taking part is told on the day you open it",
  submissionsDueOn: "By the end of this day, 23:59",
  challengeStartsOn: "The first day on which authorities challenge each other",
  summitOn: "The directors meet and consider what was found",
  endsOn: "Decisions are recorded and the round closes",
} satisfies Record<DateField, string>;

export const visibilityWords = {
  group: "Only the authorities in the same group",
  region: "Every director in the region",
  regionAndObservers: "Every director in the region, and named observers",
} satisfies Record<Visibility, string>;

export const challengeStyleWords = {
  triads: "Groups of three or four challenge each other",
  validation: "One validation event for the whole region",
} satisfies Record<ChallengeStyle, string>;

export const endorserWords = {
  chiefExecutive: "Chief executive",
  leadMember: "Lead member",
} satisfies Record<EndorserRole, string>;

export const showWords = {
  all: "All",
  late: "Late",
  outstanding: "Still awaited",
  submitted: "Submitted",
  excused: "Excused",
} satisfies Record<ChaseShow, string>;

export const sortWords = {
  due: "time left",
  authority: "authority",
  state: "how far it is",
  group: "group",
} satisfies Record<ChaseSort, string>;

const remindRefusals: Readonly<Record<string, string>> = {
  "nothing-waits": "No step of theirs is awaited just now.",
  "post-vacant": "Nobody holds the post. Record a holder in the directory, or ask the authority.",
  "no-such-step": "It has been submitted or stands aside, so there is nothing to remind of.",
  conflict: "It moved on at the same moment. Look at the board again.",
};

/** Why nobody of an authority was reminded. */
export function sayRemindRefusal(reason: string): string {
  return remindRefusals[reason] ?? sayRefusal(reason);
}
