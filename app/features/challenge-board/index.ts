// What routes may use of the board of peer challenge.
export { boardCsv, challengeBoard, challengesWaiting, KINDS, remindAbout, type ChallengeBoard, type Kind, type Waiting } from "./board.server";
