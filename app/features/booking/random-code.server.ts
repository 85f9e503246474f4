import { randomInt } from "node:crypto";

/** No letter or figure that is taken for another when read aloud or from a board. */
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** So many letters and figures, by chance. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}
