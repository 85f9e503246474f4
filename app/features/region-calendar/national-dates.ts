/** Days on which people of the sector are known to be away: an event of the region then draws fewer. */
export interface NationalDate {
  /** ISO days, the last included. */
  readonly from: string;
  readonly to: string;
  readonly what: string;
}

/**
 * What clashes are warned about beside bank holidays and the region's own dates: elections, and the usual
 * weeks of the schools' holidays in England, by the calendar most authorities follow.
 */
export const nationalDates: readonly NationalDate[] = [
  { from: "2026-12-21", to: "2027-01-01", what: "schools’ Christmas holidays" },
  { from: "2027-02-15", to: "2027-02-19", what: "schools’ February half-term" },
  { from: "2027-03-29", to: "2027-04-09", what: "schools’ Easter holidays" },
  { from: "2027-05-06", to: "2027-05-06", what: "local elections" },
  { from: "2027-05-31", to: "2027-06-04", what: "schools’ May half-term" },
  { from: "2027-07-26", to: "2027-08-31", what: "schools’ summer holidays" },
  { from: "2027-10-25", to: "2027-10-29", what: "schools’ October half-term" },
  { from: "2027-12-20", to: "2027-12-31", what: "schools’ Christmas holidays" },
];

/** What is known of a day nationally. */
export function nationalOn(day: string): readonly string[] {
  return nationalDates.filter(({ from, to }) => from <= day && day <= to).map(({ what }) => what);
}
