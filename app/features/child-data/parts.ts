// The part of a page that other features show.
export { ChildDataWarning } from "./components/child-data-warning";
