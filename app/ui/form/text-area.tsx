import { classNames } from "../class-names";
import { countWords, wordCountMessage } from "../count-words";
import { valueOf } from "../form-state";
import { ErrorMessage, fieldIds, FormGroup, Hint, Label, type FieldProps } from "./field";

export type TextAreaProps = FieldProps & {
  readonly rows?: number | undefined;
  /** The most words allowed. The page asks for the script "word-count" to count while typing. */
  readonly maxWords?: number | undefined;
  readonly spellCheck?: boolean | undefined;
};

/** Several lines of text, with the limit in words and how many are left when there is one. */
export function TextArea(props: TextAreaProps) {
  const { maxWords } = props;
  const own = fieldIds(props);
  const infoId = maxWords === undefined ? undefined : `${own.id}-info`;
  const { id, error, hintId, errorId, describedBy } = fieldIds(props, infoId);
  const text = valueOf(props.form, props.name);
  return (
    <FormGroup error={error} className={classNames(maxWords !== undefined && "govuk-character-count")} data-max-words={maxWords}>
      <Label htmlFor={id} size={props.size} asHeading={props.asHeading} hidden={props.hideLabel}>{props.label}</Label>
      <Hint id={hintId}>{props.hint}</Hint>
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      <textarea
        className={classNames("govuk-textarea", error && "govuk-textarea--error")}
        id={id} name={props.name} rows={props.rows ?? 5} spellCheck={props.spellCheck}
        aria-describedby={describedBy} aria-invalid={error ? true : undefined} defaultValue={text}
      />
      {maxWords === undefined ? null : (
        <div id={infoId} className={classNames("govuk-character-count__message", countWords(text) > maxWords ? "govuk-error-message" : "govuk-hint")}>
          {wordCountMessage(text, maxWords)}
        </div>
      )}
    </FormGroup>
  );
}
