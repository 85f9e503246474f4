import { hasPlaceOn } from "~/features/challenger-pool";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { Refusal, orRefusal, personOf, withReason } from "~/workflow/acting.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { act, type Act } from "./acting.server";
import { askFor } from "./asked.server";
import { peopleOf, speakFor } from "./speaking.server";

/** Says who comes for an authority: its director, or a deputy of the authority by name. Said again, it replaces the earlier name. */
export async function confirmAttendance(given: Act & { readonly authorityId: string; readonly attendeeId: string }): Promise<FireResult> {
  const { triadId, authorityId, attendeeId, actor } = given;
  return orRefusal(async () => {
    const speaker = await speakFor(triadId, authorityId, actor);
    const person = (await peopleOf(authorityId)).find((one) => one.id === attendeeId);
    return act(given, "attendance.confirm", {
      payload: { authority: authorityId, who: speaker.name },
      addressees: { postIds: speaker.directorPosts },
      write: async (tx) => {
        if (!person) throw new Refusal("not-of-this-authority");
        const { sessionOn } = await tx.triad.findUniqueOrThrow({ where: { id: triadId }, select: { sessionOn: true } });
        if (sessionOn && (await hasPlaceOn(tx, attendeeId, dayText(sessionOn)))) throw new Refusal("challenges-that-day");
        await dropDeputy(tx, triadId, authorityId);
        await tx.triadMember.update({
          where: { triadId_authorityId: { triadId, authorityId } },
          data: { attendeeId, confirmedAt: now(), confirmedBy: personOf(actor), cannotReason: null },
          select: { triadId: true },
        });
        if (!person.director) await addParty(tx, triadId, { role: "deputy", personId: attendeeId });
        await askFor(tx, triadId, "attendance");
      },
    });
  });
}

/** Says that nobody can come for an authority on the day proposed, and why. It stays asked until another day is found. */
export async function declineAttendance(given: Act & { readonly authorityId: string; readonly reason: string }): Promise<FireResult> {
  const { triadId, authorityId, actor } = given;
  const { payload, text } = withReason(given.reason);
  return orRefusal(async () => {
    const speaker = await speakFor(triadId, authorityId, actor);
    return act(given, "attendance.decline", {
      payload: { ...payload, authority: authorityId, who: speaker.name },
      addressees: { postIds: speaker.directorPosts },
      write: async (tx) => {
        await dropDeputy(tx, triadId, authorityId);
        await tx.triadMember.update({
          where: { triadId_authorityId: { triadId, authorityId } },
          data: { attendeeId: null, confirmedAt: null, confirmedBy: personOf(actor), cannotReason: text },
          select: { triadId: true },
        });
        await askFor(tx, triadId, "attendance");
      },
    });
  });
}

/** Whoever was named before comes no more. */
export async function dropDeputy(tx: Tx, triadId: string, authorityId: string): Promise<void> {
  const before = await tx.triadMember.findUnique({ where: { triadId_authorityId: { triadId, authorityId } }, select: { attendeeId: true } });
  if (before?.attendeeId) await endParty(tx, triadId, { role: "deputy", personId: before.attendeeId });
}

/** Everybody says again who comes: a new day, a newcomer. */
export async function askAttendanceAgain(tx: Tx, triadId: string): Promise<void> {
  await tx.triadMember.updateMany({ where: { triadId }, data: { confirmedAt: null, confirmedBy: null, cannotReason: null } });
  await askFor(tx, triadId, "attendance");
}
