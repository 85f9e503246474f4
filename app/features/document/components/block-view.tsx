import { SummaryList } from "~/ui";
import type { Block } from "../blocks";
import { TextParagraphs } from "./text-paragraphs";

/** A document's blocks as a page: the same order and wording as its Word file. */
export function BlockView({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => {
        if (block.kind === "heading") return block.level === 1 ? <h2 key={index} className="govuk-heading-m">{block.text}</h2> : <h3 key={index} className="govuk-heading-s">{block.text}</h3>;
        if (block.kind === "facts") return <SummaryList key={index} rows={block.rows.map(([key, value]) => ({ key, value }))} />;
        if (block.kind === "note") return <p key={index} className="govuk-body-s app-soft">{block.text}</p>;
        return <TextParagraphs key={index} text={block.text} />;
      })}
    </>
  );
}
