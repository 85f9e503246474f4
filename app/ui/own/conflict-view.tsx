import type { ReactNode } from "react";
import { formatDateTime, type When } from "../dates";
import { formOf, type FormState } from "../form-state";
import { Button, ButtonGroup } from "../form/buttons";
import { Radios } from "../form/choices";
import { ErrorSummary } from "../form/error-summary";
import { TextArea } from "../form/text-area";
import { DiffView } from "./diff-view";

/** What the form posts under `resolution`. */
export type Resolution = "mine" | "theirs" | "both";

/**
 * Two versions of one answer side by side, with a form that keeps mine, keeps theirs or puts both together.
 * It posts `intent=resolve`, `resolution`, `mine` (the unsaved words, so that they are never lost), `both`,
 * and `revision`: the revision of theirs, which the server compares once more.
 */
export function ConflictView({ question, mine, theirs, revision, cancelHref, action, maxWords, form, children }: {
  readonly question: string;
  readonly mine: string;
  readonly theirs: { readonly text: string; readonly by: string; readonly at: When };
  readonly revision: number | string;
  readonly cancelHref: string;
  readonly action?: string | undefined;
  readonly maxWords?: number | undefined;
  readonly form?: FormState | undefined;
  /** Further hidden fields the route needs. */
  readonly children?: ReactNode;
}) {
  const state: FormState = form ?? formOf({ both: [theirs.text, mine].filter((text) => text.trim() !== "").join("\n\n") });
  return (
    <section className="app-conflict" aria-labelledby="conflict-title">
      <ErrorSummary form={form} />
      <h2 className="govuk-heading-m" id="conflict-title">Two versions of “{question}”</h2>
      <p className="govuk-body">While you were writing, {theirs.by} saved this answer on {formatDateTime(theirs.at)}. Both versions are here and neither is lost. Choose what to keep.</p>
      <div className="app-conflict__sides">
        <section className="app-card"><h3 className="app-card__heading">Yours, not saved yet</h3><div className="app-prewrap">{mine || <em>Empty</em>}</div></section>
        <section className="app-card"><h3 className="app-card__heading">Saved by {theirs.by}</h3><div className="app-prewrap">{theirs.text || <em>Empty</em>}</div></section>
      </div>
      <details className="govuk-details">
        <summary className="govuk-details__summary"><span className="govuk-details__summary-text">Word by word: from theirs to yours</span></summary>
        <div className="govuk-details__text"><DiffView before={theirs.text} after={mine} /></div>
      </details>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="intent" value="resolve" />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="mine" value={mine} />
        {children}
        <Radios
          form={state} name="resolution" label="What should the answer be?" size="s"
          choices={[
            { value: "mine", label: "Keep mine", hint: `What ${theirs.by} saved stays in the version history` },
            { value: "theirs", label: "Keep theirs", hint: "What you wrote stays in the version history" },
            { value: "both", label: "Put both together", hint: "Edit the text below", reveals: <TextArea form={state} name="both" label="The answer" rows={8} maxWords={maxWords} /> },
          ]}
        />
        <ButtonGroup>
          <Button>Save this answer</Button>
          <a className="govuk-link" href={cancelHref}>Decide later</a>
        </ButtonGroup>
      </form>
    </section>
  );
}
