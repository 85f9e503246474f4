import { Timeline } from "~/ui";
import type { TimelineEntry } from "~/workflow/timeline.server";

/** What became of an email, in a word. */
function statusOf(email: TimelineEntry["emails"][number]): string {
  if (email.sentAt) return "sent";
  if (email.failedAt) return "could not be delivered";
  return email.supersededAt ? "no longer needed, not sent" : "on its way";
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Who did what, when, on whose behalf, and which emails went out. */
export function RecordTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <section aria-labelledby="what-happened">
      <h2 className="govuk-heading-m" id="what-happened">What happened so far</h2>
      <Timeline
        headingLevel={3}
        entries={entries.map((entry) => ({
          id: entry.id,
          at: entry.at,
          what: sentence(entry.happened),
          by: entry.actorName ?? "Candour",
          onBehalfOf: entry.onBehalfOf ?? undefined,
          emails: entry.emails.map((email) => ({ to: email.to, subject: email.subject ?? "Email", status: statusOf(email) })),
        }))}
      />
    </section>
  );
}
