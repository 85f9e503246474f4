import type { InputHTMLAttributes } from "react";
import { classNames } from "../class-names";
import { valueOf } from "../form-state";
import { ErrorMessage, fieldIds, FormGroup, Hint, Label, type FieldProps } from "./field";

export type TextInputProps = FieldProps & {
  readonly type?: "text" | "email" | "tel" | "search" | "url" | undefined;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly autoComplete?: string | undefined;
  readonly spellCheck?: boolean | undefined;
  /** Characters the field is drawn for: a hint of how much is expected. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly maxLength?: number | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
};

/** One line of text. Pass `inputMode="numeric"` for whole numbers: number inputs lose what is typed wrongly. */
export function TextInput(props: TextInputProps) {
  const { id, error, hintId, errorId, describedBy } = fieldIds(props);
  const input = (
    <input
      className={classNames("govuk-input", props.width && `govuk-input--width-${props.width}`, error && "govuk-input--error")}
      id={id} name={props.name} type={props.type ?? "text"} inputMode={props.inputMode}
      autoComplete={props.autoComplete} spellCheck={props.spellCheck} maxLength={props.maxLength}
      aria-describedby={describedBy} aria-invalid={error ? true : undefined} defaultValue={valueOf(props.form, props.name)}
    />
  );
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={props.size} asHeading={props.asHeading} hidden={props.hideLabel}>{props.label}</Label>
      <Hint id={hintId}>{props.hint}</Hint>
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      {props.prefix || props.suffix ? (
        <div className="govuk-input__wrapper">
          {props.prefix ? <div className="govuk-input__prefix" aria-hidden="true">{props.prefix}</div> : null}
          {input}
          {props.suffix ? <div className="govuk-input__suffix" aria-hidden="true">{props.suffix}</div> : null}
        </div>
      ) : input}
    </FormGroup>
  );
}
