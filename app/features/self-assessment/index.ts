// What other features, the seed and the routes may use of self-assessments. Every verb ends in fire().
export type { Act } from "./acting.server";
export type { AnswerKind, AnswerValue } from "./answers";
export type { FollowUp } from "./follow-up";
export type { AnswerToSave, Saved } from "./writing.server";

export { visibleTo } from "./access.server";
export { beginSelfAssessment } from "./begin.server";
export { startWriting, saveAnswer, resolveConflict } from "./writing.server";
export { assignChapter, completeChapter } from "./chapters.server";
export { completeDraft, editAgain, returnDraft, sign, endorse, refuseEndorsement, submit, returnDocument } from "./signing.server";
export { share, revise, withdraw, admitObserver, assignModerator, followGroups } from "./sharing.server";
export { optOut, waive, resume, grantExtension } from "./standing-aside.server";
export { addComment, completeModeration, recordChallenge, openFollowUp, submitFollowUp, close } from "./after-sharing.server";
export { selfAssessmentProcess } from "./workflow.server";
export { BEFORE_SUBMISSION, labelOf, stateLabels, type State } from "./words";
