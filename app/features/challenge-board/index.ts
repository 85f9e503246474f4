// What routes may use of the chase boards of peer challenge and of leadership programmes.
export { boardCsv, boardsWaiting, challengeBoard, KINDS, programmeBoard, PROGRAMME_KINDS, remindAbout, type Board, type ChallengeBoard, type Kind, type Waiting } from "./board.server";
