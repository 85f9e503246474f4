import type { ReactNode } from "react";
import { Fragment } from "react";
import { classNames } from "../class-names";
import { valuesOf } from "../form-state";
import { ErrorMessage, fieldIds, FormGroup, Hint, type FieldProps } from "./field";
import { Fieldset } from "./fieldset";

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
  /** Further fields that only matter with this choice. Always readable; the script "conditional" hides them until chosen. */
  readonly reveals?: ReactNode;
};

export type ChoicesProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly small?: boolean | undefined;
  /** Side by side, for two short answers. */
  readonly inline?: boolean | undefined;
};

/** One of a few. */
export function Radios(props: ChoicesProps) {
  return <Choices {...props} kind="radio" />;
}

/** Any of a few. Every ticked value is posted under the same name. */
export function Checkboxes(props: ChoicesProps) {
  return <Choices {...props} kind="checkbox" />;
}

/** A single tick such as a declaration, without a legend: the label is the whole statement. */
export function Checkbox(props: FieldProps & { readonly value?: string | undefined }) {
  const { id, error, hintId, errorId, describedBy } = fieldIds(props);
  const value = props.value ?? "yes";
  return (
    <FormGroup error={error}>
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input" id={id} name={props.name} type="checkbox" value={value}
            defaultChecked={valuesOf(props.form, props.name).includes(value)} aria-describedby={describedBy} aria-invalid={error ? true : undefined}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>{props.label}</label>
          {props.hint ? <div id={hintId} className="govuk-hint govuk-checkboxes__hint">{props.hint}</div> : null}
        </div>
      </div>
    </FormGroup>
  );
}

function Choices(props: ChoicesProps & { readonly kind: "radio" | "checkbox" }) {
  const { id, error, hintId, errorId, describedBy } = fieldIds(props);
  const block = props.kind === "radio" ? "govuk-radios" : "govuk-checkboxes";
  const chosen = valuesOf(props.form, props.name);
  return (
    <FormGroup error={error}>
      <Fieldset legend={props.label} size={props.size} asHeading={props.asHeading} hideLegend={props.hideLabel} describedBy={describedBy}>
        <Hint id={hintId}>{props.hint}</Hint>
        <ErrorMessage id={errorId}>{error}</ErrorMessage>
        <div className={classNames(block, props.small && `${block}--small`, props.inline && `${block}--inline`)}>
          {props.choices.map((choice, index) => {
            // The first choice carries the field's own id, so that the error summary's link lands on it.
            const choiceId = index === 0 ? id : `${id}-${index + 1}`;
            const choiceHint = choice.hint ? `${choiceId}-item-hint` : undefined;
            const revealId = choice.reveals ? `${choiceId}-reveals` : undefined;
            return (
              <Fragment key={choice.value}>
                <div className={`${block}__item`}>
                  <input
                    className={`${block}__input`} id={choiceId} name={props.name} type={props.kind} value={choice.value}
                    disabled={choice.disabled} defaultChecked={chosen.includes(choice.value)} aria-describedby={choiceHint} data-reveals={revealId}
                  />
                  <label className={`govuk-label ${block}__label`} htmlFor={choiceId}>{choice.label}</label>
                  {choice.hint ? <div id={choiceHint} className={`govuk-hint ${block}__hint`}>{choice.hint}</div> : null}
                </div>
                {choice.reveals ? <div className={`${block}__conditional`} id={revealId}>{choice.reveals}</div> : null}
              </Fragment>
            );
          })}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
