import { readsPoolOf } from "~/features/challenger-pool";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Every assignment that exists for this person: their own, and those of the regions whose pool they read. */
export function visibleTo(actor: SignedIn): Prisma.AssignmentWhereInput {
  return { OR: [{ challenger: { personId: actor.personId } }, { workflow: { regionId: { in: [...readsPoolOf(actor)] } } }] };
}
