import type { Prisma } from "~/platform/prisma-client/client";
import { settings } from "~/platform/settings.server";
import type { SignedIn } from "~/workflow/actor.server";

/**
 * Whether the local mailbox can be read: only in a demonstration, and only while no mail server is
 * set. Everybody may then read it, sign-in codes too: that is how one tries a persona.
 */
export function mailboxIsOpen(): boolean {
  const { DEMO, SMTP_URL } = settings();
  return DEMO && !SMTP_URL;
}

/** Regions whose delivery log this person reads: those they coordinate. */
export function regionsLoggedFor(actor: SignedIn): string[] {
  return [...new Set(actor.holdings.filter((post) => post.kind === "sli-coordinator").map((post) => post.regionId))];
}

/**
 * Emails whose delivery a coordinator may follow: those about a record of their region, and those
 * about no record to people with a post in it. Sign-in codes are nobody else's business.
 */
export function visibleTo(actor: SignedIn): Prisma.OutboxEmailWhereInput {
  const regionId = { in: regionsLoggedFor(actor) };
  return {
    secret: false,
    OR: [
      { workflow: { regionId } },
      { workflowId: null, person: { holdings: { some: { to: null, post: { regionId } } } } },
    ],
  };
}
