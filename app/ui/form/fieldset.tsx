import type { ReactNode } from "react";
import { classNames } from "../class-names";
import type { FieldProps } from "./field";

/** A group of fields under one legend. */
export function Fieldset({ legend, size, asHeading, hideLegend, describedBy, role, children }: {
  readonly legend: ReactNode;
  readonly size?: FieldProps["size"];
  readonly asHeading?: boolean | undefined;
  readonly hideLegend?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly role?: "group" | undefined;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy}>
      <legend className={classNames("govuk-fieldset__legend", size && `govuk-fieldset__legend--${size}`, hideLegend && "govuk-visually-hidden")}>
        {asHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
