/**
 * What a document says, in order, before it is a page, a Word file or a PDF. All three are made from
 * the same blocks, so they cannot say different things.
 */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  /** Running text: a blank line begins a new paragraph. */
  | { readonly kind: "text"; readonly text: string }
  /** Said softly, at the edge of the document. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "facts"; readonly rows: readonly (readonly [string, string])[] };

export interface DocumentParts {
  readonly title: string;
  /** Who it comes from. */
  readonly author: string;
  /** One sentence for whoever lists the file. */
  readonly about: string;
  /** At the foot of every page, before the page's number. */
  readonly foot: string;
  readonly madeAt: Date;
  readonly blocks: readonly Block[];
}

/** Paragraphs of a running text: single line breaks are kept within one. */
export function paragraphsIn(text: string): readonly string[] {
  return text.split(/\n[^\S\n]*\n+/).map((one) => one.trim()).filter((one) => one !== "");
}
