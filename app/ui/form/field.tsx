import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { fieldId, type FormState } from "../form-state";

/** What every field takes. Without a form the field is empty and right. */
export type FieldProps = {
  readonly form?: FormState | undefined;
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The size of the label or legend; a page with one question makes it the heading too. */
  readonly size?: "s" | "m" | "l" | "xl" | undefined;
  readonly asHeading?: boolean | undefined;
  readonly hideLabel?: boolean | undefined;
  /** Only when the same name is on the page twice; error links expect the id made from the name. */
  readonly id?: string | undefined;
};

/** The ids that tie a field to its hint and its error. */
export type FieldIds = {
  readonly id: string;
  readonly error: string | undefined;
  readonly hintId: string | undefined;
  readonly errorId: string | undefined;
  readonly describedBy: string | undefined;
};

/** Works out the ids of a field and what describes it: hint, then error, then any more. */
export function fieldIds(props: Pick<FieldProps, "form" | "name" | "hint" | "id">, ...more: readonly (string | undefined)[]): FieldIds {
  const id = props.id ?? fieldId(props.name);
  const error = props.form?.errors[props.name];
  const hintId = props.hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return { id, error, hintId, errorId, describedBy: classNames(hintId, errorId, ...more) };
}

/** The frame of a field, marked with a line down the side when something is wrong. */
export function FormGroup({ error, className, children, ...data }: {
  readonly error?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly [data: `data-${string}`]: string | number | undefined;
}) {
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error", className)} {...data}>
      {children}
    </div>
  );
}

/** A field's label, as the page's heading when the page asks one question. */
export function Label({ htmlFor, size, asHeading, hidden, children }: {
  readonly htmlFor: string;
  readonly size?: FieldProps["size"];
  readonly asHeading?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly children: ReactNode;
}) {
  const label = (
    <label className={classNames("govuk-label", size && `govuk-label--${size}`, hidden && "govuk-visually-hidden")} htmlFor={htmlFor}>
      {children}
    </label>
  );
  return asHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}

/** Help that stays on the page; nothing else may say what only a hint says. */
export function Hint({ id, children }: { readonly id?: string | undefined; readonly children: ReactNode }) {
  return children ? <div id={id} className="govuk-hint">{children}</div> : null;
}

/** What is wrong with a field, beside it. */
export function ErrorMessage({ id, children }: { readonly id?: string | undefined; readonly children: ReactNode }) {
  return children ? (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {children}
    </p>
  ) : null;
}
