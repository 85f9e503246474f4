import { fieldId, hasErrors, type FormState } from "../form-state";

/** What is wrong, at the top of the page, each with a link to its field. Nothing when all is well. */
export function ErrorSummary({ form, title = "There is a problem" }: { readonly form: FormState | null | undefined; readonly title?: string }) {
  if (!hasErrors(form)) return null;
  return (
    <div className="govuk-error-summary" data-focus="true" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {(form.general ?? []).map((message) => <li key={message}>{message}</li>)}
            {Object.entries(form.errors).map(([name, message]) => (
              <li key={name}><a href={`#${fieldId(name)}`}>{message}</a></li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
