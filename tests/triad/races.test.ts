import { expect, test } from "vitest";

import { acceptInvitation, declineInvitation, withdrawFrom } from "~/features/assignment";
import { refillTeam } from "~/features/triad";
import { freePlaces } from "~/features/triad/team.server";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { aChallenger } from "~tests/challenger-pool/world";
import { anInvited, confirmedSession, ok, onTheTeam } from "./world";

/** Places that are asked for or taken, and the parties who stand on the session: what may never be more than there are places. */
async function teamOf(triadId: string) {
  const places = await db.assignment.findMany({ where: { activityId: triadId }, select: { role: true, challenger: { select: { personId: true } }, workflow: { select: { state: true } } } });
  const inState = (...states: string[]) => places.filter(({ workflow }) => states.includes(workflow.state));
  const parties = await db.workflowParty.findMany({ where: { workflowId: triadId, role: { in: ["challenger", "leadChallenger"] }, to: null }, select: { personId: true } });
  return { live: inState("invited", "awaitingDecision", "accepted"), accepted: inState("accepted"), onIt: parties.map(({ personId }) => personId) };
}

test("the last place of a team, asked of two by two coordinators at once and accepted by both at once: one is on the team", async () => {
  const world = await confirmedSession();
  const { triadId, region } = world;
  await onTheTeam(world, "Lena Lead", "lead");
  expect(await freePlaces(triadId)).toMatchObject({ open: 1 });
  const two = [await aChallenger(region, "Jo Field", 3), await aChallenger(region, "Kim Lane", 4)];
  const asked = await Promise.all(two.map((one, index) => refillTeam({ triadId, challengerId: one.id, role: "challenger", actor: index === 0 ? region.coordinator : region.deputy })));
  expect(asked.map((result) => (result.kind === "refused" ? result.reason : result.kind)).sort()).toEqual(["moved", "no-place-open"]);
  // Both press accept: who was not asked has nothing to accept, not even the other's place.
  const place = await db.assignment.findFirstOrThrow({ where: { activityId: triadId, role: "challenger" }, select: { id: true, challengerId: true } });
  const accepted = await Promise.all(two.map((one) => acceptInvitation({ assignmentId: place.id, actor: one.person, conflict: "", signed: true })));
  const said = accepted.map((result) => (result.kind === "refused" ? result.reason : result.kind));
  expect(said.filter((word) => word === "moved")).toHaveLength(1);
  // It is not theirs, or it is taken already: which of the two depends on who was first.
  expect(["not-your-role", "no-such-step"]).toContain(said.find((word) => word !== "moved"));
  const { live, accepted: members, onIt } = await teamOf(triadId);
  expect([live.length, members.length, onIt.length]).toEqual([2, 2, 2]);
  expect(await freePlaces(triadId)).toMatchObject({ open: 0 });
});

test("a place given up while another is asked and a third accepts: never more on the team than places, and whoever accepted stands on it", async () => {
  for (let round = 0; round < 4; round += 1) {
    const world = await confirmedSession();
    const { triadId, region } = world;
    const lead = await onTheTeam(world, "Lena Lead", "lead");
    const jo = await anInvited(world, "Jo Field");
    const others = [await aChallenger(region, "Kim Lane", 4), await aChallenger(region, "Lou Marsh", 5)];
    await Promise.all([
      round % 2 === 0 ? declineInvitation({ assignmentId: jo.assignmentId, actor: jo.person, reason: "Away" }) : acceptInvitation({ assignmentId: jo.assignmentId, actor: jo.person, conflict: "", signed: true }),
      withdrawFrom({ assignmentId: lead.assignmentId, actor: lead.person, reason: "Ill" }),
      ...others.map((one) => refillTeam({ triadId, challengerId: one.id, role: "challenger", actor: region.coordinator })),
    ]);
    for (const place of await db.assignment.findMany({ where: { activityId: triadId, workflow: { state: "invited" } }, include: { challenger: { select: { personId: true } } } })) {
      const person = others.find((one) => one.person.personId === place.challenger.personId);
      if (person) await ok(acceptInvitation({ assignmentId: place.id, actor: person.person, conflict: "", signed: true }));
    }
    const { live, accepted, onIt } = await teamOf(triadId);
    expect(live.length).toBeLessThanOrEqual(2);
    expect([...onIt].sort()).toEqual(accepted.map(({ challenger }) => challenger.personId).sort());
  }
  expect((await verifyChains()).broken).toBeNull();
});
