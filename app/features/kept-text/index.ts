// Texts that several people write on one record, never lost. The caller checks rights and state first.
export type { Kept, Settled, Take, TextToKeep } from "./keeping.server";
export type { OpenConflict, PastText, Side, StandingText } from "./texts";

export { keepText, settleConflict } from "./keeping.server";
export { historyOf, openConflicts, textsOf } from "./queries.server";
