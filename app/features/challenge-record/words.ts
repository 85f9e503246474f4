import { awaiting, doneOn, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  filingFindings: "Findings being filed",
  draftingLetter: "Letter being drafted",
  awaitingAccuracyCheck: "Awaiting the accuracy check",
  answeringPoints: "Points being answered",
  finalisingLetter: "Letter being finalised",
  awaitingActionPlan: "Awaiting the action plan",
  agreeingPlan: "Plan to be agreed",
  monitoring: "Plan under way",
  progressReviewDue: "Progress review due",
  withdrawn: "Withdrawn",
  closed: "Closed",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What happens now, in one sentence, for whoever reads the record's page. */
export const stateSentences = {
  filingFindings: "The challengers are filing what they found.",
  draftingLetter: "All findings are in. The lead challenger is writing the letter.",
  awaitingAccuracyCheck: "The letter is with the host, who checks its facts point by point.",
  answeringPoints: "The host has questioned some facts. The lead challenger answers each point.",
  finalisingLetter: "The facts are settled. The lead challenger makes the letter final.",
  awaitingActionPlan: "The letter is final. The host writes its action plan.",
  agreeingPlan: "The lead challenger reads the action plan, and agrees or returns it.",
  monitoring: "The plan is agreed and under way.",
  progressReviewDue: "The lead challenger reviews the progress with the director.",
  withdrawn: "The record was withdrawn before its letter was final.",
  closed: "The review is recorded, with what changed.",
} as const satisfies Record<State, string>;

/** The same, said to the authority itself. */
const hostSentences: Readonly<Partial<Record<State, string>>> = {
  draftingLetter: "All findings are in. The lead challenger is writing your letter.",
  awaitingAccuracyCheck: "Your letter is here. Read it, and say where a fact is wrong.",
  answeringPoints: "You have questioned some facts. The lead challenger answers each point.",
  awaitingActionPlan: "Your letter is final. Answer each area in an action plan.",
  agreeingPlan: "The lead challenger reads your action plan, and agrees or returns it.",
  monitoring: "Your plan is agreed and under way. Say how its actions go.",
  progressReviewDue: "The lead challenger reviews with you what has become of the plan.",
};

/** What happens now, for somebody who stands to the record in that way. */
export function sentenceFor(state: State, standing: string): string {
  return (standing === "host" ? hostSentences[state] : undefined) ?? stateSentences[state];
}

/** States before the letter is final: nobody outside the team reads a finding, and nobody outside team and host a letter. */
export const BEFORE_FINAL: readonly string[] = ["filingFindings", "draftingLetter", "awaitingAccuracyCheck", "answeringPoints", "finalisingLetter"];
export const ENDED: readonly string[] = ["withdrawn", "closed"];

const awaited: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  filingFindings: { challenger: "File your findings:", leadChallenger: "Finish the findings:" },
  draftingLetter: { leadChallenger: "Write the letter:" },
  awaitingAccuracyCheck: { hostDcs: "Check the facts of the letter:", hostDelegate: "Write the points of accuracy for your director:" },
  answeringPoints: { leadChallenger: "Answer the points of accuracy:" },
  finalisingLetter: { leadChallenger: "Make the letter final:" },
  awaitingActionPlan: { hostDcs: "Send the action plan:", hostDelegate: "Write the action plan for your director:" },
  agreeingPlan: { leadChallenger: "Agree the action plan:" },
  monitoring: { hostDcs: "Say how the actions go:", hostDelegate: "Say how the actions go:" },
  progressReviewDue: { leadChallenger: "Record the progress review:" },
};

/** What waits for a role, as a link: "File your findings: Kent's challenge record". */
export const taskOf = awaiting(awaited);

/** Where it is done, below the record's own page. */
export const taskPage = doneOn({
  filingFindings: { challenger: "findings", leadChallenger: "findings" },
  draftingLetter: { leadChallenger: "letter" },
  awaitingAccuracyCheck: { hostDcs: "accuracy", hostDelegate: "accuracy" },
  answeringPoints: { leadChallenger: "accuracy" },
  finalisingLetter: { leadChallenger: "letter/finalise" },
  awaitingActionPlan: { hostDcs: "plan", hostDelegate: "plan" },
  agreeingPlan: { leadChallenger: "plan" },
  monitoring: { hostDcs: "progress", hostDelegate: "progress" },
  progressReviewDue: { leadChallenger: "review" },
});

/** What the present state waits for, for letters and the chase board; null where nothing is awaited. */
export const stateTasks: Readonly<Record<string, string>> = {
  filingFindings: "File the findings",
  draftingLetter: "Send the letter for its facts to be checked",
  awaitingAccuracyCheck: "Check the facts of the letter",
  answeringPoints: "Answer the points of accuracy",
  finalisingLetter: "Make the letter final",
  awaitingActionPlan: "Send the action plan",
  agreeingPlan: "Agree the action plan, or return it",
  monitoring: "Say how the actions go",
  progressReviewDue: "Record the progress review",
};

/** The roles that the present state waits for, the one most wanted first. */
export const awaitedIn: Readonly<Record<string, readonly string[]>> = Object.fromEntries(Object.entries(awaited).map(([state, roles]) => [state, Object.keys(roles)]));

