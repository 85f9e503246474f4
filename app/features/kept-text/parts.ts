// The parts of pages that other features show.
export { ConflictChoice } from "./components/conflict-choice";
export { TextHistory } from "./components/text-history";
