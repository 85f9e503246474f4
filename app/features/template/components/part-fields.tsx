import { Card, Checkbox, Select, TextArea, TextInput, type FormState } from "~/ui";

import type { QuestionKind } from "../content";
import { itemsOf, listOf } from "../forms";
import type { Part } from "../editing";

/** The words of a chapter or section. */
export function HeadingFields({ form }: { readonly form: FormState }) {
  return (
    <>
      <TextInput form={form} name="title" label="Title" size="s" />
      <TextArea form={form} name="guidance" label="Guidance" hint="What its authors should know before they write. It may be empty." rows={5} size="s" />
    </>
  );
}

const listWords = {
  options: { label: "Options", hint: "One a line, at least two" },
  themes: { label: "Themes", hint: "One a line. Each record is tagged with one of them. Leave it empty for none" },
  checklist: { label: "What can be ticked", hint: "One a line" },
} as const;

/** The settings of a question: the same for every kind, then the kind's own. */
export function QuestionSettings({ form, kind, indicators }: { readonly form: FormState; readonly kind: QuestionKind; readonly indicators: readonly { readonly value: string; readonly label: string }[] }) {
  const list = listOf[kind];
  return (
    <>
      <TextInput form={form} name="title" label="Question" size="s" />
      <TextArea form={form} name="hint" label="Hint" hint="Shown below the question. It may be empty." rows={3} size="s" />
      <Checkbox form={form} name="required" label="It must be answered before the director can sign" />
      {kind === "indicatorNarrative" ? (
        <Select form={form} name="indicatorId" label="About which indicator?" size="s" blank="Every outlier of the authority that answers" options={indicators} />
      ) : null}
      {kind === "longText" || kind === "indicatorNarrative" ? <TextInput form={form} name="wordLimit" label="Word limit" hint="Leave it empty for none" size="s" width={5} inputMode="numeric" /> : null}
      {list ? <TextArea form={form} name="items" label={listWords[list.field].label} hint={`${listWords[list.field].hint}. A line whose words stay the same keeps its answers.`} rows={8} size="s" /> : null}
    </>
  );
}

/** What somebody else has saved of the same part meanwhile, so that both can be compared before one is kept. */
export function TheirVersion({ part, by }: { readonly part: Part; readonly by: string }) {
  const lines = part.level === "question"
    ? [part.part.title, part.part.hint, ...itemsOf(part.part).map((one) => one.label)]
    : [part.part.title, part.part.guidance];
  return (
    <Card heading={`Saved by ${by} meanwhile`}>
      {lines.filter((line) => line !== "").map((line, index) => <p className="govuk-body app-prewrap" key={index}>{line}</p>)}
    </Card>
  );
}
