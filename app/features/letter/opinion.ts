/** Words by which people say what they think rather than what is so. */
const views: readonly RegExp[] = [
  /\b(?:we|i)\s+(?:do\s+not|don['’]t)?\s*(?:feel|felt|think|thought|believe|believed|consider|disagree|dispute|object|agree)\b/i,
  /\bin\s+(?:our|my)\s+(?:view|opinion|experience)\b/i,
  /\b(?:disagree|unfair(?:ly)?|unjust|harsh(?:ly)?|too\s+(?:negative|strong|critical|harsh)|over(?:ly)?\s*critical|one-sided|unbalanced|disappoint(?:ed|ing)|misleading\s+impression)\b/i,
  /\b(?:should|could|ought\s+to)\s+(?:be\s+)?(?:recogni[sz]e|acknowledge|reflect|mention|give\s+credit|praise|emphasi[sz]e|soften|reword)/i,
  /\b(?:tone|balance|emphasis|wording)\s+(?:of|is|in|should)\b/i,
];

/**
 * What in a point reads like a view and not like a fact, in the writer's own words; null when nothing does.
 * It asks, and never decides: the writer may say that it is a fact all the same, and the lead challenger
 * answers it.
 */
export function opinionIn(text: string): string | null {
  for (const view of views) {
    const found = view.exec(text);
    if (found) return found[0];
  }
  return null;
}

/** A quotation as it can be found in a text: spaces, quotation marks and dashes differ between keyboards. */
const plain = (text: string) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-").replace(/\s+/g, " ").trim().toLowerCase();

/** Whether the words stand in the paragraph. */
export function quotes(paragraph: string, quote: string): boolean {
  return plain(quote) !== "" && plain(paragraph).includes(plain(quote));
}
