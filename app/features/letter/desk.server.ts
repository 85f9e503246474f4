import { worksForHost } from "~/features/challenge-record";
import { Refusal, personOf } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { lockWorkflow, readSurroundings, rolesOf } from "~/workflow/record.server";

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
