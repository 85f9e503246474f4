/**
 * Counts words as the server, the browser and the printed limit all do: runs of characters without
 * white space. "well-being" is one word, as word processors count it.
 */
export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** The sentence under a limited answer, for example "You have 12 words left". */
export function wordCountMessage(text: string, limit: number): string {
  const left = limit - countWords(text);
  const words = Math.abs(left) === 1 ? "1 word" : `${Math.abs(left).toLocaleString("en-GB")} words`;
  return left < 0 ? `You have ${words} too many` : `You have ${words} left`;
}
