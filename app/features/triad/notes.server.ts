import { keepText, openConflicts, settleConflict, textsOf, type Kept, type Settled, type StandingText, type Take } from "~/features/kept-text";
import { Refusal, orRefusal, type Refused } from "~/workflow/acting.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { rolesOn } from "~/workflow/reading.server";
import { inTransaction } from "~/workflow/transaction.server";
import { speaksFor } from "./access.server";
import { rotate, type Slot } from "./agenda";

export const SLOT = "slot:";

/** The key of the notes of the slot in which this authority is challenged. */
export const noteKey = (authorityId: string): string => `${SLOT}${authorityId}`;

/** States in which notes are written: on the day, and while what was said is still being put in order. */
const WRITING: readonly string[] = ["packsReleased", "held"];

export interface NoteToKeep {
  readonly triadId: string;
  /** Whose slot it is. */
  readonly authorityId: string;
  readonly value: string;
  readonly baseRevision: number;
  readonly actor: SignedIn;
}

export interface NoteToSettle {
  readonly triadId: string;
  readonly keptId: string;
  readonly take: Take;
  readonly baseRevision: number;
  readonly actor: SignedIn;
}

/** Whether this person takes notes in a slot: its scribe, a challenger, or the coordinator. Never those being challenged. */
export function takesNotes(slot: Slot, about: { readonly roles: ReadonlySet<string>; readonly speaks: readonly string[]; readonly deputyOf: string | null }): boolean {
  if (about.speaks.includes(slot.challenged) || about.deputyOf === slot.challenged) return false;
  if (about.roles.has("coordinator") || about.roles.has("leadChallenger") || about.roles.has("challenger")) return true;
  return slot.scribe !== null && (about.speaks.includes(slot.scribe) || about.deputyOf === slot.scribe);
}

/**
 * Saves the notes of a slot, or keeps them aside when somebody else saved first: nothing typed is lost.
 * Refused: "not-your-role", "not-being-noted".
 */
export function keepNote(given: NoteToKeep): Promise<Kept | Refused> {
  const { triadId, authorityId, value, baseRevision } = given;
  return atNotes(given, authorityId, (tx, personId) => keepText(tx, { workflowId: triadId, key: noteKey(authorityId), value, baseRevision, personId }));
}

/** Settles two versions of a slot's notes. Refused as `keepNote`, and "no-such-conflict". */
export async function settleNote(given: NoteToSettle): Promise<Settled | Refused> {
  const { triadId, keptId, take, baseRevision } = given;
  const conflict = (await openConflicts(triadId, { prefix: SLOT })).find((one) => one.keptId === keptId);
  if (!conflict) return { kind: "refused", reason: "no-such-conflict" };
  return atNotes(given, conflict.key.slice(SLOT.length), (tx, personId) => settleConflict(tx, { workflowId: triadId, keptId, take, baseRevision, personId }));
}

/** Runs `work` for somebody who takes the notes of a slot, while notes are taken. */
async function atNotes<Done>({ triadId, actor }: { readonly triadId: string; readonly actor: SignedIn }, authorityId: string, work: (tx: Tx, personId: string) => Promise<Done>): Promise<Done | Refused> {
  return orRefusal(async () => {
    const roles = await rolesOn(triadId, actor);
    return inTransaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM workflow WHERE id = ${triadId}::uuid FOR SHARE`;
      const triad = await tx.triad.findUnique({
        where: { id: triadId },
        select: { workflow: { select: { state: true, parties: { where: { role: { in: ["leadChallenger", "challenger"] }, to: null }, select: { id: true } } } }, members: { where: { leftAt: null }, select: { attendeeId: true, authority: { select: { id: true, name: true } } }, orderBy: { authority: { name: "asc" } } } },
      });
      if (!triad) throw new Refusal("not-your-role");
      const slot = rotate(triad.members.map((member) => member.authority), triad.workflow.parties.length > 0).find((one) => one.challenged === authorityId);
      const deputyOf = triad.members.find((member) => member.attendeeId === actor.personId)?.authority.id ?? null;
      if (!slot || !takesNotes(slot, { roles, speaks: speaksFor(actor), deputyOf })) throw new Refusal("not-your-role");
      if (!WRITING.includes(triad.workflow.state)) throw new Refusal("not-being-noted");
      return work(tx, actor.personId);
    });
  });
}

/** The notes of every slot, by the authority that was challenged. */
export async function notesOf(triadId: string): Promise<Readonly<Record<string, StandingText>>> {
  const texts = await textsOf(triadId, { prefix: SLOT });
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key.slice(SLOT.length), text]));
}
