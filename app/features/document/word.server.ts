import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

import { paragraphsIn, type Block, type DocumentParts } from "./blocks";

/** A piece of a Word file. */
export type WordBlock = Paragraph | Table;

/** One paragraph for each line of a text. */
export const lines = (text: string) => text.split("\n").map((line) => new Paragraph({ text: line, style: "Answer" }));
export const soft = (text: string) => new Paragraph({ children: [new TextRun({ text, color: "4f5b58" })] });
export const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
export const heading = (text: string, level: 1 | 2 | 3) =>
  new Paragraph({ text, heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1] ?? HeadingLevel.HEADING_3 });
export const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } });

/** A table over the whole width. `head`: the first row names the columns; without it the first column names the rows. */
export function table(rows: readonly (readonly string[])[], head = false): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells, index) => new TableRow({
      tableHeader: head && index === 0,
      children: cells.map((text, column) => new TableCell({
        children: text.split("\n").map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: head ? index === 0 : column === 0 })] })),
      })),
    })),
  });
}

/** A Word file with our styles: its title, its blocks, and the same foot on every page. */
export function wordDocument(about: Omit<DocumentParts, "blocks" | "madeAt">, children: readonly WordBlock[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({
    title: about.title,
    creator: about.author,
    description: about.about,
    styles: {
      default: {
        document: { run: { font: "Arial", size: 22, language: { value: "en-GB" } } },
        // A heading's name is enough for Word; other programs see a heading by its level only.
        heading1: { paragraph: { outlineLevel: 0 } },
        heading2: { paragraph: { outlineLevel: 1 } },
        heading3: { paragraph: { outlineLevel: 2 } },
      },
      paragraphStyles: [{ id: "Answer", name: "Answer", basedOn: "Normal", paragraph: { spacing: { after: 120 } } }],
    },
    sections: [{ footers: { default: new Footer({ children: [footer(about.foot)] }) }, children: [new Paragraph({ text: about.title, heading: HeadingLevel.TITLE }), ...children] }],
  }));
}

function footer(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 16, children: [`${words} Page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
  });
}

/** A document as a Word file. */
export function wordOf(document: DocumentParts): Promise<Buffer> {
  return wordDocument(document, document.blocks.flatMap(wordBlocks));
}

function wordBlocks(block: Block): readonly WordBlock[] {
  switch (block.kind) {
    case "heading":
      return [heading(block.text, block.level)];
    case "text":
      return paragraphsIn(block.text).map((paragraph) => new Paragraph({
        style: "Answer",
        children: paragraph.split("\n").map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) })),
      }));
    case "note":
      return [soft(block.text)];
    case "facts":
      return [table(block.rows), new Paragraph({})];
  }
}
