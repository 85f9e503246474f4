import type { Block } from "~/features/document";
import { TextParagraphs } from "~/features/document/parts";
import { SummaryList } from "~/ui";
import { letterBlocks, type FrozenLetter } from "../document";

/** A frozen letter as it reads on the page and in print: the same blocks as its Word file and its PDF. */
export function LetterView({ letter }: { readonly letter: FrozenLetter }) {
  return <article className="app-document app-letter" lang="en-GB">{letterBlocks(letter).map((block, index) => <BlockView key={index} block={block} />)}</article>;
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? <h2 className="govuk-heading-l">{block.text}</h2> : <h3 className="govuk-heading-m">{block.text}</h3>;
    case "text":
      return <TextParagraphs text={block.text} />;
    case "note":
      return <p className="app-soft app-small app-fingerprint-note">{block.text}</p>;
    case "facts":
      return <SummaryList rows={block.rows.map(([key, value]) => ({ key, value }))} />;
  }
}
