import { db } from "~/platform/db.server";
import { plainFigure } from "~/features/indicator";

/** Published figures by authority and year, for what the invented narratives say. */
export interface Figures {
  /** "66", or "not published" where there is none for that year. */
  readonly of: (authorityId: string, indicatorId: string, year: number) => string;
  /** The same for England. */
  readonly england: (indicatorId: string, year: number) => string;
  /** "rose from 60 to 66", "fell from 66 to 60", "stayed at 66", or that it cannot be compared. */
  readonly change: (authorityId: string, indicatorId: string, year: number) => string;
}

/** Reads every figure of these authorities at once. */
export async function readFigures(authorityIds: readonly string[]): Promise<Figures> {
  const [values, benchmarks] = await Promise.all([
    db.indicatorValue.findMany({ where: { authorityId: { in: [...authorityIds] } } }),
    db.indicatorBenchmark.findMany({ where: { codeGss: "E92000001" } }),
  ]);
  const own = new Map(values.map((row) => [`${row.authorityId} ${row.indicatorId} ${row.period}`, row.value]));
  const national = new Map(benchmarks.map((row) => [`${row.indicatorId} ${row.period}`, row.value]));
  const shown = (value: number | null | undefined): string => (value === null || value === undefined ? "not published" : plainFigure(value));
  return {
    of: (authorityId, indicatorId, year) => shown(own.get(`${authorityId} ${indicatorId} ${year}`)),
    england: (indicatorId, year) => shown(national.get(`${indicatorId} ${year}`)),
    change: (authorityId, indicatorId, year) => {
      const [then, now] = [own.get(`${authorityId} ${indicatorId} ${year - 1}`), own.get(`${authorityId} ${indicatorId} ${year}`)];
      if (then === null || then === undefined || now === null || now === undefined) return "cannot be compared with the year before";
      if (then === now) return `stayed at ${plainFigure(now)}`;
      return `${now > then ? "rose" : "fell"} from ${plainFigure(then)} to ${plainFigure(now)}`;
    },
  };
}
