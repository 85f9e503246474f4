import { counted, formatDate, SummaryList, type SummaryRow } from "~/ui";

import { DATE_FIELDS, type CycleDates, type CycleRules, type DateField } from "../rules";
import { challengeStyleWords, dateLabels, endorserWords, visibilityWords } from "../words";

/** The dates of a round in order; those on a weekend or bank holiday say so. */
export function DatesSummary({ dates, off = [], changeHref }: {
  readonly dates: CycleDates;
  readonly off?: readonly DateField[] | undefined;
  readonly changeHref?: string | undefined;
}) {
  return (
    <SummaryList
      rows={DATE_FIELDS.map((field) => ({
        key: dateLabels[field],
        value: <>{formatDate(dates[field], { year: true })}{off.includes(field) ? <span className="app-soft"> (a weekend or bank holiday)</span> : null}</>,
        ...(changeHref ? { actions: [{ label: "Change", href: `${changeHref}#${field}`, about: `the date: ${dateLabels[field]}` }] } : {}),
      }))}
    />
  );
}

/** The rules of a round in words. */
export function RulesSummary({ rules, template, changeHref }: {
  readonly rules: CycleRules;
  readonly template: { readonly name: string; readonly version: number };
  readonly changeHref?: string | undefined;
}) {
  const endorsements = rules.endorsements.map((role) => endorserWords[role]);
  // A row without a field is the region's own way of working, which a round cannot change.
  const rows: readonly (readonly [key: string, field: string, value: string])[] = [
    ["Template", "templateVersionId", `${template.name}, version ${template.version}`],
    ["Challenge", "", challengeStyleWords[rules.challengeStyle]],
    ["Who may read it once shared", "visibility", visibilityWords[rules.visibility]],
    ["Sharing", "shareAutomatically", rules.shareAutomatically ? "As soon as it is submitted" : "When the coordinator shares it"],
    ["Endorsed by", "endorsements", endorsements.length > 0 ? endorsements.join(" and ").toLowerCase().replace(/^./, (letter) => letter.toUpperCase()) : "Nobody: the director’s signature is enough"],
    ["Outliers", "outlierRule", rules.outlierRule ? "Each indicator in the top or bottom 20% must be explained" : "Need no narrative"],
    ["Moderation", "moderationNeeded", rules.moderation.needed ? `By another authority, at least ${counted(rules.moderation.workingDaysBefore, "working day")} before the challenge` : "None"],
    ["Follow-up", "followUpMonths", `${counted(rules.followUpMonths, "month")} after the challenge`],
  ];
  return (
    <SummaryList
      rows={rows.map(([key, field, value]): SummaryRow => ({ key, value, ...(changeHref && field !== "" ? { actions: [{ label: "Change", href: `${changeHref}#${field}`, about: key.toLowerCase() }] } : {}) }))}
    />
  );
}
