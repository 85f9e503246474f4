import { keepText, textsOf, type Kept, type StandingText } from "~/features/kept-text";
import { Refusal, orRefusal } from "~/workflow/acting.server";
import type { SignedIn } from "~/workflow/actor.server";
import { rolesOn } from "~/workflow/reading.server";
import { inTransaction } from "~/workflow/transaction.server";
import { speaksFor } from "./access.server";
import { rotate, type Slot } from "./agenda";

/** The key of the notes of the slot in which this authority is challenged. */
export const noteKey = (authorityId: string): string => `slot:${authorityId}`;

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
export function keepNote(given: NoteToKeep): Promise<Kept | { readonly kind: "refused"; readonly reason: string }> {
  const { triadId, authorityId, actor } = given;
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
      return keepText(tx, { workflowId: triadId, key: noteKey(authorityId), value: given.value, baseRevision: given.baseRevision, personId: actor.personId });
    });
  });
}

/** The notes of every slot, by the authority that was challenged. */
export async function notesOf(triadId: string): Promise<Readonly<Record<string, StandingText>>> {
  const texts = await textsOf(triadId, { prefix: "slot:" });
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key.slice("slot:".length), text]));
}
