/**
 * The ordinary day of elections of councillors in England in a year: the first Thursday in May
 * (Representation of the People Act 1983, section 37), an ISO day.
 */
export function localElectionsIn(year: number): string {
  const first = new Date(Date.UTC(year, 4, 1));
  const thursday = 1 + ((4 - first.getUTCDay() + 7) % 7);
  return `${year}-05-0${thursday}`;
}

/**
 * What is known of a day nationally, beside the bank holidays. Only what follows from a published rule:
 * schools' holidays are set by each authority for itself, so that no date of theirs is known here.
 */
export function nationalOn(day: string): readonly string[] {
  return day === localElectionsIn(Number(day.slice(0, 4))) ? ["local elections"] : [];
}
