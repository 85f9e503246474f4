/** The last day of the n-th quarter of a plan that starts on an ISO day: three months on, less a day. */
export function quarterEnd(startsOn: string, quarter: number): string {
  const [year = 0, month = 1, day = 1] = startsOn.split("-").map(Number);
  const target = new Date(Date.UTC(year, month - 1 + quarter * 3, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  // A plan from the 31st ends its quarters on the last days of shorter months.
  const end = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(day, last)));
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

/** The first end of a quarter after a day. */
export function nextQuarterEnd(startsOn: string, after: string): string {
  for (let quarter = 1; ; quarter += 1) {
    const end = quarterEnd(startsOn, quarter);
    if (end > after) return end;
  }
}
