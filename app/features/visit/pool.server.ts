import { challengersForSolver, loadAround } from "~/features/challenger-pool";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import type { Candidate } from "./team-choice";
import { VARIANTS, variantIds } from "./variants";

/** States of a place that is asked for or held. */
const HELD: readonly string[] = ["invited", "awaitingDecision", "accepted"];

/**
 * The region's challengers as a team is chosen from, with their names, posts, and what they have taken on
 * in the year round these days. Days are ISO days: availability is asked for from the first to the last.
 * @param visitId a visit whose own places do not count against those who hold them: its team is being looked at
 */
export async function candidatesOf(regionId: string, span: { readonly from: string; readonly to: string }, visitId?: string): Promise<readonly Candidate[]> {
  const moment = now();
  const pool = new Map((await challengersForSolver(regionId, span)).map((one) => [one.id, one]));
  const challengers = await db.challenger.findMany({
    where: { regionId, OR: [{ id: { in: [...pool.keys()] } }, ...(visitId ? [{ assignments: { some: { activityId: visitId, workflow: { state: { in: [...HELD] } } } } }] : [])] },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: {
      id: true, level: true, themes: true, maxLoad: true, trainedUntil: true,
      conflicts: { where: { endedAt: null }, select: { authorityId: true } },
      person: {
        select: {
          id: true, name: true,
          holdings: {
            where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] },
            orderBy: { from: "desc" },
            select: { post: { select: { kind: true, title: true, authorityId: true, authority: { select: { name: true } } } } },
          },
        },
      },
      assignments: { where: loadAround(span.from, span.to), select: { activityId: true } },
      days: { where: { assignment: { activityId: { in: visitId ? [visitId] : [] } } }, select: { day: true } },
    },
  });
  return challengers.map((one): Candidate => {
    const posts = one.person.holdings.map(({ post }) => post);
    const solver = pool.get(one.id);
    const work = posts.find((post) => post.authorityId !== null) ?? posts[0];
    const own = new Set(one.days.map(({ day }) => dayText(day)));
    const load = one.assignments.filter(({ activityId }) => activityId !== visitId).length;
    return {
      id: one.id,
      personId: one.person.id,
      name: one.person.name,
      post: work ? [work.title, work.authority?.name].filter((part) => part).join(", ") : "No post at present",
      employer: work?.authorityId ?? undefined,
      employerName: work?.authority?.name ?? "",
      themes: one.themes,
      canLead: one.level === "lead",
      leads: variantIds.filter((variant) => posts.some((post) => (VARIANTS[variant].leadPosts as readonly string[]).includes(post.kind))),
      load,
      room: Math.max(0, one.maxLoad - load),
      notOn: (solver?.notOn ?? []).filter((day) => !own.has(day)),
      // Whoever works for several authorities challenges none of them.
      conflicts: [...new Set([...one.conflicts.map(({ authorityId }) => authorityId), ...posts.flatMap((post) => (post.authorityId && post.authorityId !== work?.authorityId ? [post.authorityId] : []))])],
      trainedUntil: one.trainedUntil ? dayText(one.trainedUntil) : "",
    };
  });
}
