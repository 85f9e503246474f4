import { describe, expect, test } from "vitest";

import { withdrawFrom } from "~/features/assignment";
import { share, visibleTo, withdraw } from "~/features/self-assessment";
import { headOf } from "~/features/self-assessment/queries.server";
import { readingsOf, readVersion } from "~/features/self-assessment/reading.server";
import { seersOf } from "~/features/self-assessment/who-can-see.server";
import { triadPage } from "~/features/triad/page.server";
import { cancelSession, closeTriad, holdSession, releasePacks, waiveSelfAssessment, withdrawMember } from "~/features/triad";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { submitted } from "~tests/cycle/submitting";
import { aRound, confirmedSession, ok, onTheTeam, publishedGroups, seven, three, twoDays, type TestTriads } from "./world";

/** Submits and shares an authority's self-assessment. */
async function shared(world: TestTriads, name: string): Promise<string> {
  const id = world.selfAssessments[name] ?? "";
  await submitted(id, world.of(name));
  await ok(share({ selfAssessmentId: id, actor: world.region.coordinator }));
  return id;
}

const exists = async (actor: SignedIn, id: string) => (await db.selfAssessment.count({ where: { AND: [{ id }, visibleTo(actor)] } })) === 1;

async function reads(actor: SignedIn, id: string): Promise<boolean> {
  const head = await headOf(actor, id);
  return head !== null && (await readVersion(actor, head, { how: "page" })) !== null;
}

async function seers(world: TestTriads, id: string): Promise<readonly string[]> {
  const head = await headOf(world.region.coordinator, id);
  if (!head) throw new Error("the coordinator sees it");
  return (await seersOf(head)).filter((one) => one.when === "now").map((one) => one.who);
}

/** Ashford's document is shared; the others are waived; the pack is out. */
async function packWithAshford(world: TestTriads): Promise<string> {
  const id = await shared(world, "Ashford");
  for (const name of ["Barton", "Carne"]) await ok(waiveSelfAssessment({ triadId: world.triadId, authorityId: world.of(name).id, reason: "Inspected last month", actor: world.region.coordinator }));
  await ok(releasePacks({ triadId: world.triadId, actor: world.region.coordinator }));
  return id;
}

test("a waiver is given where the pack waits for one, and not again: nobody is told twice", async () => {
  const world = await confirmedSession();
  await shared(world, "Ashford");
  const missing = async () => (await triadPage(world.region.coordinator, world.triadId))?.members.filter((member) => member.missing).map(({ name }) => name);
  const waive = (name: string) => waiveSelfAssessment({ triadId: world.triadId, authorityId: world.of(name).id, reason: "Inspected last month", actor: world.region.coordinator });
  expect(await missing()).toEqual(["Barton", "Carne"]);
  expect(await waive("Ashford")).toEqual({ kind: "refused", reason: "nothing-to-waive" });
  const both = await Promise.all([waive("Barton"), waive("Barton")]);
  expect(both.map((result) => (result.kind === "refused" ? result.reason : result.kind)).sort()).toEqual(["moved", "nothing-to-waive"]);
  expect(await missing()).toEqual(["Carne"]);
  expect(await waive("Esher")).toEqual({ kind: "refused", reason: "not-in-this-group" });
});

