// The states of a challenge record (machines/challenge-record.ts) in which each kind of writing is open.

/** The lead challenger writes the letter: before it is sent, and again once points came or the check is over. */
export const LETTER_OPEN: readonly string[] = ["draftingLetter", "answeringPoints", "finalisingLetter"];
/** The authority writes down factual errors. */
export const POINTS_OPEN: readonly string[] = ["awaitingAccuracyCheck"];
/** The lead challenger answers them. */
export const ANSWERS_OPEN: readonly string[] = ["answeringPoints"];
/** A frozen version lies with the authority, or has. */
export const SENT: readonly string[] = ["awaitingAccuracyCheck", "answeringPoints", "finalisingLetter", "awaitingActionPlan", "agreeingPlan", "monitoring", "progressReviewDue", "closed"];
/** The final letter exists. */
export const FINAL: readonly string[] = ["awaitingActionPlan", "agreeingPlan", "monitoring", "progressReviewDue", "closed"];
