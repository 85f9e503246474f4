// Days of a cohort: their dates are bookable sessions, as an event's are. Every verb ends in fire().
export { onAttendance, type Act } from "./acting.server";
export { bookDays, recordRegister, walkIn, type DayBooked, type DaysBooked } from "./booking-days.server";
export { addDate, addDay, addDayWithin, addMaterial, cancelDay, changeDate, changeDay, closeEvaluation, holdDay, keepNotes, openDay, removeMaterial, type DayDetails } from "./planning.server";
export { dateOfDay, dayPage, daysOf, myDays, teachesAnywhere, teachingOf, tutorsOf, visibleTo, withoutBooking, type DayOfCohort, type DayPage, type MyDay, type TaughtDay } from "./queries.server";
export { labelOf, refusalWords, stateLabels, type State } from "./words";
export { programmeDayProcess } from "./workflow.server";
