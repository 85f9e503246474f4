import type { Block, DocumentParts } from "~/features/document";
import { formatLongDate } from "~/ui/dates";
import { accuracySentences, paragraphsOf, SECTIONS, sectionTitles, type LetterContent } from "./content";

/** "Kent: letter after the peer challenge of 12 February 2026". */
export function letterTitle({ authority, heldOn }: Pick<LetterContent, "authority" | "heldOn">): string {
  return `${authority.name}: letter after the peer challenge of ${formatLongDate(heldOn)}`;
}

export interface FrozenLetter {
  readonly version: number;
  readonly kind: "sentForCheck" | "final";
  readonly content: LetterContent;
  /** Null for a letter that is not frozen yet. */
  readonly sha256: string | null;
}

/** A frozen letter as blocks: the one order and wording that its page, its Word file and its PDF have. */
export function letterBlocks({ version, kind, content, sha256 }: FrozenLetter): readonly Block[] {
  const facts: (readonly [string, string])[] = [
    ["To", content.to.join("; ")],
    ["From", `${content.lead}, lead challenger`],
    ...(content.team.length > 0 ? [["Challengers", content.team.join(", ")] as const] : []),
    ["About", `${content.activity}, ${formatLongDate(content.heldOn)}`],
    ...(content.round ? [["Round", `${content.round}, ${content.region}`] as const] : [["Region", content.region] as const]),
    ["Status", kind === "final" ? `Final letter, ${formatLongDate(new Date(content.frozenAt))}` : `Draft for the factual accuracy check, version ${version}. Not final.`],
  ];
  return [
    { kind: "facts", rows: facts },
    ...SECTIONS.flatMap((section): Block[] => {
      const here = paragraphsOf(content.paragraphs, section);
      if (here.length === 0) return [];
      return [
        { kind: "heading", level: 1, text: sectionTitles[section] },
        ...here.flatMap((paragraph): Block[] => [
          ...(paragraph.heading.trim() === "" ? [] : [{ kind: "heading" as const, level: 2 as const, text: paragraph.heading.trim() }]),
          { kind: "text", text: paragraph.text },
        ]),
      ];
    }),
    ...(content.accuracy ? [{ kind: "text" as const, text: accuracySentences[content.accuracy] }] : []),
    { kind: "note", text: `The authority controls who reads this letter. Other groups of the region do not see it.${sha256 ? ` Fingerprint: ${sha256}` : ""}` },
  ];
}

/** A frozen letter as a document to make files of. */
export function letterDocument(letter: FrozenLetter): DocumentParts {
  const { content, kind, sha256 } = letter;
  const title = letterTitle(content);
  return {
    title,
    author: content.lead,
    about: kind === "final" ? "Final letter after a peer challenge" : `Draft for the factual accuracy check, version ${letter.version}`,
    foot: sha256 ? `${title}. Fingerprint ${sha256.slice(0, 16)}.` : `${title}.`,
    madeAt: new Date(content.frozenAt),
    blocks: letterBlocks(letter),
  };
}

/** How a file of a letter is handed out: by name, never kept by anything in between. */
export function fileHeaders({ version, kind, content }: FrozenLetter, extension: string, type: string): Record<string, string> {
  const name = `letter-${content.authority.id}-${kind === "final" ? "final" : `version-${version}`}.${extension}`;
  return { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store" };
}
