export { cancelDate, datesForLetter, firstDate, setDate, type DateOfRecord, type LetterEntry } from "./entries.server";