describe("what challengers of a session read", () => {
  test("the shared documents of its authorities from the release of the pack on, and the authority sees that they did", async () => {
    const world = await confirmedSession();
    const jo = await onTheTeam(world, "Jo Field");
    const outside = await shared(world, "Esher");
    const id = await shared(world, "Ashford");
    expect(await exists(jo.person, id)).toBe(false);
    expect(await seers(world, id)).not.toContain("Jo Field");
    for (const name of ["Barton", "Carne"]) await ok(waiveSelfAssessment({ triadId: world.triadId, authorityId: world.of(name).id, reason: "Inspected", actor: world.region.coordinator }));
    await ok(releasePacks({ triadId: world.triadId, actor: world.region.coordinator }));
    expect(await reads(jo.person, id)).toBe(true);
    expect((await readingsOf(id)).map(({ who, how }) => `${who} ${how}`)).toEqual(["Jo Field page"]);
    expect(await seers(world, id)).toContain("Jo Field");
    // Barton's is not written, and Esher is in another group.
    expect(await exists(jo.person, world.selfAssessments["Barton"] ?? "")).toBe(false);
    expect(await exists(jo.person, outside)).toBe(false);
  });

  test("nothing of it any more once they have withdrawn, or the authority has taken the document back or left the group", async () => {
    const world = await confirmedSession();
    const [jo, kim] = [await onTheTeam(world, "Jo Field"), await onTheTeam(world, "Kim Lane")];
    const id = await packWithAshford(world);
    await ok(withdrawFrom({ assignmentId: jo.assignmentId, actor: jo.person, reason: "Ill" }));
    expect([await reads(jo.person, id), await reads(kim.person, id)]).toEqual([false, true]);
    await ok(withdraw({ selfAssessmentId: id, reason: "To be corrected", actor: world.of("Ashford").dcs }));
    expect(await exists(kim.person, id)).toBe(false);
    expect(await seers(world, id)).not.toContain("Kim Lane");
    const again = await confirmedSession();
    const lou = await onTheTeam(again, "Lou Marsh");
    const second = await packWithAshford(again);
    expect(await reads(lou.person, second)).toBe(true);
    await ok(withdrawMember({ triadId: again.triadId, authorityId: again.of("Ashford").id, reason: "Inspection", actor: again.region.coordinator, way: { how: "pair", why: "Both want it" } }));
    expect(await exists(lou.person, second)).toBe(false);
  });

  test("a session closed before its letters leaves them to those who write, and to nobody else", async () => {
    const world = await confirmedSession();
    const jo = await onTheTeam(world, "Jo Field", "lead");
    const id = await packWithAshford(world);
    const { triadId, region, of } = world;
    await at(new Date(`${twoDays[0]}T16:30:00Z`), async () => {
      await ok(holdSession({ triadId, present: [], actor: region.coordinator }));
      await ok(closeTriad({ triadId, reason: "The letters go on by themselves", actor: region.coordinator }));
      expect(await reads(jo.person, id)).toBe(true);
      expect(await seers(world, id)).toContain("Jo Field");
      const records = await db.workflow.findMany({ where: { parentId: triadId, machine: "challenge-record" }, select: { id: true } });
      // What the writing of a letter ends is told by the record's own tests: here it has ended.
      await db.workflow.updateMany({ where: { id: { in: records.map((record) => record.id) } }, data: { state: "closed" } });
      expect(await exists(jo.person, id)).toBe(false);
      expect(await seers(world, id)).not.toContain("Jo Field");
    });
    expect(await exists(of("Deal").dcs, id)).toBe(await exists(of("Esher").dcs, id));
  });
});

describe("where documents are shared with the group", () => {
  const groupOnly = async () => publishedGroups(await aRound(seven, { rules: { visibility: "group" } }));

  test("those who come into a group read the others’, those who leave it read no more", async () => {
    const world = await groupOnly();
    const { triadId, of, region } = world;
    const [ashford, goole] = [await shared(world, "Ashford"), await shared(world, "Goole")];
    expect([await reads(of("Carne").dcs, ashford), await reads(of("Goole").dcs, ashford), await reads(of("Deal").dcs, goole)]).toEqual([true, false, true]);
    await ok(withdrawMember({ triadId, authorityId: of("Carne").id, reason: "Inspection", actor: region.coordinator, way: { how: "reform", newcomerId: of("Goole").id } }));
    expect([await reads(of("Carne").dcs, ashford), await reads(of("Goole").dcs, ashford), await reads(of("Deal").dcs, goole), await reads(of("Ashford").dcs, goole)]).toEqual([false, true, false, true]);
  });

  test("groups published after documents were shared make their readers; a cancelled group has none", async () => {
    const round = await aRound(seven, { rules: { visibility: "group" } });
    const id = round.selfAssessments["Ashford"] ?? "";
    await submitted(id, round.of("Ashford"));
    await ok(share({ selfAssessmentId: id, actor: round.region.coordinator }));
    expect(await exists(round.of("Barton").dcs, id)).toBe(false);
    const world = await publishedGroups(round);
    expect([await reads(round.of("Barton").dcs, id), await exists(round.of("Deal").dcs, id)]).toEqual([true, false]);
    await ok(cancelSession({ triadId: world.triadId, reason: "No date could be found", actor: round.region.coordinator }));
    expect(await exists(round.of("Barton").dcs, id)).toBe(false);
    expect(three.map((name) => round.of(name).id)).toHaveLength(await db.triadMember.count({ where: { triadId: world.triadId, leftAt: { not: null } } }));
  });
});
