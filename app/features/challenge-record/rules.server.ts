import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import { durationsOf, type Durations } from "./durations";

type Reader = Pick<Tx, "$queryRaw">;

/** The rules a record goes by: those of its round, or of its region where it belongs to no round. */
export async function rulesOf(tx: Reader, recordId: string): Promise<Durations> {
  const [row] = await tx.$queryRaw<{ rules: unknown }[]>`
    SELECT coalesce(c.rules, region.settings) AS rules
      FROM challenge_record r JOIN workflow w ON w.id = r.id JOIN region ON region.id = w.region_id LEFT JOIN cycle c ON c.id = r.cycle_id
     WHERE r.id = ${recordId}::uuid`;
  if (!row) throw new Error("there is no such challenge record");
  return durationsOf(row.rules);
}

/** The themes findings may have here. */
export async function themesOf(recordId: string): Promise<readonly string[]> {
  return (await rulesOf(db, recordId)).themes;
}
