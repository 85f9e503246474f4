import { expect, test } from "vitest";

import { acceptInvitation, inviteToActivity, releasePlace, type Invited } from "~/features/assignment";
import { db } from "~/platform/db.server";
import { inTransaction } from "~/workflow/transaction.server";
import { aChallenger, anActivity, aPool, dayFromNow, stateOf, type PoolWorld } from "../challenger-pool/world";

function invite(world: PoolWorld, activityId: string, challengerId: string, actor = world.region.coordinator): Promise<Invited> {
  return inTransaction((tx) =>
    inviteToActivity(tx, {
      activityId, challengerId, role: "challenger", why: "", activityTitle: "the session", on: dayFromNow(40), hostAuthorityIds: [world.region.authorities[0]?.id ?? ""],
      regionId: world.region.id, respondBy: dayFromNow(7), actor,
    }),
  );
}

test("two coordinators asking one challenger to two sessions of one day at once: one invites, the other is told why not", async () => {
  const world = await aPool();
  for (let round = 0; round < 6; round += 1) {
    const jo = await aChallenger(world.region, `Jo ${round}`, 1);
    const [one, two] = [await anActivity(world.region), await anActivity(world.region)];
    const results = await Promise.all([invite(world, one, jo.id), invite(world, two, jo.id, world.region.deputy)]);
    expect(results.map((result) => (result.kind === "refused" ? result.reason : result.kind)).sort()).toEqual(["busy-that-day", "invited"]);
    expect(await db.assignmentDay.count({ where: { challengerId: jo.id } })).toBe(1);
  }
});

test("the database itself refuses two places on one day", async () => {
  const world = await aPool();
  const jo = await aChallenger(world.region, "Jo", 1);
  const result = await invite(world, world.activityId, jo.id);
  if (result.kind !== "invited") throw new Error(result.reason);
  const day = { challengerId: jo.id, assignmentId: result.assignmentId, day: new Date(`${dayFromNow(40)}T00:00:00Z`) };
  await expect(db.assignmentDay.create({ data: day })).rejects.toThrow();
});

test("an acceptance and a release at the same moment leave one truth: state, party and day agree", async () => {
  const world = await aPool();
  for (let round = 0; round < 6; round += 1) {
    const activityId = await anActivity(world.region);
    const jo = await aChallenger(world.region, `Jo ${round}`, 1);
    const result = await invite(world, activityId, jo.id);
    if (result.kind !== "invited") throw new Error(result.reason);
    const { assignmentId } = result;
    await Promise.all([acceptInvitation({ assignmentId, actor: jo.person, conflict: "", signed: true }), releasePlace({ assignmentId, actor: world.region.coordinator, reason: "" })]);
    expect(await stateOf(assignmentId)).toBe("released");
    expect(await db.workflowParty.count({ where: { workflowId: activityId, personId: jo.person.personId, to: null } })).toBe(0);
    expect(await db.assignmentDay.count({ where: { assignmentId } })).toBe(0);
    expect(await stateOf(jo.id)).toBe("available");
  }
});

test("the same press twice accepts once and tells everybody once", async () => {
  const world = await aPool();
  const jo = await aChallenger(world.region, "Jo", 1);
  const result = await invite(world, world.activityId, jo.id);
  if (result.kind !== "invited") throw new Error(result.reason);
  const press = { assignmentId: result.assignmentId, actor: jo.person, conflict: "", signed: true, requestKey: crypto.randomUUID() };
  const answers = await Promise.all([acceptInvitation(press), acceptInvitation(press), acceptInvitation(press)]);
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["moved", "repeated", "repeated"]);
  expect(await db.outboxEmail.count({ where: { workflowId: jo.id, template: "challenger/on-assignment" } })).toBe(1);
});
