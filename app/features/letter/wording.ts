import { childDataIn } from "~/features/child-data/detect";

/** What in a wording would give the authority away: its name, or something about a child. Null when nothing does. */
export function givesAway(text: string, authority: string): "names-authority" | "child-data" | null {
  const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (` ${plain(text)} `.includes(` ${plain(authority)} `)) return "names-authority";
  return childDataIn(text).length > 0 ? "child-data" : null;
}
