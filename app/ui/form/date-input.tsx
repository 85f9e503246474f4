import { classNames } from "../class-names";
import { fieldId, valueOf } from "../form-state";
import { ErrorMessage, fieldIds, FormGroup, Hint, type FieldProps } from "./field";
import { Fieldset } from "./fieldset";

const parts = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/**
 * A date as day, month and year, posted as `name-day`, `name-month` and `name-year`.
 * Read it with `readDate` of dates.ts; its error is kept under `name`.
 */
export function DateInput(props: FieldProps) {
  const { id, error, hintId, errorId, describedBy } = fieldIds(props);
  return (
    <FormGroup error={error}>
      <Fieldset legend={props.label} size={props.size} asHeading={props.asHeading} hideLegend={props.hideLabel} describedBy={describedBy} role="group">
        <Hint id={hintId}>{props.hint}</Hint>
        <ErrorMessage id={errorId}>{error}</ErrorMessage>
        <div className="govuk-date-input">
          {parts.map(({ part, label, width }) => {
            const name = `${props.name}-${part}`;
            // The day carries the field's own id, so that the error summary's link lands in a box to type in.
            const partId = part === "day" ? id : fieldId(name);
            return (
              <div className="govuk-date-input__item" key={part}>
                <div className="govuk-form-group">
                  <label className="govuk-label govuk-date-input__label" htmlFor={partId}>{label}</label>
                  <input
                    className={classNames("govuk-input govuk-date-input__input", `govuk-input--width-${width}`, error && "govuk-input--error")}
                    id={partId} name={name} type="text" inputMode="numeric" defaultValue={valueOf(props.form, name)}
                    aria-invalid={error ? true : undefined}
                  />
                </div>
              </div>
            );
          })}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
