import { placeGroups, takingPartIn } from "~/features/cycle";
import { coordinates } from "~/features/template";
import { now } from "~/platform/clock.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, fireWithin } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { partiesFor } from "./asked.server";
import { titleOf } from "./words";

export interface GroupsToPublish {
  readonly cycleId: string;
  /** Authority ids, group by group, in the order of their numbers. */
  readonly groups: readonly (readonly string[])[];
  readonly actor: Actor;
  /** The same press twice publishes once. */
  readonly requestKey: string;
}

export type Published =
  | { readonly kind: "published"; readonly triadIds: readonly string[] }
  /**
   * "not-your-role", "no-such-round", "round-not-open" (a draft, or over), "no-groups", "in-two-groups",
   * "not-taking-part", "wrong-size" (a group is of three or four), "already-published".
   */
  | { readonly kind: "refused"; readonly reason: string };

/** States of a round in which its groups may be published. */
const OPEN: readonly string[] = ["open", "submissionsClosed", "challenge"];

/**
 * Publishes the groups of a round: one triad begins for each, every director and delegate is told, and
 * the round's groups are these from now on. All or nothing, in one transaction.
 */
export async function publishGroups({ cycleId, groups, actor, requestKey }: GroupsToPublish): Promise<Published> {
  return inTransaction<Published>(async (tx) => {
    const no = (reason: string): never => undo({ kind: "refused", reason });
    // The round's row is locked: of two publishing at once, the second finds what the first did.
    const [cycle] = await tx.$queryRaw<{ regionId: string; state: string }[]>`
      SELECT c.region_id AS "regionId", w.state FROM cycle c JOIN workflow w ON w.id = c.id WHERE c.id = ${cycleId}::uuid FOR UPDATE OF c`;
    if (!cycle) return no("no-such-round");
    if (!(await coordinates(tx, actor, cycle.regionId))) return no("not-your-role");
    const before = await tx.triad.findMany({ where: { cycleId }, select: { id: true, number: true, publishKey: true, workflow: { select: { state: true } } }, orderBy: { number: "asc" } });
    const same = before.filter((triad) => triad.publishKey === requestKey);
    if (same.length > 0) return { kind: "published", triadIds: same.map((triad) => triad.id) };
    const reason = whyNot({ state: cycle.state, groups, live: before.some((triad) => triad.workflow.state !== "cancelled"), takingPart: await takingPartIn(tx, cycleId) });
    if (reason) return no(reason);
    await placeGroups(tx, cycleId, groups);
    const coordinators = await tx.post.findMany({ where: { regionId: cycle.regionId, authorityId: null, kind: "sli-coordinator" }, select: { id: true }, orderBy: { id: "asc" } });
    const names = new Map((await tx.authority.findMany({ where: { id: { in: groups.flat() } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
    // Numbers go on where cancelled groups of an earlier publishing ended.
    const first = before.at(-1)?.number ?? 0;
    const triadIds: string[] = [];
    for (const [index, group] of groups.entries()) {
      triadIds.push(
        await publishOne(tx, {
          cycleId,
          regionId: cycle.regionId,
          number: first + index + 1,
          authorityIds: group,
          title: titleOf(first + index + 1, group.map((id) => names.get(id) ?? id).sort((a, b) => a.localeCompare(b, "en-GB"))),
          coordinators: coordinators.map((post) => post.id),
          actor,
          requestKey,
        }),
      );
    }
    return { kind: "published", triadIds };
  });
}

/** Why these groups cannot be published now, if anything stands in the way. */
function whyNot(about: { state: string; groups: GroupsToPublish["groups"]; live: boolean; takingPart: ReadonlySet<string> }): string | null {
  const members = about.groups.flat();
  if (!OPEN.includes(about.state)) return "round-not-open";
  if (about.live) return "already-published";
  if (about.groups.length === 0) return "no-groups";
  if (new Set(members).size !== members.length) return "in-two-groups";
  if (members.some((id) => !about.takingPart.has(id))) return "not-taking-part";
  if (about.groups.some((group) => group.length < 3 || group.length > 4)) return "wrong-size";
  return null;
}

interface OneGroup {
  readonly cycleId: string;
  readonly regionId: string;
  readonly number: number;
  readonly authorityIds: readonly string[];
  readonly title: string;
  readonly coordinators: readonly string[];
  readonly actor: Actor;
  readonly requestKey: string;
}

async function publishOne(tx: Tx, group: OneGroup): Promise<string> {
  const { cycleId, regionId, number, authorityIds, title, actor, requestKey } = group;
  const parties = [...(await partiesFor(tx, regionId, authorityIds)), ...group.coordinators.map((postId) => ({ role: "coordinator", postId }))];
  const { id } = await begin(
    {
      machine: "triad",
      regionId,
      parentId: cycleId,
      title,
      parties,
      actor,
      write: async (inside, triadId) => {
        await inside.triad.create({ data: { id: triadId, cycleId, number, publishKey: requestKey }, select: { id: true } });
        await inside.triadMember.createMany({ data: authorityIds.map((authorityId) => ({ triadId, authorityId, cycleId, joinedAt: now() })) });
      },
    },
    tx,
  );
  const result = await fireWithin(tx, { workflowId: id, event: "group.publish", actor, requestKey });
  if (result.kind !== "moved") undo({ kind: "refused", reason: result.kind === "refused" ? result.reason : "conflict" });
  return id;
}
