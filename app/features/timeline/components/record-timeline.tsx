import { EmptyState, Timeline } from "~/ui";

import type { RecordEntry } from "../entry";

/** Who did what on a record, when, on whose behalf, and which emails went out with their delivery. */
export function RecordTimeline({ entries, headingLevel = 2 }: { readonly entries: readonly RecordEntry[]; readonly headingLevel?: 2 | 3 | undefined }) {
  if (entries.length === 0) return <EmptyState title="Nothing has happened yet">Everything done to this record will be listed here.</EmptyState>;
  return (
    <Timeline
      headingLevel={headingLevel}
      entries={entries.map((entry) => ({
        id: entry.id,
        at: entry.at,
        what: entry.what,
        by: entry.by,
        onBehalfOf: entry.onBehalfOf ?? undefined,
        detail:
          entry.moved || entry.reason ? (
            <>
              {entry.moved ? <p className="govuk-body">Then: {entry.moved}</p> : null}
              {entry.reason ? <p className="govuk-body app-prewrap">{entry.reason}</p> : null}
            </>
          ) : undefined,
        emails: entry.emails,
      }))}
    />
  );
}

/** The same under its heading, at the end of a record's page. */
export function WhatHappened({ entries }: { readonly entries: readonly RecordEntry[] }) {
  return (
    <section aria-labelledby="what-happened">
      <h2 className="govuk-heading-m" id="what-happened">What happened so far</h2>
      <RecordTimeline entries={entries} headingLevel={3} />
    </section>
  );
}
