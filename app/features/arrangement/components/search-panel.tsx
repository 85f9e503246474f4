import { useId } from "react";

import { Button, ButtonGroup } from "~/ui";

/**
 * A search under way. Without script its link looks again; with it (the script "search") the words
 * change by themselves and the page is shown anew when the search has ended.
 */
export function SearchPanel({ href, words, label, elapsed, seconds, pageHref, action, headingLevel = 2 }: {
  /** Where its progress is told. */
  readonly href: string;
  readonly label: string;
  readonly words: string;
  readonly elapsed: number;
  readonly seconds: number;
  readonly pageHref: string;
  /** Where a press on "Stop" goes. */
  readonly action: string;
  readonly headingLevel?: 2 | 3 | undefined;
}) {
  const Heading = `h${headingLevel}` as const;
  const id = useId();
  return (
    <section className="app-search" data-search={href} data-page={pageHref} aria-labelledby={id}>
      <Heading className="govuk-heading-m app-search__title" id={id} data-search-label>{label}</Heading>
      <p className="govuk-body" role="status" data-search-words>{words}</p>
      <progress className="app-search__bar" max={Math.max(seconds, 1)} value={Math.min(elapsed, seconds)} aria-label={`Time used, of ${seconds} seconds at most`} />
      <form method="post" action={action}>
        <ButtonGroup>
          <a className="govuk-link" href={pageHref} data-search-look>See how far it is</a>
          <Button kind="secondary" name="intent" value="stop">Stop the search</Button>
        </ButtonGroup>
      </form>
    </section>
  );
}
