/**
 * Counts words as the server, the browser and the printed limit all do: runs of characters without
 * white space. "well-being" is one word, as word processors count it.
 */
export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** The sentence under a limited answer: "You can write up to 400 words", "You have 12 of 400 words left", "You have 3 words too many: the limit is 400". */
export function wordCountMessage(text: string, limit: number): string {
  const count = countWords(text);
  const most = limit.toLocaleString("en-GB");
  if (count === 0) return `You can write up to ${most} words`;
  if (count <= limit) return `You have ${(limit - count).toLocaleString("en-GB")} of ${most} words left`;
  const over = count - limit;
  return `You have ${over === 1 ? "1 word" : `${over.toLocaleString("en-GB")} words`} too many: the limit is ${most}`;
}
