import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Posts of the host whose holders follow their authority's visits. */
const HOST_POSTS: readonly string[] = ["dcs", "dcs-delegate", "chief-executive", "host-organiser"];

/** Posts of a region whose holders follow its visits, from the request on. */
const FOLLOWING: readonly string[] = ["sli-coordinator", "regional-chair"];

/** Posts that may begin a request: the director, and the delegate who prepares it. */
const ASKING: readonly string[] = ["dcs", "dcs-delegate"];

/** Roles in which somebody is on the team: put there by an accepted assignment, ended with it. */
export const TEAM_ROLES: readonly string[] = ["leadChallenger", "challenger"];

const at = (actor: SignedIn, kinds: readonly string[]) => [...new Set(actor.holdings.flatMap((post) => (post.authorityId !== null && kinds.includes(post.kind) ? [post.authorityId] : [])))];

const regionsOf = (actor: SignedIn, kinds: readonly string[]) => [...new Set(actor.holdings.filter((post) => post.authorityId === null && kinds.includes(post.kind)).map((post) => post.regionId))];

const worksAt = (actor: SignedIn) => [...new Set(actor.holdings.flatMap((post) => post.authorityId ?? []))];

/** The authorities for which this person may begin a request. */
export function mayAskFor(actor: SignedIn): readonly string[] {
  return at(actor, ASKING);
}

/** The regions whose visits this person runs. */
export function runsVisitsOf(actor: SignedIn): readonly string[] {
  return regionsOf(actor, ["sli-coordinator"]);
}

/**
 * Every visit that exists for this person: their own authority's; once it has been asked for, their
 * region's; and those whose team they have joined. Everything else is absent.
 */
export function visibleTo(actor: SignedIn): Prisma.VisitWhereInput {
  return {
    OR: [
      { authorityId: { in: at(actor, HOST_POSTS) } },
      { requestedAt: { not: null }, cycle: { regionId: { in: regionsOf(actor, FOLLOWING) } } },
      // Somebody who has meanwhile taken a post at the host is of the team no more.
      { authorityId: { notIn: worksAt(actor) }, workflow: { parties: { some: { role: { in: [...TEAM_ROLES] }, personId: actor.personId, to: null } } } },
    ],
  };
}

/** How a person stands to a visit: of its host, its region's coordinator or chair, or on its team. */
export type Standing = "host" | "coordinator" | "chair" | "team";

/** The standing of somebody for whom the visit exists. The closest counts. */
export function standingOf(actor: SignedIn, visit: { readonly authorityId: string; readonly regionId: string; readonly roles: readonly string[] }): Standing {
  if (at(actor, HOST_POSTS).includes(visit.authorityId)) return "host";
  if (visit.roles.some((role) => TEAM_ROLES.includes(role))) return "team";
  return runsVisitsOf(actor).includes(visit.regionId) ? "coordinator" : "chair";
}

/**
 * Whether somebody reads the position statement: the host always, the coordinator and the team once it is
 * shared. The chair follows the visit without its papers.
 */
export function readsStatement(head: { readonly standing: Standing; readonly statementAt: Date | null }): boolean {
  return head.standing === "host" || (head.standing !== "chair" && head.statementAt !== null);
}
