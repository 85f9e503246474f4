import { stringify } from "csv-stringify/sync";
import { dayInLondon } from "./letters.server";
import { labelOf } from "./posts";
import type { Directory } from "./queries.server";

/**
 * A region's directory as CSV for a spreadsheet, a row a holder and one for each vacancy. Cells that a
 * spreadsheet would run as a formula are disarmed with a leading apostrophe; the byte order mark tells
 * it that the text is UTF-8.
 */
export function directoryCsv(directory: Directory): string {
  const rows = directory.entries.flatMap((entry) =>
    entry.posts.flatMap((post) => {
      const place = [directory.region.name, entry.authority ? entry.name : "", entry.authority?.codeGss ?? "", entry.authority?.codeDfe ?? "", post.kind, post.title || labelOf(post.kind)];
      return post.holders.length === 0
        ? [[...place, "", "", "", ""]]
        : post.holders.map((holder) => [...place, holder.name, holder.email, holder.phone ?? "", dayInLondon(holder.from)]);
    }),
  );
  return stringify([["region", "authority", "code", "dfe_code", "post", "title", "name", "email", "phone", "from"], ...rows], { bom: true, escape_formulas: true, record_delimiter: "windows" });
}
