import { stringify } from "csv-stringify/sync";
import { columns } from "./read";

/** A file to begin from: invented people of an authority, one row each way of filling it. */
export function sampleFile(authority: string): string {
  return stringify(
    [
      [...columns],
      ["Amara Okafor", "amara.okafor@example.org", "01622 555 010", "dcs", "", authority, "", ""],
      ["Samuel Price", "samuel.price@example.org", "", "Director's delegate", "", authority, "01/12/2026", ""],
      ["Jo Field", "jo.field@example.org", "", "section-author", "Section author, quality of practice", authority, "2026-12-01", "2027-07-31"],
      ["Colin Marsh", "colin.marsh@example.org", "", "facilitator", "", "", "", ""],
    ],
    { bom: true, record_delimiter: "windows", escape_formulas: true },
  );
}
