import { Button, ButtonGroup, DateInput, DateText, type FormState, PressFields, Radios, TextArea, ToldSentence } from "~/ui";
import { actionStatuses, statusWords, type ActionShown } from "../content";
import { statusField, wordsField } from "../forms";

/** The progress review: each action its status, what changed, and the record closes. */
export function ReviewForm({ actions, form, revision, requestKey, tells }: {
  readonly actions: readonly ActionShown[];
  readonly form: FormState;
  readonly revision: number;
  readonly requestKey: string;
  readonly tells: readonly string[];
}) {
  return (
    <form method="post" noValidate className="app-measure">
      <h2 className="govuk-heading-m">Record the review</h2>
      <PressFields revision={revision} requestKey={requestKey} />
      <DateInput form={form} name="heldOn" label="On which day did you review it together?" />
      {actions.map((action, index) => (
        <div key={action.id} className="app-card app-item">
          <p className="govuk-body-s app-soft">{action.owner}, by <DateText when={action.dueOn} year /></p>
          <Radios form={form} name={statusField(action.id)} label={`Action ${index + 1}: ${action.what}`} size="s" small choices={actionStatuses.map((status) => ({ value: status, label: statusWords[status] }))} />
          <TextArea form={form} name={wordsField(action.id)} label={<>What it has changed<span className="govuk-visually-hidden">, action {index + 1}</span></>} rows={2} />
        </div>
      ))}
      <TextArea form={form} name="whatChanged" label="What has changed for children and families" hint="And what has not. Nothing about a child." size="m" rows={6} />
      <ToldSentence tells={tells} />
      <ButtonGroup><Button name="intent" value="record">Record the review and close</Button></ButtonGroup>
    </form>
  );
}
