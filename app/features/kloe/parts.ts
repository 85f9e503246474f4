// The parts of pages that other features show.
export { KloeFields } from "./components/kloe-fields";
export { KloeList } from "./components/kloe-list";
