import fc from "fast-check";
import { expect, test } from "vitest";

import { acceptInvitation, closeNetwork, declineInvitation, endMembership, inviteMembers, joinNetwork, leaveNetwork, openNetwork, planNetwork, sendInstructions } from "~/features/network";
import { networkPage } from "~/features/network/queries.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { verifyChains } from "~/workflow/audit.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { aRegion, colleagues, workingDay } from "../booking/world";
import { heldToTable } from "../support/told";

const verbs = ["join", "invite", "accept", "decline", "leave", "end", "instructions", "wait", "close"] as const;

const command = fc.record({
  verb: fc.oneof({ weight: 3, arbitrary: fc.constantFrom("join", "invite", "accept", "leave" as const) }, { weight: 2, arbitrary: fc.constantFrom(...verbs) }),
  /** Whom it is about. */
  whom: fc.nat(3),
  /** Who presses: the one whose it is, or anybody; and how often at once. */
  who: fc.oneof({ weight: 5, arbitrary: fc.constant("whoMay" as const) }, { weight: 2, arbitrary: fc.constantFrom("coordinator", "chair", "colleague", "stranger" as const) }),
  times: fc.constantFrom(1, 1, 2),
});
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

const byCoordinator: readonly Command["verb"][] = ["invite", "end", "instructions", "close"];

// Whoever does what, in whatever order and however often at once.
test("random joining, inviting, answering, leaving and ending keep one membership a person, and the members are who the network tells", { timeout: 300_000 }, async () => {
  const region = await aRegion();
  const elsewhere = await aRegion();
  const people = await colleagues(region, 4);
  const anybody: Readonly<Record<Exclude<Command["who"], "whoMay">, SignedIn>> = { coordinator: region.coordinator, chair: region.chair, colleague: people[3]!, stranger: elsewhere.authorities[0]!.dcs };
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 20 }), async (commands) => {
      const made = await planNetwork({ regionId: region.id, actor: region.coordinator, details: { kind: "network", title: "Kinship", about: "", instructions: "The side door.", joinLink: "", sourceIds: [] } });
      if (made.kind !== "made") throw new Error(made.reason);
      const networkId = made.id;
      await openNetwork({ networkId, actor: region.coordinator });
      let day = 1;
      for (const { verb, whom, who, times } of commands) {
        const person = people[whom]!;
        const actor = who !== "whoMay" ? anybody[who] : byCoordinator.includes(verb) ? region.coordinator : person;
        const mine = await db.membership.findFirst({ where: { networkId, personId: verb === "join" ? actor.personId : person.personId, active: true }, select: { id: true } });
        const given = { membershipId: mine?.id ?? crypto.randomUUID(), actor };
        const once = () =>
          ({
            join: () => joinNetwork({ networkId, actor }),
            invite: () => inviteMembers({ networkId, personIds: [person.personId], actor }),
            accept: () => (mine ? acceptInvitation(given) : null), decline: () => (mine ? declineInvitation(given) : null), leave: () => (mine ? leaveNetwork(given) : null),
            end: () => (mine ? endMembership({ ...given, reason: "No longer in post." }) : null),
            instructions: () => sendInstructions({ networkId, actor }),
            wait: () => at(londonTime(workingDay((day += 8)), "23:59"), sweepDeadlines),
            close: () => closeNetwork({ networkId, actor, reason: "It has done its work." }),
          })[verb]();
        await Promise.all(Array.from({ length: times }, once));
        await expectWhole(networkId, [...people, ...Object.values(anybody)].map(({ personId }) => personId));
      }
      const memberships = await db.membership.findMany({ where: { networkId }, select: { id: true, personId: true } });
      for (const { id } of [{ id: networkId }, ...memberships]) await heldToTable(id);
      // The stranger never belongs to it, and sees nothing of it.
      expect(memberships.map(({ personId }) => personId)).not.toContain(anybody.stranger.personId);
      expect(await networkPage(anybody.stranger, networkId)).toBeNull();
      const steps = await db.workflowEvent.findMany({ where: { workflowId: { in: [networkId, ...memberships.map(({ id }) => id)] }, event: { in: ["member.invite", "membership.end", "instructions.send", "network.close"] }, actorRole: { not: "system" } }, select: { actorId: true } });
      expect(steps.filter(({ actorId }) => actorId !== region.coordinator.personId)).toEqual([]);
      const page = await networkPage(region.coordinator, networkId);
      expect(page?.memberCount).toBe(page?.members?.length);
    }),
    { numRuns: 10 },
  );
  expect((await verifyChains()).broken).toBeNull();
});

/** What holds after every act, whatever it was. */
async function expectWhole(networkId: string, everybody: readonly string[]): Promise<void> {
  const [{ state }, memberships, parties] = await Promise.all([
    db.workflow.findUniqueOrThrow({ where: { id: networkId }, select: { state: true } }),
    db.membership.findMany({ where: { networkId }, select: { personId: true, active: true, workflow: { select: { state: true } } } }),
    db.workflowParty.findMany({ where: { workflowId: networkId, role: "member", to: null }, select: { personId: true } }),
  ]);
  for (const personId of new Set(everybody)) expect(memberships.filter((one) => one.personId === personId && one.active).length).toBeLessThanOrEqual(1);
  for (const one of memberships) expect(one.active, one.workflow.state).toBe(["invited", "member"].includes(one.workflow.state));
  const members = memberships.filter((one) => one.workflow.state === "member").map(({ personId }) => personId);
  // Nobody is a member of a closed network; who was one when it closed stays written on it.
  if (state === "closed") expect(members).toEqual([]);
  else expect(parties.map(({ personId }) => personId).sort()).toEqual(members.sort());
}
