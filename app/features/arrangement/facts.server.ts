import { standingIn } from "~/features/cycle";
import { rulesOf } from "~/features/cycle/forms";
import { db, type Database } from "~/platform/db.server";

import type { BoardFacts, EarlierRound, MemberFacts } from "./question";

/** How somebody stands aside, after a name and "takes no part". */
const asideWords: Readonly<Record<string, string>> = { optedOut: "opted out", waived: "excused by the coordinator", withdrawn: "withdrawn" };

/**
 * What the register and earlier rounds say of a round's authorities: where they are, their latest
 * grade, who is like whom, how large, who stands aside, and which groups met before.
 * @param database the transaction, inside one: a second connection would wait for those that wait for it
 */
export async function boardFacts(cycleId: string, database: Database = db): Promise<BoardFacts> {
  const cycle = await database.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { regionId: true, opensOn: true, rules: true, selfAssessments: { select: { authorityId: true, workflow: { select: { state: true } } } } },
  });
  const begun = new Map(cycle.selfAssessments.map((one) => [one.authorityId, one.workflow.state]));
  const ids = begun.size > 0 ? [...begun.keys()] : rulesOf(cycle.rules).takingPart;
  const [authorities, grades, neighbours, earlier] = await Promise.all([
    database.authority.findMany({ where: { id: { in: ids } }, orderBy: { name: "asc" }, select: { id: true, name: true, latitude: true, longitude: true, population0to25: true } }),
    gradesOf(database, ids),
    database.neighbour.findMany({ where: { authorityId: { in: ids }, neighbourId: { in: ids } }, select: { authorityId: true, neighbourId: true } }),
    earlierRounds(database, cycle.regionId, cycle.opensOn),
  ]);
  const near = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  for (const { authorityId, neighbourId } of neighbours) {
    near.get(authorityId)?.add(neighbourId);
    near.get(neighbourId)?.add(authorityId);
  }
  const members = authorities.map(({ id, name, latitude, longitude, population0to25 }): MemberFacts => {
    const state = begun.get(id);
    return {
      id, name, latitude, longitude,
      grade: grades.get(id) ?? null,
      neighbours: [...(near.get(id) ?? [])].sort(),
      size: population0to25,
      excused: state !== undefined && standingIn(state) === "excused" ? (asideWords[state] ?? "stands aside") : null,
    };
  });
  return { members, earlier };
}

/** The overall grade of each authority's latest inspection that has one; the inspectorate's own word before what others read from its report. */
async function gradesOf(database: Database, authorityIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database.$queryRaw<{ authority_id: string; overall: string }[]>`
    SELECT DISTINCT ON (authority_id) authority_id, overall FROM inspection
    WHERE authority_id = ANY(${[...authorityIds]}::text[]) AND coalesce(overall, '') <> ''
    ORDER BY authority_id, coalesce(inspected_on, published_on) DESC NULLS LAST, (record LIKE 'scraped%'), id`;
  return new Map(rows.map((row) => [row.authority_id, row.overall]));
}

/** The region's earlier rounds that had groups, newest first. Whoever stood aside that year met nobody. */
async function earlierRounds(database: Database, regionId: string, before: Date): Promise<EarlierRound[]> {
  const cycles = await database.cycle.findMany({
    where: { regionId, opensOn: { lt: before }, workflow: { state: { not: "cancelled" } }, groups: { some: {} } },
    orderBy: { opensOn: "desc" },
    select: {
      id: true, name: true,
      groups: { orderBy: { number: "asc" }, select: { members: { select: { authorityId: true } } } },
      selfAssessments: { select: { authorityId: true, workflow: { select: { state: true } } } },
    },
  });
  return cycles.map(({ id, name, groups, selfAssessments }) => {
    const aside = new Set(selfAssessments.filter((one) => standingIn(one.workflow.state) === "excused").map((one) => one.authorityId));
    return { id, name, groups: groups.map((group) => group.members.map((member) => member.authorityId).filter((member) => !aside.has(member))) };
  });
}
