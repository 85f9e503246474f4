import { expect, test } from "vitest";

import { acceptInvitation, decideConflict, declineInvitation, inviteToActivity, objectToMember, releasePlace, teamOf, withdrawFrom, type Invitation, type Invited } from "~/features/assignment";
import { declareConflict, addAway } from "~/features/challenger-pool";
import { db } from "~/platform/db.server";
import { fire } from "~/workflow/fire.server";
import { inTransaction } from "~/workflow/transaction.server";
import { aChallenger, anActivity, aPool, dayFromNow, lettersOf, stateOf, type PoolWorld, type TestChallenger } from "../challenger-pool/world";

const day = dayFromNow(40);

function invite(world: PoolWorld, challenger: TestChallenger, over: Partial<Invitation> = {}): Promise<Invited> {
  return inTransaction((tx) =>
    inviteToActivity(tx, {
      activityId: world.activityId, challengerId: challenger.id, role: "challenger", why: "Knows SEND", activityTitle: "the session of Ashford", on: day,
      hostAuthorityIds: [world.region.authorities[0]?.id ?? ""], regionId: world.region.id, respondBy: dayFromNow(7), actor: world.region.coordinator, ...over,
    }),
  );
}

async function invited(world: PoolWorld, challenger: TestChallenger, over: Partial<Invitation> = {}): Promise<string> {
  const result = await invite(world, challenger, over);
  if (result.kind !== "invited") throw new Error(`not invited: ${result.reason}`);
  return result.assignmentId;
}

const partiesOf = async (id: string) => (await db.workflowParty.findMany({ where: { workflowId: id, to: null, personId: { not: null } }, select: { role: true } })).map(({ role }) => role).sort();

test("an invitation goes out by email, waits in the challenger's tasks with its date, and an acceptance puts them on the activity", async () => {
  const world = await aPool();
  const jo = await aChallenger(world.region, "Jo Field", 1);
  const id = await invited(world, jo);
  expect(await lettersOf(id, "invitation.send")).toEqual(["assignment/invited > Jo Field"]);
  const [deadline] = await db.deadline.findMany({ where: { workflowId: id, closedAt: null } });
  expect(deadline).toMatchObject({ name: "Answer the invitation", fires: "invitation.pass" });
  expect(await acceptInvitation({ assignmentId: id, actor: jo.person, conflict: "", signed: true })).toMatchObject({ kind: "moved", to: "accepted" });
  expect(await partiesOf(world.activityId)).toEqual(["challenger"]);
  expect(await stateOf(jo.id)).toBe("onAssignment");
  expect(await lettersOf(id, "invitation.accept")).toEqual(["assignment/accepted > Jo Field", "assignment/accepted > Priya Nair", "assignment/accepted > Sam Deputy"]);
  expect(await lettersOf(jo.id, "assignment.take")).toEqual(["challenger/on-assignment > Director of Barton"]);
  const [member] = await teamOf(world.activityId);
  expect(member).toMatchObject({ name: "Jo Field", state: "accepted", role: "challenger", why: "Knows SEND", employers: [{ name: "Barton" }] });
});

test("nobody accepts without the code of conduct, or in another's place", async () => {
  const world = await aPool();
  const jo = await aChallenger(world.region, "Jo Field", 1);
  const kim = await aChallenger(world.region, "Kim Lane", 2);
  const id = await invited(world, jo);
  expect(await acceptInvitation({ assignmentId: id, actor: jo.person, conflict: "", signed: false })).toEqual({ kind: "refused", reason: "codeSigned" });
  expect(await acceptInvitation({ assignmentId: id, actor: kim.person, conflict: "", signed: true })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await stateOf(id)).toBe("invited");
});

