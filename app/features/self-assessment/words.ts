import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  notStarted: "Not started",
  inProgress: "Being written",
  readyForDcs: "Ready to sign",
  returned: "Returned",
  awaitingEndorsement: "Awaiting endorsement",
  awaitingSubmission: "Ready to submit",
  submitted: "Submitted",
  shared: "Shared",
  moderated: "Moderated",
  challenged: "Challenged",
  followUpDue: "Six-month update due",
  optedOut: "Not taking part",
  waived: "Waived",
  withdrawn: "Withdrawn",
  closed: "Closed",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What happens now, in one sentence, for whoever reads the record's page. */
export const stateSentences = {
  notStarted: "Nobody has started writing yet.",
  inProgress: "The chapters are being written.",
  readyForDcs: "Every question is answered. The director reads it and signs, or returns it.",
  returned: "It was returned with a reason, and waits to be taken up again.",
  awaitingEndorsement: "The director has signed. It waits for its endorsements.",
  awaitingSubmission: "It is signed and endorsed. It waits to be submitted.",
  submitted: "It is submitted and cannot be changed. It waits to be shared.",
  shared: "Those it is shared with can read it.",
  moderated: "A moderator from another authority has commented on it.",
  challenged: "It has been challenged. The six-month update comes next.",
  followUpDue: "The six-month update is awaited.",
  optedOut: "The authority does not take part in this round.",
  waived: "The coordinator has waived it for this round.",
  withdrawn: "It has been withdrawn.",
  closed: "Everything asked for has been done.",
} as const satisfies Record<State, string>;

/** States in which answers can be saved. */
export const WRITABLE: readonly string[] = ["notStarted", "inProgress", "returned"];

/** States before submission: nobody outside the authority reads the content. */
export const BEFORE_SUBMISSION: readonly string[] = ["notStarted", "inProgress", "readyForDcs", "returned", "awaitingEndorsement", "awaitingSubmission"];

const awaited: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  notStarted: { dcs: "Start", delegate: "Start", author: "Write your chapters of" },
  inProgress: { dcs: "Finish", delegate: "Finish", author: "Write your chapters of" },
  readyForDcs: { dcs: "Read and sign" },
  returned: { dcs: "Take up again", delegate: "Take up again" },
  awaitingEndorsement: { chiefExecutive: "Read and endorse", leadMember: "Read and endorse" },
  awaitingSubmission: { dcs: "Submit", delegate: "Submit" },
  submitted: { coordinator: "Share" },
  shared: { moderator: "Moderate", coordinator: "Prepare the challenge of" },
  followUpDue: { dcs: "Write the six-month update of" },
};

/** What waits for a role, as a link: "Sign Kent's self-assessment". */
export const taskOf = awaiting(awaited);

const events: Readonly<Record<string, string>> = {
  begin: "opened the self-assessment",
  "writing.start": "started writing",
  "chapter.assign": "asked somebody to write a chapter",
  "chapter.complete": "completed a chapter",
  "draft.complete": "sent it to the director to sign",
  "draft.edit": "opened it for writing again",
  "draft.return": "returned it with a reason",
  "declaration.sign": "signed the declaration",
  "declaration.submit": "signed the declaration and submitted it",
  "endorsement.give": "endorsed it",
  "endorsement.complete": "endorsed it, the last endorsement needed",
  "endorsement.refuse": "refused to endorse it, with a reason",
  "document.submit": "submitted it",
  "document.return": "returned it after submission, with a reason",
  "document.share": "shared it",
  "document.revise": "began a new version",
  "document.withdraw": "withdrew it",
  "observer.admit": "admitted an observer",
  "moderator.assign": "asked somebody to moderate it",
  "moderation.complete": "completed the moderation",
  "challenge.record": "recorded the challenge",
  "followUp.open": "asked for the six-month update",
  "followUp.submit": "sent the six-month update",
  "assessment.close": "closed it",
  "extension.grant": "gave more time",
  "deadline.move": "moved the date with the round's",
  "deadline.pass": "noted that the date has passed",
  "reminder.send": "sent a reminder",
  "participation.optOut": "opted out of the round",
  "participation.resume": "came back into the round",
  "submission.waive": "waived the submission",
  "round.withdraw": "withdrew it because the round was cancelled",
};

/** An event as the timeline says it, in the past. */
export const happened = saying(events);

/** Why a step was refused, and how to mend it. */
const refusals: Readonly<Record<string, string>> = {
  "not-your-role": "This step is not yours to take.",
  "no-such-step": "The self-assessment has moved on, and this step is no longer open.",
  "no-such-record": "The self-assessment has moved on, and this step is no longer open.",
  everythingAnswered: "Some questions still need an answer. The check page lists them.",
  outliersExplained: "Some indicators in the top or bottom fifth have no narrative yet. The check page lists them.",
  noConflictOpen: "Two people wrote the same answer. Choose what to keep before you go on.",
  declarationMade: "Tick the declaration before you sign.",
  endorsementRequired: "This round asks for endorsements.",
  noEndorsementRequired: "This round asks for endorsements first.",
  moreEndorsementsToCome: "Every endorsement has been given.",
  endorsedByAll: "Not every endorsement has been given yet.",
  hasReason: "Give a reason.",
  hasUpdate: "Write the update first.",
  moderatedIfNeeded: "This round asks for moderation before the challenge.",
  hasComments: "Write at least one comment before you complete the moderation.",
  "no-such-question": "This question is not part of the self-assessment.",
  "no-such-chapter": "This chapter is not part of the self-assessment.",
  "not-valid": "The answer could not be read. Check what you typed.",
  "not-your-chapter": "This chapter is written by somebody else.",
  "not-being-written": "The self-assessment cannot be changed now, so your answer was not saved. Copy what you typed before you leave the page.",
  "not-of-this-authority": "Choose somebody who holds a post in this authority.",
  "of-this-authority": "A moderator must come from another authority.",
  "not-of-this-region": "Choose somebody who holds a post in this region.",
  "no-observers": "This round is shared without observers.",
  "no-such-person": "Choose a person from the list.",
  "no-such-version": "There is no version to do this with.",
  "other-version": "The document has changed since you read it. Read the present version first.",
  "already-endorsed": "You have already endorsed this version.",
  "no-such-conflict": "Somebody has already settled this one.",
  "too-long-together": "The two together are too long for one answer. Choose one of them; the other stays in the history.",
  "date-not-later": "The new date must be later than the present one.",
  "date-after-round": "The new date must be within the round.",
  "not-a-date": "Enter a real date.",
  "not-shared": "It has not been shared yet.",
  "no-file": "Choose a file to attach.",
  "file-empty": "The file is empty. Choose another, or save it again first.",
  "file-too-big": "The file is too big. Choose a smaller one.",
  "file-type": "The file is not of a kind that can be attached, whatever its name says.",
  "too-many-files": "There are too many files already. Remove one first.",
  "storage-full": "There is no room for the file just now. Nothing else was lost; tell the coordinator.",
  "no-such-file": "The file has already been removed.",
  "chapter-not-finished": "Some questions in this chapter still need an answer.",
};

/** A refusal as a sentence. */
export const refusalWords = refusing(refusals);
