import * as acting from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";

/** What every verb takes. */
export interface Act extends acting.Acting {
  readonly selfAssessmentId: string;
}

/** Fires one event of a self-assessment. */
export function act(given: Act, event: string, beside?: acting.Beside): Promise<FireResult> {
  return acting.act(given.selfAssessmentId, given, event, beside);
}

/** Writes the reason on the self-assessment. */
export async function keepReason(tx: Tx, id: string, text: string): Promise<void> {
  await tx.selfAssessment.update({ where: { id }, data: { reason: text === "" ? null : text }, select: { id: true } });
}
