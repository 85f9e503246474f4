import { useId, type ReactNode } from "react";
import { classNames } from "../class-names";

/** A message about the whole page: what has just been done, or what should be known first. */
export function NotificationBanner({ kind = "notice", heading, children }: {
  readonly kind?: "success" | "notice" | undefined;
  readonly heading?: ReactNode;
  readonly children?: ReactNode;
}) {
  const titleId = `banner${useId().replace(/:/g, "")}`;
  const success = kind === "success";
  return (
    <div
      className={classNames("govuk-notification-banner", success && "govuk-notification-banner--success")}
      role={success ? "alert" : "region"} aria-labelledby={titleId} data-focus={success ? "true" : undefined} tabIndex={success ? -1 : undefined}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>{success ? "Done" : "Important"}</h2>
      </div>
      <div className="govuk-notification-banner__content">
        {heading ? <p className="govuk-notification-banner__heading">{heading}</p> : null}
        {typeof children === "string" ? <p className="govuk-body">{children}</p> : children}
      </div>
    </div>
  );
}
