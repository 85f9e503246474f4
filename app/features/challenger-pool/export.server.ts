import { stringify } from "csv-stringify/sync";
import type { Listed } from "./queries.server";
import { labelOf, levelLabels } from "./words";

/** The register as CSV for a spreadsheet. Cells that a spreadsheet would run as a formula are disarmed. */
export function registerCsv(rows: readonly Listed[]): string {
  return stringify(
    [
      ["name", "employer", "level", "themes", "state", "trained_until", "load", "most", "completed", "led", "away_from", "away_to"],
      ...rows.map((row) => [
        row.name, row.employers.map(({ name }) => name).join("; "), levelLabels[row.level], row.themes.join("; "), labelOf(row.state), row.trainedUntil ?? "",
        row.load, row.maxLoad, row.done, row.led, row.away?.from ?? "", row.away?.to ?? "",
      ]),
    ],
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
}
