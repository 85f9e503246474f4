import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";
import { inChallenge } from "./challenge.server";

/** Posts of an authority whose holders read its own document, at any time. Others of the authority come in by being asked to write. */
const OWN_POSTS: readonly string[] = ["dcs", "dcs-delegate", "assistant-director", "chief-executive", "lead-member", "performance-lead"];

/** Posts of a region whose holders follow the round: the state and the dates always, the content once submitted. */
const COORDINATING: readonly string[] = ["sli-coordinator"];

/** States in which nobody outside the authority reads anything: the authority has taken the document back. */
const TAKEN_BACK = ["withdrawn"];

const atAuthorities = (actor: SignedIn, kinds?: readonly string[]) =>
  actor.holdings.flatMap((post) => (post.authorityId !== null && (!kinds || kinds.includes(post.kind)) ? [post.authorityId] : []));

const regions = (actor: SignedIn) => actor.holdings.filter((post) => COORDINATING.includes(post.kind)).map((post) => post.regionId);

/** The authority's own people: posts that read everything, and authors while they work there. */
function inside(actor: SignedIn): Prisma.SelfAssessmentWhereInput {
  return {
    OR: [
      { authorityId: { in: atAuthorities(actor, OWN_POSTS) } },
      {
        authorityId: { in: atAuthorities(actor) },
        workflow: { parties: { some: { role: { in: ["author", "contributor"] }, personId: actor.personId, to: null } } },
      },
    ],
  };
}

/** Those it is shared with, from the moment of sharing: readers by post, moderators and observers in person. */
function sharedWith(actor: SignedIn): Prisma.SelfAssessmentWhereInput {
  return {
    versions: { some: { sharedAt: { not: null } } },
    workflow: {
      state: { notIn: TAKEN_BACK },
      parties: {
        some: {
          to: null,
          OR: [
            { role: "reader", postId: { in: actor.holdings.map((post) => post.postId) } },
            { role: { in: ["moderator", "observer"] }, personId: actor.personId },
          ],
        },
      },
    },
  };
}

/** Those whom a challenge gives the shared document to read: who comes to a session with its pack, visits on its account, or reads it for a validation event. */
function challenging(actor: SignedIn): Prisma.SelfAssessmentWhereInput {
  return { versions: { some: { sharedAt: { not: null } } }, workflow: { state: { notIn: TAKEN_BACK } }, ...inChallenge((roles) => ({ role: { in: [...roles] }, to: null, OR: [{ personId: actor.personId }, { postId: { in: actor.holdings.map((post) => post.postId) } }] })) };
}

/** Every self-assessment that exists for this person. What they may read of it is `readingOf`. */
export function visibleTo(actor: SignedIn): Prisma.SelfAssessmentWhereInput {
  return { OR: [inside(actor), { cycle: { regionId: { in: regions(actor) } } }, sharedWith(actor), challenging(actor)] };
}

/** Those of them whose answers they may read while they are being written. */
export function insideOf(actor: SignedIn): Prisma.SelfAssessmentWhereInput {
  return inside(actor);
}

export interface StandingOf {
  readonly authorityId: string;
  readonly regionId: string;
  readonly state: string;
  /** The person's own roles on the record. */
  readonly roles: readonly string[];
}

/** How a person stands to a document: of its authority, its region's coordinator, or one it is shared with. */
export type Standing = "inside" | "coordinator" | "sharedWith";

/**
 * The standing of somebody for whom the record exists (see `visibleTo`). The closest counts: a
 * coordinator who also holds a post in the authority is inside.
 */
export function standingOf(actor: SignedIn, record: StandingOf): Standing {
  const own = atAuthorities(actor, OWN_POSTS).includes(record.authorityId);
  const writes = record.roles.some((role) => role === "author" || role === "contributor") && atAuthorities(actor).includes(record.authorityId);
  if (own || writes) return "inside";
  return regions(actor).includes(record.regionId) ? "coordinator" : "sharedWith";
}

/**
 * Which frozen versions a person may read: those of the authority every one, the coordinator what has been
 * submitted, everybody else what has been shared. A version that was voided (edited, returned) is read by
 * nobody outside.
 */
function readableOnce(standing: Standing, state: string): "signed" | "submittedAt" | "sharedAt" | null {
  if (standing === "inside") return "signed";
  if (TAKEN_BACK.includes(state)) return null;
  return standing === "coordinator" ? "submittedAt" : "sharedAt";
}

/** Those versions as a query's condition. */
export function versionsFor(standing: Standing, state: string): Prisma.DocumentVersionWhereInput {
  const once = readableOnce(standing, state);
  if (once === "signed") return {};
  if (once === null) return { id: { in: [] } };
  return once === "submittedAt" ? { submittedAt: { not: null }, voidedAt: null } : { sharedAt: { not: null }, voidedAt: null };
}

/** Whether a version that has been read anyway is one of them. */
export function mayReadVersion(standing: Standing, state: string, version: { readonly submittedAt: Date | null; readonly sharedAt: Date | null; readonly voidedAt: Date | null }): boolean {
  const once = readableOnce(standing, state);
  if (once === "signed") return true;
  return once !== null && version[once] !== null && version.voidedAt === null;
}