test("a decline carries a reason that no letter holds, and the place and the day are free at once", async () => {
  const world = await aPool();
  const jo = await aChallenger(world.region, "Jo Field", 1);
  const id = await invited(world, jo);
  expect(await declineInvitation({ assignmentId: id, actor: jo.person, reason: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await declineInvitation({ assignmentId: id, actor: jo.person, reason: "A family matter of mine" })).toMatchObject({ kind: "moved", to: "declined" });
  expect(await lettersOf(id, "invitation.decline")).toEqual(["assignment/declined > Jo Field", "assignment/declined > Priya Nair", "assignment/declined > Sam Deputy"]);
  const letters = await db.outboxEmail.findMany({ where: { workflowId: id } });
  expect(JSON.stringify(letters)).not.toContain("family matter");
  expect(await invite(world, jo, { activityId: await anActivity(world.region) })).toMatchObject({ kind: "invited" });
});

test("a declared conflict waits for the coordinator, who keeps or releases", async () => {
  const world = await aPool();
  const jo = await aChallenger(world.region, "Jo Field", 1);
  const kim = await aChallenger(world.region, "Kim Lane", 2);
  const first = await invited(world, jo);
  const second = await invited(world, kim);
  expect(await acceptInvitation({ assignmentId: first, actor: jo.person, conflict: "I worked there until 2024", signed: true })).toMatchObject({ to: "awaitingDecision" });
  expect(await partiesOf(world.activityId)).toEqual([]);
  expect(await decideConflict({ assignmentId: first, actor: jo.person, keep: true, reason: "" })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await decideConflict({ assignmentId: first, actor: world.region.coordinator, keep: true, reason: "Long ago" })).toMatchObject({ to: "accepted" });
  expect(await partiesOf(world.activityId)).toEqual(["challenger"]);
  await acceptInvitation({ assignmentId: second, actor: kim.person, conflict: "My sister is its director", signed: true });
  expect(await decideConflict({ assignmentId: second, actor: world.region.coordinator, keep: false, reason: "Too close" })).toMatchObject({ to: "released" });
  expect(await db.assignmentDay.count({ where: { assignmentId: second } })).toBe(0);
});

test("who works for the host, conflicts with it, is away, untrained that day or no lead is not asked", async () => {
  const world = await aPool();
  const [ashford] = world.region.authorities;
  const own = await aChallenger(world.region, "Own Person", 0);
  expect(await invite(world, own)).toEqual({ kind: "refused", reason: "employed-by-host" });
  const jo = await aChallenger(world.region, "Jo Field", 1);
  expect(await invite(world, jo, { role: "lead" })).toEqual({ kind: "refused", reason: "cannot-lead" });
  expect(await invite(world, jo, { on: dayFromNow(2000) })).toEqual({ kind: "refused", reason: "training-runs-out" });
  await addAway({ challengerId: jo.id, actor: jo.person, from: dayFromNow(39), to: dayFromNow(41) });
  expect(await invite(world, jo)).toEqual({ kind: "refused", reason: "away-that-day" });
  const kim = await aChallenger(world.region, "Kim Lane", 2);
  await declareConflict({ challengerId: kim.id, actor: kim.person, authorityId: ashford?.id ?? "", why: "Worked there" });
  expect(await invite(world, kim)).toEqual({ kind: "refused", reason: "in-conflict" });
  expect(await invite(world, kim, { actor: kim.person, hostAuthorityIds: [] })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await db.assignment.count({ where: { activityId: world.activityId } })).toBe(0);
});

test("somebody who moved to the host after the invitation is caught when they accept", async () => {
  const world = await aPool();
  const jo = await aChallenger(world.region, "Jo Field", 1);
  const id = await invited(world, jo);
  const post = await db.post.create({ data: { kind: "assistant-director", title: "AD", regionId: world.region.id, authorityId: world.region.authorities[0]?.id ?? "" } });
  await db.holding.updateMany({ where: { personId: jo.person.personId }, data: { to: new Date() } });
  await db.holding.create({ data: { postId: post.id, personId: jo.person.personId, from: new Date() } });
  expect(await acceptInvitation({ assignmentId: id, actor: jo.person, conflict: "", signed: true })).toEqual({ kind: "refused", reason: "independent" });
  expect(await declineInvitation({ assignmentId: id, actor: jo.person, reason: "I work there now" })).toMatchObject({ kind: "moved" });
});

test("the host objects once; whoever withdraws or is released leaves the activity and is free again", async () => {
  const world = await aPool();
  const { coordinator } = world.region;
  const people = await Promise.all([1, 2, 3].map((authority) => aChallenger(world.region, `Person ${authority}`, authority)));
  const ids: string[] = [];
  for (const person of people) {
    const id = await invited(world, person);
    await acceptInvitation({ assignmentId: id, actor: person.person, conflict: "", signed: true });
    ids.push(id);
  }
  const [a = "", b = "", c = ""] = ids;
  if (!people[1]) throw new Error("the world is not whole");
  const object = (assignmentId: string) => inTransaction((tx) => objectToMember(tx, { assignmentId, reason: "A former manager" }));
  // On the place itself nobody objects: the visit says whose one objection it is.
  for (const actor of [world.region.authorities[0]!.dcs, coordinator]) expect(await fire({ workflowId: a, event: "member.object", actor, payload: { hasReason: true } })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await object(a)).toMatchObject({ kind: "moved", to: "objected" });
  expect(await object(b)).toEqual({ kind: "refused", reason: "objected-before" });
  expect(await withdrawFrom({ assignmentId: b, actor: people[1].person, reason: "Ill" })).toMatchObject({ to: "withdrawn" });
  expect(await releasePlace({ assignmentId: c, actor: coordinator, reason: "" })).toMatchObject({ to: "released" });
  expect(await partiesOf(world.activityId)).toEqual([]);
  expect(await Promise.all(people.map(({ id }) => stateOf(id)))).toEqual(["available", "available", "available"]);
});
