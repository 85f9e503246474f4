// Places at sessions, whoever owns them: an event, or a day of a programme. Every verb ends in fire().
export { lockSessions, lockSessionsOf, orRefusal, personOf, Refusal, type Refused, type SessionRow } from "./acting.server";
export { enterByCode, outcomes, recordAttendance, type AttendanceOutcome } from "./attendance.server";
export { acceptOffer, cancelBooking, cancelBookingsOf, declineOffer, swapDate } from "./changing.server";
export { bookPlaces, bookSessions, type BookResult, type Made, type ToBook } from "./making.server";
export { bookingPage, bookingsOf, datesOf, myBookings, type BookedPerson, type BookingPage, type DateOfOwner, type MyBooking } from "./queries.server";
export { minutesLost } from "./queue.server";
export { booksForOf, runsEventsOf } from "./rights";
export { hoursWords, placeWords, whenWords } from "./saying";
export {
  addSession, cancelDates, changeRules, changeSession, forgetNeeds, hasDate, keepNeeds, renewOffers, setQuotas, setStanding, settleQueues, wouldMove, type BookingRules, type SessionDate, type Standing,
} from "./sessions.server";
export { bookingProcess, dateKind } from "./workflow.server";
export { audiences, labelOf, modeLabels, modes, refusalWords, stateLabels, stateSentences, type Audience, type Mode, type State } from "./words";
export { addWorkingMinutes } from "./working-hours";
