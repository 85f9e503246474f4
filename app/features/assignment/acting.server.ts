import * as acting from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";

/** What every verb takes. */
export interface Act extends acting.Acting {
  readonly assignmentId: string;
}

/** Fires one event of an assignment. */
export function act(given: Act, event: string, beside?: acting.Beside): Promise<FireResult> {
  return acting.act(given.assignmentId, given, event, beside);
}
