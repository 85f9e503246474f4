// The parts of pages that other features show.
export { PressFields } from "./components/press-fields";
export { RecordTop, StatePill, ToldSentence, nameOf } from "./components/record-top";
