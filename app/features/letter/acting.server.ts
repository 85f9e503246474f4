import { personOf, Refusal, worksForHost } from "~/features/challenge-record";
import type { Actor } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { lockWorkflow, readSurroundings, rolesOf } from "~/workflow/record.server";
import { inTransaction, undo } from "~/workflow/transaction.server";

export type Refused = { readonly kind: "refused"; readonly reason: string };

/** Runs a write that moves no state, in one transaction; a Refusal undoes it and becomes a value. */
export function writing<Done>(work: (tx: Tx) => Promise<Done>): Promise<Done | Refused> {
  return inTransaction<Done | Refused>(async (tx) => {
    try {
      return await work(tx);
    } catch (error) {
      if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
      throw error;
    }
  });
}

const TEAM: readonly string[] = ["leadChallenger", "challenger"];

/** Where somebody writes on a record: who they are on it, and where it stands. */
export interface Desk {
  readonly personId: string;
  readonly state: string;
  readonly roles: ReadonlySet<string>;
}

/**
 * Holds the record until the transaction ends, for somebody in one of the roles and while it is in one
 * of the states: no step can slip in under what is being written.
 * @throws Refusal "no-such-record", "not-your-role", "not-now"
 */
export async function openDesk(tx: Tx, given: { readonly recordId: string; readonly actor: Actor; readonly roles: readonly string[]; readonly states: readonly string[] }): Promise<Desk> {
  const personId = personOf(given.actor);
  const workflow = await lockWorkflow(tx, given.recordId);
  if (workflow?.machine !== "challenge-record") throw new Refusal("no-such-record");
  const { holders } = await readSurroundings(tx, workflow, null, {});
  // Nobody writes on the team that challenges the authority they work for by now.
  const host = await worksForHost(tx, given.recordId, personId);
  const roles = new Set([...rolesOf(given.actor, holders)].filter((role) => !host || !TEAM.includes(role)));
  if (!given.roles.some((role) => roles.has(role))) throw new Refusal("not-your-role");
  if (!given.states.includes(workflow.state)) throw new Refusal("not-now");
  return { personId, state: workflow.state, roles };
}
