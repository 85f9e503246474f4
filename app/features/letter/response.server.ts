import { type Act, takeStep } from "~/features/challenge-record";
import { uncheckedIn, keepMarks, type Mark } from "~/features/child-data";
import { keepText, settleConflict, textsOf, type Kept, type Take } from "~/features/kept-text";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { personOf, Refusal, type Refused, writing } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import { openDesk } from "./desk.server";
import { LONGEST_RESPONSE, RESPONSE_KEY } from "./content";
import { SENT } from "./states";

/** Keeps the response while it is written, by the director or the delegate. Refused: "not-your-role", "not-now", "too-long". */
export function keepResponse(given: { readonly recordId: string; readonly actor: Actor; readonly text: string; readonly baseRevision: number }): Promise<Kept | Refused> {
  return writing(async (tx) => {
    const { personId } = await openDesk(tx, { ...given, roles: ["hostDcs", "hostDelegate"], states: SENT });
    if (given.text.length > LONGEST_RESPONSE) throw new Refusal("too-long");
    return keepText(tx, { workflowId: given.recordId, key: RESPONSE_KEY, value: given.text, baseRevision: given.baseRevision, personId });
  });
}

/**
 * The director puts the response beside the letter: whatever the authority wants said, which is no evidence
 * and changes nothing in the letter. Given again, the newest is shown and the others are kept.
 * Refused: "empty", "child-data".
 */
export function giveResponse(given: Act & { readonly marks?: readonly Mark[] | undefined }): Promise<FireResult> {
  return takeStep(given, "response.give", {
    write: async (tx) => {
      const personId = personOf(given.actor);
      const text = (await textsOf(given.recordId, { prefix: RESPONSE_KEY, tx }))[RESPONSE_KEY]?.value.trim() ?? "";
      if (text === "") throw new Refusal("empty");
      if (given.marks) await keepMarks(tx, { workflowId: given.recordId, key: RESPONSE_KEY, marks: given.marks, personId });
      if ((await uncheckedIn({ workflowId: given.recordId, key: RESPONSE_KEY, text }, tx)).length > 0) throw new Refusal("child-data");
      await tx.hostResponse.create({ data: { recordId: given.recordId, text, byId: personId, at: now() }, select: { id: true } });
    },
  });
}

export interface ResponseShown {
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

/** The response beside the letter, if one was given. */
export async function responseTo(recordId: string): Promise<ResponseShown | null> {
  const row = await db.hostResponse.findFirst({ where: { recordId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  if (!row) return null;
  const person = await db.person.findUnique({ where: { id: row.byId }, select: { name: true } });
  return { text: row.text, by: person?.name ?? "", at: row.at };
}

/** Settles a conflict of two versions of the response. Refused: "not-your-role", "not-now", "no-such-conflict". */
export function settleResponse(given: { readonly recordId: string; readonly actor: Actor; readonly keptId: string; readonly take: Take; readonly baseRevision: number }) {
  return writing(async (tx) => {
    const { personId } = await openDesk(tx, { ...given, roles: ["hostDcs", "hostDelegate"], states: SENT });
    return settleConflict(tx, { workflowId: given.recordId, keptId: given.keptId, take: given.take, baseRevision: given.baseRevision, personId });
  });
}
