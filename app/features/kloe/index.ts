// Key lines of enquiry: what an authority asks to be challenged on in a triad session or a visit.
export type { KloesSet } from "./setting.server";
export type { Line } from "./lines";

export { setKloes, shareKloes } from "./setting.server";
export { kloesOf } from "./queries.server";
export { kloeRefusal, lineField, linesPosted, lineValues } from "./lines";
