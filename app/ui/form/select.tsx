import { classNames } from "../class-names";
import { valueOf } from "../form-state";
import { ErrorMessage, fieldIds, FormGroup, Hint, Label, type FieldProps } from "./field";

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean | undefined };

/** One of a long list. For a handful of choices, radios are quicker to read. */
export function Select(props: FieldProps & { readonly options: readonly Option[]; readonly blank?: string | undefined }) {
  const { id, error, hintId, errorId, describedBy } = fieldIds(props);
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={props.size} asHeading={props.asHeading} hidden={props.hideLabel}>{props.label}</Label>
      <Hint id={hintId}>{props.hint}</Hint>
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      <select
        className={classNames("govuk-select", error && "govuk-select--error")} id={id} name={props.name}
        aria-describedby={describedBy} aria-invalid={error ? true : undefined} defaultValue={valueOf(props.form, props.name)}
      >
        {props.blank === undefined ? null : <option value="">{props.blank}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>
        ))}
      </select>
    </FormGroup>
  );
}
