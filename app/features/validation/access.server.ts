import { runsEventsOf } from "~/features/booking";
import { visibleTo as documentsVisibleTo } from "~/features/self-assessment";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Posts of an authority that follow the scrutiny of its own report. */
const OWN_POSTS: readonly string[] = ["dcs", "dcs-delegate", "chief-executive", "lead-member"];
/** Posts that read the plan of an event's scrutiny once it is published. */
const PLAN_POSTS: readonly string[] = ["dcs", "dcs-delegate", "regional-chair"];

/**
 * Every scrutiny of a report that exists for this person: those of their region for its coordinators, of
 * their authority's own report, of those that they read; and, once published, of whatever report they may read.
 */
export function visibleTo(actor: SignedIn): Prisma.ValidationWhereInput {
  const own = actor.holdings.flatMap(({ kind, authorityId }) => (authorityId && OWN_POSTS.includes(kind) ? [authorityId] : []));
  const directs = actor.holdings.filter(({ kind }) => kind === "dcs").map(({ regionId }) => regionId);
  return {
    OR: [
      { scrutiny: { regionId: { in: [...runsEventsOf(actor)] } } },
      { authorityId: { in: own } },
      readBy(actor),
      { workflow: { state: "published" }, selfAssessment: documentsVisibleTo(actor) },
      { workflow: { state: "published" }, selfAssessmentId: null, scrutiny: { regionId: { in: directs } } },
    ],
  };
}

/** Roles of those who read a report at an event. */
export const READS: readonly string[] = ["leadScrutineer", "scrutineer", "readerDelegate"];

/** What this person is a reader of, by a post of theirs or by name. */
export function readBy(actor: SignedIn): Prisma.ValidationWhereInput {
  return { workflow: { parties: { some: { to: null, role: { in: [...READS] }, OR: [{ postId: { in: actor.holdings.map(({ postId }) => postId) } }, { personId: actor.personId }] } } } };
}

/** Every event's scrutiny whose plan this person may look at: its coordinators always, directors once its readers are named. */
export function plansVisibleTo(actor: SignedIn): Prisma.ScrutinyWhereInput {
  const regions = actor.holdings.filter(({ kind }) => PLAN_POSTS.includes(kind)).map(({ regionId }) => regionId);
  return { OR: [{ regionId: { in: [...runsEventsOf(actor)] } }, { regionId: { in: regions }, publishedAt: { not: null } }] };
}
