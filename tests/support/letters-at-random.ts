import { randomUUID } from "node:crypto";

/** A word that is different each time, and never like a postcode or a number of somebody: those would be asked about wherever it stands. */
export const lettersAtRandom = (): string => randomUUID().replace(/-/g, "").slice(0, 12).replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "");
