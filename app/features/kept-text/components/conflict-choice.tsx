import { Button, ButtonGroup, DiffView, Radios, blankForm, formatDateTime, type FormState } from "~/ui";
import type { OpenConflict } from "../texts";

/** Two versions of one text side by side, and a form that settles it: it posts `keptId`, `revision` and `take` (see forms.ts). */
export function ConflictChoice({ conflict, form = blankForm, cancelHref, what = "text", headingLevel = 2 }: {
  readonly conflict: OpenConflict;
  readonly form?: FormState | undefined;
  readonly cancelHref: string;
  /** What the text is: "finding", "paragraph". */
  readonly what?: string;
  readonly headingLevel?: 2 | 3;
}) {
  const { kept, current } = conflict;
  const Heading = `h${headingLevel}` as const;
  return (
    <>
      <p className="govuk-body">Two people, or two windows, wrote this {what} at the same time. Both versions are kept, whatever you choose.</p>
      <div className="app-conflict__sides">
        <section className="app-card">
          <Heading className="app-card__heading">Kept aside</Heading>
          <p className="app-soft">Written by {kept.by ?? "somebody"}, {formatDateTime(kept.at)}</p>
          <div className="app-prewrap">{kept.text || "Empty"}</div>
        </section>
        <section className="app-card">
          <Heading className="app-card__heading">The {what} now</Heading>
          <p className="app-soft">Saved by {current.by ?? "somebody"}, {formatDateTime(current.at)}</p>
          <div className="app-prewrap">{current.text || "Empty"}</div>
        </section>
      </div>
      <details className="govuk-details">
        <summary className="govuk-details__summary"><span className="govuk-details__summary-text">Word by word: from the present {what} to the one kept aside</span></summary>
        <div className="govuk-details__text"><DiffView before={current.text} after={kept.text} /></div>
      </details>
      <form method="post" noValidate>
        <input type="hidden" name="keptId" value={conflict.keptId} />
        <input type="hidden" name="revision" value={conflict.revision} />
        <Radios
          form={form} name="take" label={`What should the ${what} be?`} size="s"
          choices={[
            { value: "kept", label: "The version kept aside", hint: `The present ${what} stays in the history` },
            { value: "current", label: `The ${what} as it is now`, hint: "The version kept aside stays in the history" },
            { value: "both", label: "Both, one after the other", hint: "You can then edit it" },
          ]}
        />
        <ButtonGroup><Button>Settle it</Button><a className="govuk-link" href={cancelHref}>Decide later</a></ButtonGroup>
      </form>
    </>
  );
}
