import { runsEventsOf } from "~/features/booking";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import type { State } from "./words";

/** Invitations that exist for this person: their own, and those of regions they coordinate. */
export function visibleTo(actor: SignedIn): Prisma.TutoringWhereInput {
  return { OR: [{ personId: actor.personId }, { regionId: { in: [...runsEventsOf(actor)] } }] };
}

export interface TutoringPage {
  readonly id: string;
  readonly person: string;
  readonly self: boolean;
  readonly region: string;
  readonly answerBy: string;
  readonly state: State;
  readonly revision: number;
}

/** One invitation to teach, for whom it exists; null for everybody else. */
export async function tutoringPage(actor: SignedIn, id: string | undefined): Promise<TutoringPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.tutoring.findFirst({ where: { id, AND: [visibleTo(actor)] }, select: { personId: true, answerBy: true, person: { select: { name: true } }, region: { select: { name: true } }, workflow: { select: { state: true, revision: true } } } });
  return row && { id, person: row.person.name, self: row.personId === actor.personId, region: row.region.name, answerBy: row.answerBy.toISOString().slice(0, 10), state: row.workflow.state as State, revision: row.workflow.revision };
}
