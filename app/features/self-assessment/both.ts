import { canonical, type AnswerValue } from "./answers";

const joined = (one: string, other: string) => [one, other].filter((text) => text.trim() !== "").join("\n\n");

/**
 * Two versions of one answer put together, the present one first: no text of either is dropped. A
 * choice holds one option only: the present one stays.
 */
export function both(present: AnswerValue, kept: AnswerValue): AnswerValue {
  if ("text" in present && "text" in kept) return { text: joined(present.text, kept.text) };
  if ("items" in present && "items" in kept) {
    const there = new Set(present.items.map(canonical));
    return { items: [...present.items, ...kept.items.filter((item) => !there.has(canonical(item)))] };
  }
  if ("narratives" in present && "narratives" in kept) {
    const ids = [...new Set([...Object.keys(present.narratives), ...Object.keys(kept.narratives)])];
    return { narratives: Object.fromEntries(ids.map((id) => [id, joined(present.narratives[id] ?? "", kept.narratives[id] ?? "")])) };
  }
  if ("ticked" in present && "ticked" in kept) {
    return { ticked: [...new Set([...present.ticked, ...kept.ticked])], note: joined(present.note, kept.note) };
  }
  if ("option" in present && "option" in kept) return { option: present.option || kept.option, note: joined(present.note, kept.note) };
  return kept;
}
