import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { formatTime, type When } from "../dates";

/**
 * A form whose words are saved while they are typed. Without script it is a plain form with its own button.
 *
 * The page asks for the script "autosave". It posts the form's fields with `intent=autosave` to the same address
 * (or `saveTo`). Answer with 200 when saved, 409 when somebody else saved first, 422 when refused; any other answer
 * is told as "not saved" and tried again. The answer may be JSON (`AutosaveAnswer`) or the page itself: hidden
 * fields such as `revision` are then taken from the same form in it.
 */
export function AutosaveForm({ draftKey, action, saveTo, savedAt, conflictHref, className, children }: {
  /** Names this form among all forms of the service, for example the answer's id. */
  readonly draftKey: string;
  readonly action?: string | undefined;
  readonly saveTo?: string | undefined;
  readonly savedAt?: When | null | undefined;
  /** Where both versions are shown; without it the form itself is posted, and the route answers with both. */
  readonly conflictHref?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <form
      method="post" action={action} noValidate className={classNames("app-autosave", className)}
      data-autosave={draftKey} data-autosave-to={saveTo} data-conflict-href={conflictHref}
    >
      {children}
      <p className="app-autosave__status" role="status" data-autosave-status="true">{savedAt ? `Saved ${formatTime(savedAt)}` : ""}</p>
    </form>
  );
}
