import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

import { paragraphsIn, type Block, type DocumentParts } from "./blocks";
import * as look from "./look";

const noRule = { style: BorderStyle.NONE, size: 0, color: "auto" };
const rule = { style: BorderStyle.SINGLE, size: 4, color: look.line };

/** A piece of a Word file. */
export type WordBlock = Paragraph | Table;

/** One paragraph for each line of a text. */
export const lines = (text: string) => text.split("\n").map((line) => new Paragraph({ text: line, style: "Answer" }));
export const soft = (text: string) => new Paragraph({ children: [new TextRun({ text, color: look.soft })], style: "Answer" });
export const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
export const heading = (text: string, level: 1 | 2 | 3) =>
  new Paragraph({ text, heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1] ?? HeadingLevel.HEADING_3 });
export const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 }, spacing: { after: 60 } });
/** Names and what each is, a line each: read in order by whatever reads the file aloud, which a table of two columns is not. */
export const facts = (rows: readonly (readonly [string, string])[]) =>
  rows.map(([name, value]) => new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun({ text: value })] }));

/** A table over the whole width, whose first row names the columns. */
export function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: rule, bottom: rule, left: noRule, right: noRule, insideHorizontal: rule, insideVertical: noRule },
    margins: { top: 60, bottom: 60, left: 0, right: 120 },
    rows: rows.map((cells, index) => new TableRow({
      tableHeader: index === 0,
      children: cells.map((text) => new TableCell({
        children: text.split("\n").map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: index === 0 })] })),
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
        document: { run: { font: "Arial", size: 22, color: look.ink, language: { value: "en-GB" } }, paragraph: { spacing: { line: 288, lineRule: LineRuleType.AUTO } } },
        title: { run: { font: "Arial", size: 44, bold: true, color: look.brand }, paragraph: { spacing: { after: 240, line: 264, lineRule: LineRuleType.AUTO } } },
        // A heading's name is enough for Word; other programs see a heading by its level only.
        heading1: { run: { font: "Arial", size: 30, bold: true, color: look.brand }, paragraph: { outlineLevel: 0, keepNext: true, spacing: { before: 360, after: 120 } } },
        heading2: { run: { font: "Arial", size: 25, bold: true, color: look.ink }, paragraph: { outlineLevel: 1, keepNext: true, spacing: { before: 240, after: 80 } } },
        heading3: { run: { font: "Arial", size: 22, bold: true, color: look.ink }, paragraph: { outlineLevel: 2, keepNext: true, spacing: { before: 160, after: 60 } } },
      },
      paragraphStyles: [{ id: "Answer", name: "Answer", basedOn: "Normal", paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } } }],
    },
    sections: [{ footers: { default: new Footer({ children: [footer(about.foot)] }) }, children: [new Paragraph({ text: about.title, heading: HeadingLevel.TITLE }), ...children] }],
  }));
}

function footer(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 16, color: look.soft, children: [`${words} Page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
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
      return facts(block.rows);
  }
}
