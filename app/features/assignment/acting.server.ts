import * as acting from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";

/** What every verb takes. */
export interface Act extends acting.Acting {
  readonly assignmentId: string;
}

/** Fires one event of an assignment. Its activity is locked first, as when the activity's own step ends a place: two that meet then wait, and neither is undone. */
export function act(given: Act, event: string, beside?: acting.Beside): Promise<FireResult> {
  return acting.act(given.assignmentId, given, event, {
    ...beside,
    first: (tx) => tx.$executeRaw`SELECT 1 FROM workflow WHERE id = (SELECT activity_id FROM assignment WHERE id = ${given.assignmentId}::uuid) FOR UPDATE`,
  });
}
