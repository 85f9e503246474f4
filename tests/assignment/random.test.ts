import fc from "fast-check";
import { expect, test } from "vitest";

import { acceptInvitation, decideConflict, declineInvitation, inviteToActivity, objectToMember, releasePlace, remindChallenger, withdrawFrom } from "~/features/assignment";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { fire } from "~/workflow/fire.server";
import { inTransaction } from "~/workflow/transaction.server";
import { heldToTable } from "~tests/support/told";
import { aChallenger, anActivity, aPool, dayFromNow, type PoolWorld, type TestChallenger } from "../challenger-pool/world";

const verbs = ["invite", "accept", "acceptInConflict", "acceptUnsigned", "decline", "withdraw", "release", "keep", "bar", "object", "remind", "complete", "cancel"] as const;
const people = ["coordinator", "jo", "kim", "host", "otherDirector", "chair"] as const;

const step = fc.record({
  verb: fc.oneof({ weight: 3, arbitrary: fc.constantFrom("invite", "invite", "accept", "acceptInConflict") }, { weight: 2, arbitrary: fc.constantFrom(...verbs) }),
  // Mostly somebody who may: a walk of refusals alone would prove little.
  who: fc.oneof({ weight: 5, arbitrary: fc.constant("whoMay" as const) }, { weight: 1, arbitrary: fc.constantFrom(...people) }),
  whose: fc.constantFrom("jo", "kim"),
  where: fc.nat(1),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const usually: Readonly<Record<(typeof verbs)[number], (typeof people)[number] | "themselves">> = {
  invite: "coordinator", accept: "themselves", acceptInConflict: "themselves", acceptUnsigned: "themselves", decline: "themselves", withdraw: "themselves",
  release: "coordinator", keep: "coordinator", bar: "coordinator", object: "host", remind: "coordinator", complete: "coordinator", cancel: "coordinator",
};

interface Walk {
  readonly world: PoolWorld;
  readonly activities: readonly string[];
  readonly challengers: Readonly<Record<"jo" | "kim", TestChallenger>>;
}

/** The place that somebody was last asked to at an activity. */
const placeOf = ({ activities, challengers }: Walk, { whose, where }: Step) =>
  db.assignment.findFirst({ where: { activityId: activities[where] ?? "", challengerId: challengers[whose].id }, orderBy: { workflow: { createdAt: "desc" } }, select: { id: true } });

async function take(walk: Walk, one: Step): Promise<{ readonly kind: string }> {
  const { world, activities, challengers } = walk;
  const { region } = world;
  const [host, other] = [region.authorities[0]?.dcs ?? region.coordinator, region.authorities[3]?.dcs ?? region.coordinator];
  const named = { coordinator: region.coordinator, chair: region.chair, jo: challengers.jo.person, kim: challengers.kim.person, host, otherDirector: other };
  const who = one.who === "whoMay" ? usually[one.verb] : one.who;
  const actor = who === "themselves" ? challengers[one.whose].person : named[who];
  if (one.verb === "invite") {
    return inTransaction((tx) =>
      inviteToActivity(tx, {
        activityId: activities[one.where] ?? "", challengerId: challengers[one.whose].id, role: "challenger", why: "", activityTitle: "the visit", on: dayFromNow(40),
        hostAuthorityIds: [region.authorities[0]?.id ?? ""], regionId: region.id, respondBy: dayFromNow(7), actor,
      }),
    );
  }
  const place = await placeOf(walk, one);
  if (!place) return { kind: "nobody" };
  const given = { assignmentId: place.id, actor, reason: "As it is" };
  switch (one.verb) {
    case "accept": return acceptInvitation({ ...given, conflict: "", signed: true });
    case "acceptInConflict": return acceptInvitation({ ...given, conflict: "I worked there once", signed: true });
    case "acceptUnsigned": return acceptInvitation({ ...given, conflict: "", signed: false });
    case "decline": return declineInvitation(given);
    case "withdraw": return withdrawFrom(given);
    case "release": return releasePlace(given);
    case "keep": return decideConflict({ ...given, keep: true });
    case "bar": return decideConflict({ ...given, keep: false });
    case "object": return inTransaction((tx) => objectToMember(tx, given));
    case "remind": return remindChallenger({ ...given, personId: challengers[one.whose].person.personId });
    // The activity's own endings are its to tell: a person at a page has no way to them.
    case "complete": return fire({ workflowId: place.id, event: "activity.complete", actor });
    case "cancel": return fire({ workflowId: place.id, event: "activity.cancel", actor });
  }
}

/** Those who hold a place are on the activity and marked as such in the pool, and nobody else is. */
async function agree({ activities, challengers }: Walk): Promise<void> {
  for (const [name, { id, person }] of Object.entries(challengers)) {
    const places = await db.assignment.findMany({ where: { challengerId: id }, select: { activityId: true, workflow: { select: { state: true } }, days: { select: { day: true } } } });
    const held = places.filter(({ workflow }) => workflow.state === "accepted");
    const parties = await db.workflowParty.findMany({ where: { workflowId: { in: [...activities] }, personId: person.personId, to: null }, select: { workflowId: true } });
    expect(parties.map(({ workflowId }) => workflowId).sort(), name).toEqual(held.map(({ activityId }) => activityId).sort());
    expect(await heldToTable(id), name).toBe(held.length > 0 ? "onAssignment" : "available");
    for (const { workflow, days } of places) if (["declined", "objected", "released", "withdrawn"].includes(workflow.state)) expect(days, workflow.state).toEqual([]);
    // One day, one place: they are asked to both activities on the same one.
    expect(places.filter(({ workflow }) => ["invited", "awaitingDecision", "accepted"].includes(workflow.state)).length).toBeLessThanOrEqual(1);
  }
}

test("whatever is pressed by whomever, a place is where its table leads, everybody it tells is told, and activity and pool agree with it", { timeout: 300_000 }, async () => {
  const world = await aPool();
  let moves = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 20 }), async (steps) => {
      const walk: Walk = {
        world, activities: [await anActivity(world.region), await anActivity(world.region)],
        challengers: { jo: await aChallenger(world.region, "Jo Field", 1), kim: await aChallenger(world.region, "Kim Lane", 2) },
      };
      for (const one of steps) {
        const place = await placeOf(walk, one);
        const before = place && (await db.workflow.findUniqueOrThrow({ where: { id: place.id } }));
        const result = await take(walk, one);
        if (result.kind === "moved" || result.kind === "invited") moves += 1;
        else if (before) expect(await db.workflow.findUniqueOrThrow({ where: { id: before.id } }), one.verb).toMatchObject({ state: before.state, revision: before.revision });
        // Who may object is asked by the visit's own step: what is called here is what follows from it.
        if ((one.who === "otherDirector" || one.who === "chair") && one.verb !== "object") expect(["refused", "nobody"], `${one.who} ${one.verb}`).toContain(result.kind);
        if (one.verb === "acceptUnsigned" || one.verb === "complete" || one.verb === "cancel") expect(result.kind, one.verb).not.toBe("moved");
      }
      for (const { id } of await db.assignment.findMany({ where: { activityId: { in: [...walk.activities] } }, select: { id: true } })) await heldToTable(id);
      await agree(walk);
    }),
    { numRuns: 12 },
  );
  expect(moves).toBeGreaterThan(20);
  expect((await verifyChains()).broken).toBeNull();
});
