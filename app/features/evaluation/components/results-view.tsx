import { BarTable, InsetText } from "~/ui";
import type { Results } from "../queries.server";

/** What people said: a chart that is its own table for each scale, and texts once enough have answered. */
export function ResultsView({ results, level = 2 }: { readonly results: Results; readonly level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <>
      {results.questions.map((question) =>
        question.kind === "scale" ? (
          <BarTable
            key={question.id} caption={`${question.text}${question.mean === null ? "" : ` Mean ${question.mean.toFixed(1)} of 5.`}`} labelHeading="Answer" valueHeading="People"
            bars={question.chosen.map(({ label, count }) => ({ label, value: count, shown: `${count} of ${question.count}` }))} max={Math.max(1, question.count)}
          />
        ) : (
          <section key={question.id}>
            <Heading className="govuk-heading-s">{question.text}</Heading>
            {question.texts === null ? <InsetText>What people wrote is shown when at least five have answered.</InsetText> : question.texts.length === 0 ? <p className="govuk-body">Nobody wrote anything.</p> : <ul className="govuk-list govuk-list--bullet">{question.texts.map((text, index) => <li key={index}>{text}</li>)}</ul>}
          </section>
        ),
      )}
    </>
  );
}
