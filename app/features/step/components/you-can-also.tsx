export interface OtherStep {
  readonly href: string;
  readonly words: string;
  /** Why it cannot be done yet, as a sentence. */
  readonly notYet?: string | null;
}

const clause = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");

/** What somebody may do with a record beside the one thing that is wanted of them. Nothing at all where there is nothing. */
export function YouCanAlso({ steps }: { readonly steps: readonly OtherStep[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-s">You can also</h2>
      <ul className="govuk-list">{steps.map((step) => <li key={step.href}><a className="govuk-link" href={step.href}>{step.words}</a>{step.notYet ? <span className="app-soft"> (not yet: {clause(step.notYet)})</span> : null}</li>)}</ul>
    </>
  );
}
