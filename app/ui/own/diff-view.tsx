import { diffWordsWithSpace } from "diff";
import { counted } from "../dates";
import { countWords } from "../count-words";

/** One stretch of text that stayed, came or went. */
export type DiffPart = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** The difference between two texts word by word, in reading order. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  return diffWordsWithSpace(before, after).map((part) => ({ kind: part.added ? "added" : part.removed ? "removed" : "same", text: part.value }));
}

/** How much changed, for example "12 words added, 3 words taken out". */
export function diffSummary(parts: readonly DiffPart[]): string {
  const words = (kind: DiffPart["kind"]) => parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + countWords(part.text), 0);
  const added = words("added");
  const removed = words("removed");
  if (!parts.some((part) => part.kind !== "same")) return "Nothing has changed";
  if (added === 0 && removed === 0) return "Only spaces or line breaks have changed";
  return [added > 0 ? `${counted(added, "word")} added` : "", removed > 0 ? `${counted(removed, "word")} taken out` : ""].filter(Boolean).join(", ");
}

/** Two versions of a text as one, what came underlined and what went struck through, said in words to screen readers. */
export function DiffView({ before, after }: { readonly before: string; readonly after: string }) {
  const parts = wordDiff(before, after);
  return (
    <div className="app-diff">
      <p className="app-diff__summary">{diffSummary(parts)}</p>
      <div className="app-diff__text">
        {parts.map((part, index) => {
          if (part.kind === "same") return <span key={index}>{part.text}</span>;
          const Mark = part.kind === "added" ? "ins" : "del";
          return (
            <Mark key={index}>
              <span className="govuk-visually-hidden">{part.kind === "added" ? "[added: " : "[taken out: "}</span>
              {part.text}
              <span className="govuk-visually-hidden">]</span>
            </Mark>
          );
        })}
      </div>
    </div>
  );
}
