// The parts of pages that other features show.
export { TextParagraphs } from "./components/text-paragraphs";
