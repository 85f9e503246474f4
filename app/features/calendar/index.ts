export { cancelDate, datesForLetter, setDate, type DateOfRecord, type LetterEntry } from "./entries.server";
