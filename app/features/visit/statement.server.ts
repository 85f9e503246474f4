import { childDataIn, keepMarks, marksPosted, uncheckedIn, type Hit, type Mark } from "~/features/child-data";
import { historyOf, keepText, openConflicts, settleConflict, textsOf, type OpenConflict, type Settled, type StandingText, type Take } from "~/features/kept-text";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { rolesOn } from "~/workflow/reading.server";
import { lockWorkflow } from "~/workflow/record.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import type { FormValues } from "~/ui/form-state";
import { Refusal, personOf } from "~/workflow/acting.server";
import { act, type Act } from "./acting.server";
import { LONGEST_STATEMENT } from "./forms";

/** The position statement's key among the kept texts of the visit. */
export const STATEMENT = "statement";

/** From the confirmed team to the first day the host writes; afterwards it stands as it was read. */
const WRITABLE: readonly string[] = ["awaitingArrangements", "awaitingPositionStatement", "awaitingVisit"];
const WRITERS: readonly string[] = ["hostDcs", "delegate", "hostOrganiser"];

/** Whether somebody with these roles may write the statement in this state. */
export function mayWriteStatement({ state, roles }: { readonly state: string; readonly roles: readonly string[] }): boolean {
  return WRITABLE.includes(state) && WRITERS.some((role) => roles.includes(role));
}

/** Runs `work` under the visit's lock for somebody who may write the statement. */
export async function atTheDesk<Done>(given: Pick<Act, "visitId" | "actor">, work: (tx: Tx, personId: string) => Promise<Done>): Promise<Done | { readonly kind: "refused"; readonly reason: string }> {
  const roles = [...(await rolesOn(given.visitId, given.actor))];
  return inTransaction<Done | { readonly kind: "refused"; readonly reason: string }>(async (tx) => {
    try {
      const workflow = await lockWorkflow(tx, given.visitId);
      if (!workflow || !WRITERS.some((role) => roles.includes(role))) throw new Refusal("not-your-role");
      if (!mayWriteStatement({ state: workflow.state, roles })) throw new Refusal("not-being-written");
      return await work(tx, personOf(given.actor));
    } catch (error) {
      if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
      throw error;
    }
  });
}

export type StatementSaved =
  | { readonly kind: "saved"; readonly revision: number }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly reason: string };

/** Saves the statement, or keeps it aside when somebody else saved first. Nothing typed is lost. */
export async function saveStatement(given: { readonly visitId: string; readonly actor: Actor; readonly value: string; readonly baseRevision: number }): Promise<StatementSaved> {
  return atTheDesk(given, async (tx, personId): Promise<StatementSaved> => {
    if (given.value.length > LONGEST_STATEMENT) throw new Refusal("statement-too-long");
    const kept = await keepText(tx, { workflowId: given.visitId, key: STATEMENT, value: given.value, baseRevision: given.baseRevision, personId });
    return kept.kind === "saved" ? { kind: "saved", revision: kept.revision } : { kind: "conflict" };
  });
}

/** Settles two versions of the statement. */
export function settleStatement(given: { readonly visitId: string; readonly actor: Actor; readonly keptId: string; readonly take: Take; readonly baseRevision: number }): Promise<Settled | { readonly kind: "refused"; readonly reason: string }> {
  return atTheDesk(given, (tx, personId) => settleConflict(tx, { workflowId: given.visitId, keptId: given.keptId, take: given.take, baseRevision: given.baseRevision, personId }));
}

/** The statement as it stands, the conflict to settle first, and what in it may identify a child. */
export async function statementOf(visitId: string): Promise<{ readonly text: StandingText | null; readonly conflict: OpenConflict | null; readonly hits: readonly Hit[] }> {
  const [texts, [conflict]] = await Promise.all([textsOf(visitId, { prefix: STATEMENT }), openConflicts(visitId, { prefix: STATEMENT })]);
  const text = texts[STATEMENT] ?? null;
  return { text, conflict: conflict ?? null, hits: text ? await uncheckedIn({ workflowId: visitId, key: STATEMENT, text: text.value }) : [] };
}

/** The statement as the team and the coordinator read it: as it was when it was last shared. */
export async function sharedStatementOf(visitId: string): Promise<string> {
  const visit = await db.visit.findUniqueOrThrow({ where: { id: visitId }, select: { statementRevision: true } });
  if (visit.statementRevision === null) return "";
  const past = await historyOf(visitId, STATEMENT);
  return past.find((one) => one.outcome === "saved" && one.revision === visit.statementRevision)?.value ?? "";
}

/** The marks of a posted form: what its writer says is not about a child, and what is wrong with saying so. */
export async function marksOnStatement(visitId: string, value: string, values: FormValues): Promise<{ readonly marks: readonly Mark[]; readonly errors: Readonly<Record<string, string>> }> {
  if (childDataIn(value).length === 0) return { marks: [], errors: {} };
  return marksPosted(values, await uncheckedIn({ workflowId: visitId, key: STATEMENT, text: value }));
}

/**
 * Shares the statement with the team, or a newer one again. Refused while something in it may identify a
 * child and nobody has looked at it, or a conflict is open. A delegate may share it: it is a paper, not a declaration.
 */
export function shareStatement(given: Act & { readonly marks?: readonly Mark[]; readonly again?: boolean }): Promise<FireResult> {
  return act(given, "position.share", {
    payload: { again: given.again === true },
    write: async (tx, workflow) => {
      if (!WRITABLE.includes(workflow.state)) return;
      const personId = personOf(given.actor);
      if (given.marks && given.marks.length > 0) await keepMarks(tx, { workflowId: given.visitId, key: STATEMENT, marks: given.marks, personId });
      const text = (await textsOf(given.visitId, { prefix: STATEMENT, tx }))[STATEMENT];
      if (text && (await uncheckedIn({ workflowId: given.visitId, key: STATEMENT, text: text.value }, tx)).length > 0) throw new Refusal("child-data");
      await tx.visit.update({ where: { id: given.visitId }, data: { statementAt: now(), statementRevision: text?.revision ?? null }, select: { id: true } });
    },
  });
}
