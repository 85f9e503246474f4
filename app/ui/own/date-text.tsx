import { formatDate, formatDateTime, isoOf, timeLeft, type When } from "../dates";

/** A date in words that a machine can read too; with `now` the time left stands beside it. */
export function DateText({ when, now, time, year }: {
  readonly when: When;
  readonly now?: When | undefined;
  readonly time?: boolean | undefined;
  readonly year?: boolean | undefined;
}) {
  const options = { year: year === true };
  return (
    <>
      <time dateTime={isoOf(when)}>{time ? formatDateTime(when, options) : formatDate(when, options)}</time>
      {now === undefined ? null : <span className="app-soft"> ({timeLeft(when, now)})</span>}
    </>
  );
}
