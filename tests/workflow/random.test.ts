import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import { machineNamed } from "~machines/index";
import { metaOf, rowOf, rowsOf, statesOf } from "~machines/machine";
import { db } from "~/platform/db.server";
import { verifyChains } from "~/workflow/audit.server";
import { fire } from "~/workflow/fire.server";
import { aSelfAssessment, aWorld, factsOf, person, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const machine = machineNamed("self-assessment");
const events = [...new Set(rowsOf(machine).map((row) => row.event))];
const roles = ["dcs", "delegate", "chiefExecutive", "leadMember", "coordinator", "system"] as const;

const command = fc.record({
  event: fc.constantFrom(...events),
  role: fc.constantFrom(...roles),
  facts: fc.record({
    unanswered: fc.constantFrom(0, 0, 2),
    openConflicts: fc.constantFrom(0, 0, 1),
    endorsementsNeeded: fc.constantFrom(0, 2),
    endorsementsGiven: fc.constantFrom(0, 1, 2),
    hasReason: fc.boolean(),
    comments: fc.constantFrom(0, 1),
  }),
});

/** From any state, one of the events it has more often than one it has not, so that walks go deep. */
const walk = fc.array(fc.tuple(command, fc.nat()), { minLength: 5, maxLength: 25 });

test("whatever is fired by whomever, the record stands where its log ends and the emails are what the table says", async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const id = await aSelfAssessment(world);
      let state = "notStarted";
      let moved = 0;
      const expected: string[] = [];
      for (const [{ event: any, role: anyRole, facts }, pick] of steps) {
        const possible = rowsOf(machine).filter((row) => row.state === state);
        const chosen = possible.length > 0 && pick % 4 !== 0 ? possible[pick % possible.length] : undefined;
        const event = chosen?.event ?? any;
        const role = chosen ? ((chosen.by.find((one) => (roles as readonly string[]).includes(one)) ?? anyRole) as (typeof roles)[number]) : anyRole;
        factsOf.set(id, facts);
        const actor = role === "system" ? ({ kind: "system" } as const) : person(world.posts[role]);
        const addressee = world.posts.leadMember?.personId ?? "";
        const result = await fire({ workflowId: id, event, actor, addressees: { personIds: [addressee] } });
        const row = rowOf(machine, state, event);
        if (result.kind === "moved") {
          expect(row?.by).toContain(role);
          expect(result.to).toBe(row?.to);
          state = result.to;
          moved += 1;
          for (const [told, template] of Object.entries(row?.tells ?? {})) {
            const personId = told === "addressee" ? addressee : world.posts[told]?.personId;
            if (personId) expected.push(`${result.eventId} ${personId} ${template}`);
          }
        } else {
          expect(result.kind).toBe("refused");
        }
      }
      const stored = await db.workflow.findUniqueOrThrow({ where: { id } });
      expect(stored.state).toBe(state);
      expect(statesOf(machine)).toContain(stored.state);
      expect(stored.revision).toBe(moved + 1);
      const sent = await db.outboxEmail.findMany({ where: { workflowId: id } });
      expect(sent.map((email) => `${email.eventId} ${email.personId} ${email.template}`).sort()).toEqual([...new Set(expected)].sort());
      const open = await db.deadline.findMany({ where: { workflowId: id, closedAt: null } });
      for (const deadline of open) expect(deadline.state).toBe(state);
    }),
    { numRuns: 25 },
  );
  expect((await verifyChains()).broken).toBeNull();
  expect(metaOf(machine).title).toBe("Self-assessment");
}, 120_000);
