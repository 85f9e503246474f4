// What the routes, the seed and the tests may use of events. Every verb ends in fire().
export { moved, withReason } from "./acting.server";
export { visibleTo } from "./access.server";
export { addDate, changeDate, changeEvent, changeQuotas, planEvent, planWithin, coordinates, type EventDetails, type NewEvent } from "./planning.server";
export { cancelEvent, closeBooking, closeEvent, holdEvent, invitedTo, openBooking, postponeEvent, reopenBooking, repeatInvitation, shareCommitments } from "./stepping.server";
export { inviteByName } from "./guests.server";
export { eventProcess } from "./workflow.server";
export { kindLabels, kinds, labelOf, refusalWords, stateLabels, type Kind, type State } from "./words";
