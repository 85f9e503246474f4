import { questionsOf } from "~/features/template/content";
import { answerText } from "./answers";
import { answerTo, namesIn, type DocumentContent } from "./content";

export interface AnswerChange {
  readonly questionId: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** The answers that differ between two versions, as text, in reading order. */
export function changesBetween(older: DocumentContent, newer: DocumentContent): readonly AnswerChange[] {
  const labels = Object.fromEntries([...older.figures, ...newer.figures].map((figure) => [figure.indicatorId, figure.label]));
  return questionsOf(newer.template).flatMap((question) => {
    const nameOf = namesIn(question, labels);
    const before = answerText(answerTo(question, older.answers), { nameOf });
    const after = answerText(answerTo(question, newer.answers), { nameOf });
    return before === after ? [] : [{ questionId: question.id, title: question.title, before, after }];
  });
}
