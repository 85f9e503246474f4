// What other features, the seed and the routes may use of letters. Every verb that moves a record ends in fire().
export { openDesk } from "./desk.server";
export { draftFromFindings, saveLetter, settleLetterConflict, type BoxPosted, type LetterSaved } from "./writing.server";
export { sendForCheck, finaliseLetter, type MarksByKey } from "./sending.server";
export { raisePoint, removePoint, submitPoints, agreeFacts, answerPoint, sendAnswers, proceedWithout } from "./accuracy.server";
export { keepResponse, giveResponse, responseTo, settleResponse } from "./response.server";
export { releaseLetter, releaseOf, approveWordings, wordingsOf } from "./release.server";
export { readLetter, letterVersions, seenBy } from "./reading.server";
