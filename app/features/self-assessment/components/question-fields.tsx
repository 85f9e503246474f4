import type { Question } from "~/features/template/content";
import { Checkbox, Checkboxes, Fieldset, Pill, Radios, Select, TextArea, TextInput, formatDateTime, valueOf, type FormState } from "~/ui";
import { MOST_ITEMS, type AnswerValue } from "../answers";
import type { Figure } from "../content";
import type { DraftAnswer } from "../drafts.server";
import { fieldOf, rowsShown } from "../forms";
import { Figures } from "./figures";

interface Props {
  readonly question: Question;
  readonly answer: DraftAnswer;
  readonly form: FormState;
  readonly figures: readonly Figure[];
  readonly authority: string;
  readonly region: string;
  readonly historyHref: string;
}

/** The boxes of one question, with what is known beside them. */
export function QuestionFields(props: Props) {
  const { question, answer, form, historyHref } = props;
  return (
    <section className="app-question" id={`question-${question.id}`}>
      <input type="hidden" name={fieldOf.revision(question.id)} value={answer.revision} />
      {answer.carriedForward ? (
        <div className="govuk-inset-text">
          <p className="govuk-body"><Pill kind="warn">From last round</Pill> This is what was said last time. Change it, or tick the box when it still holds.</p>
          <Checkbox form={form} name={fieldOf.looked(question.id)} label="I have looked at this, and it still holds" />
        </div>
      ) : null}
      <Boxes {...props} />
      <p className="govuk-body-s app-soft">
        {answer.updatedBy && answer.updatedAt ? `Last saved by ${answer.updatedBy}, ${formatDateTime(answer.updatedAt)}. ` : null}
        {question.required ? null : "You may leave this empty. "}
        {answer.revision > 0 ? <a className="govuk-link" href={historyHref}>History<span className="govuk-visually-hidden"> of {question.title}</span></a> : null}
      </p>
    </section>
  );
}

function Boxes(props: Props) {
  const { question, form, answer } = props;
  const { id, title, hint } = question;
  switch (question.kind) {
    case "longText":
      return <TextArea form={form} name={fieldOf.text(id)} label={title} size="m" hint={hint} rows={10} maxWords={question.wordLimit} spellCheck />;
    case "choice":
      return (
        <>
          <Radios form={form} name={fieldOf.option(id)} label={title} size="m" hint={hint} choices={question.options.map((option) => ({ value: option.id, label: option.label }))} />
          <TextArea form={form} name={fieldOf.note(id)} label="Why this one (if it helps the reader)" rows={3} />
        </>
      );
    case "signaturesOfRisk":
    case "signaturesOfStrength":
      return (
        <>
          <Checkboxes form={form} name={fieldOf.ticked(id)} label={title} size="m" hint={hint || "Tick all that you recognise in your own service. None is an answer too: say so below."} choices={question.checklist.map((one) => ({ value: one.id, label: one.label }))} />
          <TextArea form={form} name={fieldOf.note(id)} label="What the reader should know about these" rows={4} />
        </>
      );
    case "indicatorNarrative":
      return <Narratives {...props} question={question} />;
    default:
      return <Items question={question} form={form} value={answer.value} />;
  }
}

type NarrativeQuestion = Extract<Question, { kind: "indicatorNarrative" }>;

function Narratives({ question, form, answer, figures, authority, region }: Props & { readonly question: NarrativeQuestion }) {
  const said = "narratives" in answer.value ? answer.value.narratives : {};
  // A narrative already written keeps its box, even when its figure is no longer an outlier.
  const asked = figures.filter((figure) =>
    (question.indicatorId === undefined ? figure.outlier !== null : figure.indicatorId === question.indicatorId) || (said[figure.indicatorId] ?? "") !== "");
  return (
    <Fieldset legend={question.title} size="m" role="group">
      {question.hint ? <p className="govuk-hint">{question.hint}</p> : null}
      {asked.length === 0 ? <p className="govuk-body">None of your figures is among the highest or lowest fifth of authorities, so there is nothing to explain here.</p> : null}
      {asked.map((figure) => (
        <div key={figure.indicatorId} className="app-narrative">
          <Figures figure={figure} authority={authority} region={region} />
          <TextArea form={form} name={fieldOf.narrative(question.id, figure.indicatorId)} label={`What lies behind ${figure.label}`} rows={5} maxWords={question.wordLimit} spellCheck />
        </div>
      ))}
    </Fieldset>
  );
}

type ItemsQuestion = Extract<Question, { kind: "strengths" | "areasForDevelopment" | "asks" | "offers" }>;

const oneOf: Readonly<Record<ItemsQuestion["kind"], string>> = { strengths: "Strength", areasForDevelopment: "Area for development", asks: "Ask", offers: "Offer" };

function Items({ question, form, value }: { readonly question: Question; readonly form: FormState; readonly value: AnswerValue }) {
  if (!("themes" in question)) return null;
  const saved = "items" in value ? value.items : [];
  const typed = Array.from({ length: MOST_ITEMS }, (_, index) => index).filter((index) => valueOf(form, fieldOf.item(question.id, index, "title")) !== "").length;
  const rows = Math.max(rowsShown(saved), Math.min(MOST_ITEMS, typed + 1));
  const one = oneOf[question.kind];
  return (
    <Fieldset legend={question.title} size="m" role="group">
      <p className="govuk-hint">{question.hint} One record for each. Saving gives you another empty one.</p>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="app-card app-item">
          <TextInput form={form} name={fieldOf.item(question.id, index, "title")} label={`${one} ${index + 1}`} maxLength={300} />
          <TextArea form={form} name={fieldOf.item(question.id, index, "text")} label={<>How you know<span className="govuk-visually-hidden">, {one.toLowerCase()} {index + 1}</span></>} rows={3} />
          <Select form={form} name={fieldOf.item(question.id, index, "theme")} label={<>Theme<span className="govuk-visually-hidden"> of {one.toLowerCase()} {index + 1}</span></>} blank="Choose a theme" options={question.themes.map((theme) => ({ value: theme.id, label: theme.label }))} />
        </div>
      ))}
    </Fieldset>
  );
}
