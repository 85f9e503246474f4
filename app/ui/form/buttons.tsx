import type { ReactNode } from "react";
import { classNames } from "../class-names";

type ButtonProps = {
  readonly children: ReactNode;
  /** The main act is green and there is one on a page; every other is secondary. */
  readonly kind?: "main" | "secondary" | "warning" | undefined;
  /** With an address it is a link that looks like a button: for going somewhere, never for changing something. */
  readonly href?: string | undefined;
  /** Posted with the form, so that the server knows which button was pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  readonly type?: "submit" | "button" | undefined;
  /** Words only a screen reader needs, for example whose row the button is in. */
  readonly about?: string | undefined;
};

/** A button whose words say what happens: "Publish to 19 authorities", not "Submit". */
export function Button({ children, kind = "main", href, about, type = "submit", ...rest }: ButtonProps) {
  const className = classNames("govuk-button", kind !== "main" && `govuk-button--${kind}`);
  const words = <>{children}{about ? <span className="govuk-visually-hidden"> {about}</span> : null}</>;
  if (href !== undefined) return <a href={href} className={className} draggable={false}>{words}</a>;
  return <button type={type} className={className} {...rest}>{words}</button>;
}

/** A button for what cannot be undone. The page before it says what will be lost. */
export function WarningButton(props: Omit<ButtonProps, "kind" | "href">) {
  return <Button {...props} kind="warning" />;
}

/** Buttons and links side by side, the main act first. */
export function ButtonGroup({ children }: { readonly children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
