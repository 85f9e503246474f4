// Nothing on Candour is about one child: what is looked for, and who said that something found is harmless.
export type { Hit, HitKind } from "./detect";
export type { Mark } from "./forms";

export { childDataIn, hitName } from "./detect";
export { differentHits, hitFields, marksPosted } from "./forms";
export { keepMarks, marksOf, uncheckedIn, uncheckedOf } from "./marks.server";
export { kindLabels, refusalWords } from "./words";
