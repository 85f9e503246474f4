import { keepText, openConflicts, settleConflict, textsOf, type Kept, type Settled, type Take } from "~/features/kept-text";
import type { SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { rolesOn } from "~/workflow/reading.server";
import { lockWorkflow } from "~/workflow/record.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { TEAM_ROLES } from "./access.server";
import type { Head } from "./queries.server";

/** The team's own notes of a day of the visit: "day:1". The host never reads them. */
const DAY = "day:";

/** While the team is there, and while it puts in order what it heard. */
const WRITING: readonly string[] = ["onSite", "awaitingLetter"];

type Refused = { readonly kind: "refused"; readonly reason: string };

interface Given {
  readonly visitId: string;
  readonly actor: SignedIn;
}

/** Whether somebody takes notes now: the team, on the days of the visit and until its letter is final. */
export function takesNotes({ state, roles }: Pick<Head, "state" | "roles">): boolean {
  return WRITING.includes(state) && roles.some((role) => TEAM_ROLES.includes(role));
}

/** Saves the notes of a day, or keeps them aside when somebody else saved first. Refused: "not-your-role", "not-being-noted", "no-such-day". */
export function keepNote(given: Given & { readonly day: string; readonly value: string; readonly baseRevision: number }): Promise<Kept | Refused> {
  const { visitId, day, value, baseRevision } = given;
  return atNotes(given, async (tx, personId) => {
    const { days } = await tx.visit.findUniqueOrThrow({ where: { id: visitId }, select: { days: true } });
    if (!/^[1-9]$/.test(day) || Number(day) > days) return undo({ kind: "refused", reason: "no-such-day" });
    return keepText(tx, { workflowId: visitId, key: `${DAY}${day}`, value, baseRevision, personId });
  });
}

/** Settles two versions of a day's notes. Refused as `keepNote`, and "no-such-conflict". */
export function settleNote(given: Given & { readonly keptId: string; readonly take: Take; readonly baseRevision: number }): Promise<Settled | Refused> {
  const { visitId, keptId, take, baseRevision } = given;
  return atNotes(given, async (tx, personId) => {
    const own = (await openConflicts(visitId, { prefix: DAY })).some((one) => one.keptId === keptId);
    if (!own) return undo({ kind: "refused", reason: "no-such-conflict" });
    return settleConflict(tx, { workflowId: visitId, keptId, take, baseRevision, personId });
  });
}

async function atNotes<Done>({ visitId, actor }: Given, work: (tx: Tx, personId: string) => Promise<Done>): Promise<Done | Refused> {
  const roles = [...(await rolesOn(visitId, actor))];
  return inTransaction<Done | Refused>(async (tx) => {
    const workflow = await lockWorkflow(tx, visitId);
    if (!workflow || !roles.some((role) => TEAM_ROLES.includes(role))) return undo({ kind: "refused", reason: "not-your-role" });
    if (!takesNotes({ state: workflow.state, roles })) return undo({ kind: "refused", reason: "not-being-noted" });
    return work(tx, actor.personId);
  });
}

/** The notes of one day and the oldest conflict in any, for somebody who takes them. */
export async function notesOf(visitId: string, day: string) {
  const [texts, [conflict]] = await Promise.all([textsOf(visitId, { prefix: DAY }), openConflicts(visitId, { prefix: DAY })]);
  return { note: texts[`${DAY}${day}`], conflict: conflict ?? null };
}
