import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

import { figureInWords, outlierWords } from "~/features/indicator";
import type { Question } from "~/features/template/content";
import { formatLongDate } from "~/ui/dates";
import { isAnswered, itemIsBlank, type AnswerValue } from "./answers";
import { answerTo, namesIn, type DocumentContent, type Figure } from "./content";

type Block = Paragraph | Table;

const paragraphs = (text: string) => text.split("\n").map((line) => new Paragraph({ text: line, style: "Answer" }));
const soft = (text: string) => new Paragraph({ children: [new TextRun({ text, color: "4f5b58" })] });
const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] });

/** A frozen version as a Word file, with real headings, tables, who signed it, its marking and its fingerprint. */
export async function wordFile(
  version: { readonly version: number; readonly content: DocumentContent; readonly sha256: string; readonly signedAt: Date; readonly endorsements: readonly { readonly role: string; readonly by: string }[] },
  about: { readonly reference: string | null; readonly readBy: string },
): Promise<Buffer> {
  const { content } = version;
  const title = `${content.authority.name}: self-assessment ${content.round}`;
  const endorsed = version.endorsements.map((one) => one.by).join(", ");
  const facts: readonly (readonly [string, string])[] = [
    ["Authority", content.authority.name],
    ["Region", content.region],
    ["Round", content.round],
    ["Version", String(version.version)],
    ...(about.reference ? [["Reference", about.reference] as const] : []),
    ["Signed", `${content.signedBy}, ${formatLongDate(version.signedAt)}`],
    ...(endorsed ? [["Endorsed", endorsed] as const] : []),
    ["Marking", "For the readers of this round only. The authority controls this content."],
  ];
  const document = new Document({
    title,
    creator: content.authority.name,
    description: `Self-assessment, version ${version.version}`,
    styles: {
      default: { document: { run: { font: "Arial", size: 22 } } },
      paragraphStyles: [{ id: "Answer", name: "Answer", basedOn: "Normal", paragraph: { spacing: { after: 120 } } }],
    },
    sections: [
      {
        footers: { default: new Footer({ children: [footer(title, version.sha256)] }) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          table(facts.map(([key, value]) => [key, value])),
          ...content.template.chapters.flatMap((chapter, index): Block[] => [
            new Paragraph({ text: `${index + 1}. ${chapter.title}`, heading: HeadingLevel.HEADING_1 }),
            ...(content.writtenBy[chapter.id] ? [soft(`Written by ${content.writtenBy[chapter.id]}`)] : []),
            ...chapter.sections.flatMap((section): Block[] => [
              new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_2 }),
              ...section.questions.flatMap((question): Block[] => [
                new Paragraph({ text: question.title, heading: HeadingLevel.HEADING_3 }),
                ...answerBlocks(question, answerTo(question, content.answers), content),
              ]),
            ]),
          ]),
          ...(content.evidence.length > 0
            ? [new Paragraph({ text: "Evidence attached", heading: HeadingLevel.HEADING_1 }), ...content.evidence.map((file) => new Paragraph({ text: file.name, bullet: { level: 0 } }))]
            : []),
          ...(content.figures.length > 0 ? [new Paragraph({ text: "Data profile when it was signed", heading: HeadingLevel.HEADING_1 }), profileTable(content)] : []),
          soft(`Figures: published statistics of the Department for Education, under the Open Government Licence v3.0. Exported for ${about.readBy}.`),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function footer(title: string, sha256: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 16, children: [`${title}. Fingerprint ${sha256.slice(0, 16)}. Page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
  });
}

function answerBlocks(question: Question, value: AnswerValue, content: DocumentContent): Block[] {
  const nameOf = namesIn(question, Object.fromEntries(content.figures.map((figure) => [figure.indicatorId, figure.label])));
  if (!isAnswered(value)) return [soft(question.required ? "Not answered" : "Left empty")];
  if ("text" in value) return paragraphs(value.text);
  if ("option" in value) return [bold(nameOf(value.option)), ...(value.note ? paragraphs(value.note) : [])];
  if ("ticked" in value) return [...value.ticked.map((id) => new Paragraph({ text: nameOf(id), bullet: { level: 0 } })), ...(value.note ? paragraphs(value.note) : [])];
  if ("narratives" in value) {
    return Object.entries(value.narratives).filter(([, text]) => text.trim() !== "").flatMap(([id, text]): Block[] => {
      const figure = content.figures.find((one) => one.indicatorId === id);
      return [bold(nameOf(id)), ...(figure ? [figureTable(figure, content)] : []), ...paragraphs(text)];
    });
  }
  const rows = value.items.filter((item) => !itemIsBlank(item)).map((item) => [item.title, item.text, item.theme ? nameOf(item.theme) : ""]);
  return [table([["What", "How we know", "Theme"], ...rows], true)];
}

function figureTable(figure: Figure, content: DocumentContent): Table {
  const say = (value: number | null) => figureInWords(value, figure.unit);
  return table(
    [
      ["Year", content.authority.name, "England", content.region, "Middle of statistical neighbours", "Standing"],
      [figure.period, say(figure.authority), say(figure.england), say(figure.region), say(figure.neighbours), figure.outlier ? outlierWords[figure.outlier] : ""],
    ],
    true,
  );
}

function profileTable(content: DocumentContent): Table {
  const rows = content.figures.map((figure) => {
    const say = (value: number | null) => figureInWords(value, figure.unit);
    return [`${figure.label}, ${figure.period}`, say(figure.authority), say(figure.england), say(figure.region), say(figure.neighbours)];
  });
  return table([["Indicator", content.authority.name, "England", content.region, "Middle of statistical neighbours"], ...rows], true);
}

function table(rows: readonly (readonly string[])[], heading = false): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells, index) => new TableRow({
      tableHeader: heading && index === 0,
      children: cells.map((text, column) => new TableCell({
        children: text.split("\n").map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: heading ? index === 0 : column === 0 })] })),
      })),
    })),
  });
}
