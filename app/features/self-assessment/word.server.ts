import { bold, bullet, facts, heading, lines, soft, table, wordDocument, type WordBlock } from "~/features/document";
import { figureInWords, outlierWords } from "~/features/indicator";
import type { Question } from "~/features/template/content";
import { formatLongDate } from "~/ui/dates";
import { isAnswered, itemIsBlank, type AnswerValue } from "./answers";
import { answerTo, namesIn, type DocumentContent, type Figure } from "./content";

/** A frozen version as a Word file, with real headings, tables, who signed it, its marking and its fingerprint. */
export async function wordFile(
  version: { readonly version: number; readonly content: DocumentContent; readonly sha256: string; readonly signedAt: Date; readonly endorsements: readonly { readonly role: string; readonly by: string }[] },
  about: { readonly reference: string | null; readonly readBy: string },
): Promise<Buffer> {
  const { content } = version;
  const title = `${content.authority.name}: self-assessment ${content.round}`;
  const endorsed = version.endorsements.map((one) => one.by).join(", ");
  const head: readonly (readonly [string, string])[] = [
    ["Authority", content.authority.name],
    ["Region", content.region],
    ["Round", content.round],
    ["Version", String(version.version)],
    ...(about.reference ? [["Reference", about.reference] as const] : []),
    ["Signed", `${content.signedBy}, ${formatLongDate(version.signedAt)}`],
    ...(endorsed ? [["Endorsed", endorsed] as const] : []),
    ["Marking", "For the readers of this round only. The authority controls this content."],
  ];
  return wordDocument(
    { title, author: content.authority.name, about: `Self-assessment, version ${version.version}`, foot: `${title}. Fingerprint ${version.sha256.slice(0, 16)}.` },
    [
      ...facts(head),
      ...content.template.chapters.flatMap((chapter, index): WordBlock[] => [
        heading(`${index + 1}. ${chapter.title}`, 1),
        ...(content.writtenBy[chapter.id] ? [soft(`Written by ${content.writtenBy[chapter.id]}`)] : []),
        ...chapter.sections.flatMap((section): WordBlock[] => [
          heading(section.title, 2),
          ...section.questions.flatMap((question): WordBlock[] => [heading(question.title, 3), ...answerBlocks(question, answerTo(question, content.answers), content)]),
        ]),
      ]),
      ...(content.evidence.length > 0 ? [heading("Evidence attached", 1), ...content.evidence.map((file) => bullet(file.name))] : []),
      ...(content.figures.length > 0 ? [heading("Data profile when it was signed", 1), profileTable(content)] : []),
      soft(`Figures: published statistics of the Department for Education, under the Open Government Licence v3.0. Exported for ${about.readBy}.`),
    ],
  );
}

function answerBlocks(question: Question, value: AnswerValue, content: DocumentContent): WordBlock[] {
  const nameOf = namesIn(question, Object.fromEntries(content.figures.map((figure) => [figure.indicatorId, figure.label])));
  if (!isAnswered(value)) return [soft(question.required ? "Not answered" : "Left empty")];
  if ("text" in value) return lines(value.text);
  if ("option" in value) return [bold(nameOf(value.option)), ...(value.note ? lines(value.note) : [])];
  if ("ticked" in value) return [...value.ticked.map((id) => bullet(nameOf(id))), ...(value.note ? lines(value.note) : [])];
  if ("narratives" in value) {
    return Object.entries(value.narratives).filter(([, text]) => text.trim() !== "").flatMap(([id, text]): WordBlock[] => {
      const figure = content.figures.find((one) => one.indicatorId === id);
      return [bold(nameOf(id)), ...(figure ? [figureTable(figure, content)] : []), ...lines(text)];
    });
  }
  const rows = value.items.filter((item) => !itemIsBlank(item)).map((item) => [item.title, item.text, item.theme ? nameOf(item.theme) : ""]);
  return [table([["What", "How we know", "Theme"], ...rows])];
}

function figureTable(figure: Figure, content: DocumentContent) {
  const say = (value: number | null) => figureInWords(value, figure.unit);
  return table(
    [
      ["Year", content.authority.name, "England", content.region, "Middle of statistical neighbours", "Standing"],
      [figure.period, say(figure.authority), say(figure.england), say(figure.region), say(figure.neighbours), figure.outlier ? outlierWords[figure.outlier] : ""],
    ],
  );
}

function profileTable(content: DocumentContent) {
  const rows = content.figures.map((figure) => {
    const say = (value: number | null) => figureInWords(value, figure.unit);
    return [`${figure.label}, ${figure.period}`, say(figure.authority), say(figure.england), say(figure.region), say(figure.neighbours)];
  });
  return table([["Indicator", content.authority.name, "England", content.region, "Middle of statistical neighbours"], ...rows]);
}