const events: Readonly<Record<string, string>> = {
  begin: "opened the challenge record",
  "finding.file": "filed a finding",
  "finding.remove": "took a finding out",
  "finding.restore": "put a finding back",
  "findings.finish": "finished the findings",
  "findings.reopen": "opened the findings again",
  "letter.send": "sent the letter for its facts to be checked",
  "points.submit": "sent points of accuracy",
  "accuracy.agree": "agreed the facts of the letter",
  "accuracy.proceed": "went on without an answer on the facts, with a reason",
  "points.answer": "answered the points of accuracy",
  "letter.finalise": "made the letter final",
  "letter.release": "decided who may read the letter",
  "wording.approve": "approved words for the region’s themes",
  "response.give": "gave the host’s response",
  "plan.submit": "sent the action plan",
  "plan.agree": "agreed the action plan",
  "plan.return": "returned the action plan with a reason",
  "progress.update": "said how an action goes",
  "review.open": "opened the progress review",
  "review.record": "recorded the progress review",
  "review.extend": "put the progress review off, with a reason",
  "lead.change": "asked somebody else to lead",
  "record.withdraw": "withdrew the record, with a reason",
  "reminder.send": "sent a reminder",
};

/** An event as the timeline says it, in the past. */
export const happened = saying(events);

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasStrengths: "at least one strength is filed",
  hasAreas: "at least one area for consideration is filed",
  noConflictOpen: "no conflict between two versions of a finding is open",
  nothingUnchecked: "everything that might identify a child has been looked at",
  letterSent: "there is a letter",
  hasPoints: "at least one point is written",
  noPointWritten: "no point is written",
  everyPointAnswered: "every point is answered",
  accuracyDatePassed: "the date has passed",
  everyAreaAnswered: "every area has an action or a reason for none",
  everyActionReviewed: "every action has its status",
  hasReview: "the review says what changed",
  hasReason: "a reason is given",
} as const;

export const FINDING_KINDS = ["strength", "area", "recommendation", "goodPractice"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const findingKindLabels = {
  strength: "Strength",
  area: "Area for consideration",
  recommendation: "Recommendation",
  goodPractice: "Good practice offered",
} as const satisfies Record<FindingKind, string>;

export const findingKindHints = {
  strength: "Something this authority does well, that others should know of.",
  area: "Something this authority should look at. A question, not a verdict.",
  recommendation: "What you would do next in its place.",
  goodPractice: "How your own authority does it, offered to this one.",
} as const satisfies Record<FindingKind, string>;

export const findingKindsCounted = {
  strength: ["strength", "strengths"],
  area: ["area for consideration", "areas for consideration"],
  recommendation: ["recommendation", "recommendations"],
  goodPractice: ["offer of good practice", "offers of good practice"],
} as const satisfies Record<FindingKind, readonly [string, string]>;

/** "1 strength", "2 areas for consideration". */
export function saidOf(count: number, kind: FindingKind): string {
  const [one, many] = findingKindsCounted[kind];
  return `${count} ${count === 1 ? one : many}`;
}

export const EVIDENCE_KINDS = ["interview", "document", "data", "observation"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const evidenceLabels = {
  interview: "Interview or focus group",
  document: "Document",
  data: "Data",
  observation: "Observation",
} as const satisfies Record<EvidenceKind, string>;

export const activityWords = { triad: "challenge session", visit: "peer challenge visit" } as const;
export type ActivityKind = keyof typeof activityWords;

/** Why a step was refused, and how to mend it. */
const refusals: Readonly<Record<string, string>> = {
  "not-your-role": "This step is not yours to take.",
  "no-such-step": "The record has moved on, and this step is no longer open.",
  "no-such-record": "The record has moved on, and this step is no longer open.",
  hasStrengths: "There is no strength among the filed findings yet. A fair letter says both.",
  hasAreas: "There is no area for consideration among the filed findings yet. A fair letter says both.",
  noConflictOpen: "Two people wrote the same finding. Choose what to keep before you go on.",
  nothingUnchecked: "Something in a filed finding may identify a child. It is marked in the list: take it out, or say why it is not about a child.",
  letterSent: "There is no letter to do this with yet.",
  hasPoints: "Write at least one point, or say that every fact is right.",
  noPointWritten: "You have written points of accuracy. Send them, or remove them first.",
  everyPointAnswered: "Some points still need an answer.",
  accuracyDatePassed: "The host still has time to answer. You can go on once the date has passed.",
  everyAreaAnswered: "Some areas have neither an action nor a reason for none.",
  everyActionReviewed: "Say for each action where it stands.",
  hasReview: "Say what has changed.",
  hasReason: "Give a reason.",
  "not-being-filed": "The findings are finished and cannot be changed now, so this was not saved. Copy what you typed before you leave the page.",
  "no-such-finding": "This finding is no longer there.",
  "not-your-finding": "Only the person who wrote it, or the lead challenger, can change this finding.",
  "finding-removed": "This finding was taken out. Put it back before you change it.",
  "finding-not-removed": "This finding has not been taken out.",
  "no-text": "Write what you found.",
  "too-long": "The finding is too long. Shorten it, or make two of it.",
  "no-kind": "Choose what kind of finding it is.",
  "no-theme": "Choose a theme.",
  "no-evidence": "Tick what it rests on.",
  "no-names-tick": "Tick that no quote holds a name.",
  "child-data": "Something here may identify a child. Take it out, or look at each and say why it is not about a child.",
  "already-filed": "This finding is filed already.",
  "no-such-kloe": "Choose a key line of enquiry from the list.",
  "open-conflict": "Somebody else changed this finding while you wrote. Choose what to keep before you file it.",
  "no-such-conflict": "Somebody has already settled this one.",
  "no-such-person": "Choose a person from the list.",
  "of-the-host": "Somebody who works for the challenged authority cannot be on the team.",
  "already-lead": "They lead already.",
  "not-a-date": "Enter a real date.",
  "date-not-later": "The new date must be later than the present one.",
};

/** A refusal as a sentence. */
export const refusalWords = refusing(refusals);
