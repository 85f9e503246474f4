import * as acting from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { seatOwnDirector } from "./employer.server";

/** What every verb takes. */
export interface Act extends acting.Acting {
  readonly challengerId: string;
}

/** Fires one event of a challenger. Their own director is whoever directs the authority that employs them today. */
export function act(given: Act, event: string, beside: acting.Beside = {}): Promise<FireResult> {
  return acting.act(given.challengerId, given, event, {
    ...beside,
    write: async (tx, workflow) => {
      await seatOwnDirector(tx, given.challengerId);
      await beside.write?.(tx, workflow);
    },
  });
}

/** Writes the reason on the challenger. */
export async function keepReason(tx: Tx, id: string, text: string): Promise<void> {
  await tx.challenger.update({ where: { id }, data: { reason: text === "" ? null : text }, select: { id: true } });
}
