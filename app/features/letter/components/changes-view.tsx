import { DiffView, Pill } from "~/ui";
import type { ParagraphChange } from "../changes";

const kinds = { added: "New", removed: "Taken out", changed: "Changed", moved: "Moved" } as const satisfies Readonly<Record<ParagraphChange["kind"], string>>;

/** What differs between two versions of a letter, paragraph by paragraph. */
export function ChangesView({ changes, level = 3 }: { readonly changes: readonly ParagraphChange[]; readonly level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  if (changes.length === 0) return <p className="govuk-body">Not a word has changed.</p>;
  return (
    <>
      {changes.map((change) => (
        <div key={`${change.kind} ${change.id}`} className="app-answer">
          <Heading className="govuk-heading-s">{change.title} <Pill kind="quiet">{kinds[change.kind]}</Pill></Heading>
          {change.kind === "moved" ? <p className="govuk-body">It stands elsewhere in the letter. Its words are the same.</p> : <DiffView before={change.before} after={change.after} />}
        </div>
      ))}
    </>
  );
}
