import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Posts of the challenged authority whose holders have the record: those it is about. */
const HOST_POSTS: readonly string[] = ["dcs", "dcs-delegate", "chief-executive", "lead-member"];

/** Posts of a region whose holders follow every record: where it stands and the numbers, never the words. */
const COORDINATING: readonly string[] = ["sli-coordinator"];

export const TEAM_ROLES: readonly string[] = ["leadChallenger", "challenger"];

const hosted = (actor: SignedIn) => actor.holdings.flatMap((post) => (post.authorityId !== null && HOST_POSTS.includes(post.kind) ? [post.authorityId] : []));
const worksAt = (actor: SignedIn) => actor.holdings.flatMap((post) => post.authorityId ?? []);
const regions = (actor: SignedIn) => actor.holdings.filter((post) => COORDINATING.includes(post.kind)).map((post) => post.regionId);

/**
 * The team, in person, while they are on it. Whoever has meanwhile taken a post in the challenged authority
 * is no longer of the team: nobody challenges their own authority.
 */
export function teamOf(actor: SignedIn): Prisma.ChallengeRecordWhereInput {
  return {
    authorityId: { notIn: worksAt(actor) },
    workflow: { parties: { some: { role: { in: [...TEAM_ROLES] }, personId: actor.personId, to: null } } },
  };
}

/** Those the host has released the letter to. */
function releasedTo(actor: SignedIn): Prisma.ChallengeRecordWhereInput {
  return {
    workflow: { parties: { some: { role: "reader", to: null, OR: [{ postId: { in: actor.holdings.map((post) => post.postId) } }, { personId: actor.personId }] } } },
  };
}

/** Every challenge record that exists for this person. Other groups never see it. What they may read of it is `standingOf`. */
export function visibleTo(actor: SignedIn): Prisma.ChallengeRecordWhereInput {
  return {
    OR: [teamOf(actor), { authorityId: { in: hosted(actor) } }, { workflow: { regionId: { in: regions(actor) } } }, releasedTo(actor)],
  };
}

/** How a person stands to a record. Team and host never both; the closest counts. */
export type Standing = "team" | "host" | "coordinator" | "reader";

/** The standing of somebody for whom the record exists (see `visibleTo`). */
export function standingOf(actor: SignedIn, record: { readonly authorityId: string; readonly regionId: string; readonly roles: readonly string[] }): Standing {
  if (hosted(actor).includes(record.authorityId)) return "host";
  if (record.roles.some((role) => TEAM_ROLES.includes(role)) && !worksAt(actor).includes(record.authorityId)) return "team";
  return regions(actor).includes(record.regionId) ? "coordinator" : "reader";
}
