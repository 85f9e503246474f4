import { SummaryList, formatDate } from "~/ui";
import type { Head } from "../queries.server";
import { VARIANTS } from "../variants";

/** What was asked for, and what was agreed, for everybody for whom the visit exists. */
export function RequestSummary({ head, passage }: {
  readonly head: Pick<Head, "variant" | "theme" | "themeReason" | "wants" | "wishedDays" | "days" | "teamSize" | "themes" | "candidateDays" | "standing" | "state">;
  readonly passage: { readonly title: string; readonly round: string; readonly href: string | null } | null;
}) {
  const list = (days: readonly string[]) => days.map((day) => formatDate(day, { year: true })).join("; ");
  const scoped = head.themes.length > 0;
  return (
    <SummaryList
      rows={[
        { key: "Kind of visit", value: <>{VARIANTS[head.variant].label}<br /><span className="app-soft">{VARIANTS[head.variant].explains}.</span></> },
        { key: "Theme", value: head.theme },
        ...(passage ? [{ key: "From the self-assessment", value: passage.href ? <a className="govuk-link" href={passage.href}>{passage.title}, {passage.round}</a> : `${passage.title}, ${passage.round}` }] : []),
        ...(head.themeReason ? [{ key: "Why this theme", value: <span className="app-prewrap">{head.themeReason}</span> }] : []),
        { key: "What the host wants from it", value: head.wants ? <span className="app-prewrap">{head.wants}</span> : <span className="app-soft">Not said yet</span> },
        { key: scoped ? "First days wished for" : "First days that would suit", value: head.wishedDays.length > 0 ? list(head.wishedDays) : <span className="app-soft">None given yet</span> },
        ...(scoped
          ? [
              { key: "Length and team", value: `${head.days} ${head.days === 1 ? "day" : "days"}, a team of ${head.teamSize}` },
              { key: "The team must know", value: head.themes.join(", ") },
              { key: "Possible first days", value: list(head.candidateDays) },
            ]
          : []),
      ]}
    />
  );
}
