// The parts of pages that other features show.
export { RecordTop, StatePill, nameOf } from "./components/record-top";
