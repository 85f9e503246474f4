import type { Question } from "~/features/template/content";
import { isAnswered, itemIsBlank, type AnswerValue } from "../answers";
import { namesIn, type Figure } from "../content";
import { Figures } from "./figures";

/** An answer to read. What was typed keeps its line breaks. */
export function AnswerView({ question, value, figures, authority, region }: {
  readonly question: Question;
  readonly value: AnswerValue;
  readonly figures: readonly Figure[];
  readonly authority: string;
  readonly region: string;
}) {
  const nameOf = namesIn(question, Object.fromEntries(figures.map((figure) => [figure.indicatorId, figure.label])));
  if (!isAnswered(value)) return <p className="govuk-body app-soft">{question.required ? "Not answered" : "Left empty"}</p>;
  if ("text" in value) return <Prose text={value.text} />;
  if ("option" in value) return <><p className="govuk-body"><b>{nameOf(value.option)}</b></p><Prose text={value.note} /></>;
  if ("ticked" in value) {
    return (
      <>
        {value.ticked.length > 0 ? <ul className="govuk-list govuk-list--bullet">{value.ticked.map((id) => <li key={id}>{nameOf(id)}</li>)}</ul> : null}
        <Prose text={value.note} />
      </>
    );
  }
  if ("narratives" in value) {
    return (
      <>
        {Object.entries(value.narratives).filter(([, text]) => text.trim() !== "").map(([id, text]) => {
          const figure = figures.find((one) => one.indicatorId === id);
          return (
            <div key={id}>
              {figure ? <Figures figure={figure} authority={authority} region={region} /> : <p className="govuk-body"><b>{nameOf(id)}</b></p>}
              <Prose text={text} />
            </div>
          );
        })}
      </>
    );
  }
  return (
    <>
      {value.items.filter((item) => !itemIsBlank(item)).map((item, index) => (
        <div key={index} className="app-record">
          <p className="govuk-body"><b>{item.title || "No title"}</b>{item.theme ? <span className="app-soft"> ({nameOf(item.theme)})</span> : null}</p>
          <Prose text={item.text} />
        </div>
      ))}
    </>
  );
}

function Prose({ text }: { readonly text: string }) {
  return text.trim() === "" ? null : <p className="govuk-body app-prewrap app-measure">{text}</p>;
}
