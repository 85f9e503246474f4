import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import { durationsOf, type Durations } from "./durations";

type Reader = Pick<Tx, "challengeRecord">;

/** The rules a record goes by: those of its round, or of its region where it belongs to no round. */
export async function rulesOf(tx: Reader, recordId: string): Promise<Durations> {
  const { cycle, workflow } = await tx.challengeRecord.findUniqueOrThrow({
    where: { id: recordId },
    select: { cycle: { select: { rules: true } }, workflow: { select: { region: { select: { settings: true } } } } },
  });
  return durationsOf(cycle?.rules ?? workflow.region.settings);
}

/** The themes findings may have here. */
export async function themesOf(recordId: string): Promise<readonly string[]> {
  return (await rulesOf(db, recordId)).themes;
}
