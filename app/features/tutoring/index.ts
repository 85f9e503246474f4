// People who completed a programme are asked to teach. Every verb ends in fire().
export { agreeToTeach, askToTeach, declineToTeach } from "./asking.server";
export { tutoringPage, visibleTo, type TutoringPage } from "./queries.server";
export { labelOf, refusalWords, type State } from "./words";
