// The parts of pages that other features show.
export { ConflictChoice } from "./components/conflict-choice";
export { NoteForm } from "./components/note-form";
export { TextHistory } from "./components/text-history";
