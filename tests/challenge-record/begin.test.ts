import { expect, test } from "vitest";

import { beginChallengeRecord, headOf, listFor, recordsOf, takeStep } from "~/features/challenge-record";
import { db } from "~/platform/db.server";
import { inTransaction } from "~/workflow/transaction.server";
import { aChallenger, aChallengeRecord, lettersOf, stateOf } from "./world";

test("a record begins with the host's posts and the team, but nobody who works for the challenged authority", async () => {
  const world = await aChallengeRecord();
  const own = await aChallenger(world.region, world.third, "Of Carne");
  const { id } = await inTransaction((tx) =>
    beginChallengeRecord(tx, {
      activityId: world.cycleId, kind: "triad", cycleId: world.cycleId, regionId: world.region.id, authorityId: world.third.id, heldOn: "2027-02-09", title: "Carne’s challenge record", actor: world.region.coordinator,
      team: { leadId: world.lead.personId, challengerIds: [own.personId, world.challengers[0]?.personId ?? ""] },
    }),
  );
  const head = await headOf(world.lead, id);
  expect(head).toMatchObject({ state: "filingFindings", standing: "team", authority: { name: "Carne" }, heldOn: "2027-02-09", dueOn: "2027-02-16", lead: { name: "Grace Lead" } });
  expect(head?.team.map((member) => member.name)).toEqual(["Grace Lead", "Challenger 1"]);
  expect(await headOf(own, id)).toBeNull();
  expect((await recordsOf(world.cycleId)).map((record) => record.authority)).toEqual(["Ashford", "Carne"]);
});

test("one record an activity and authority, whatever is pressed twice", async () => {
  const world = await aChallengeRecord();
  const again = inTransaction((tx) =>
    beginChallengeRecord(tx, { activityId: world.cycleId, kind: "triad", cycleId: world.cycleId, regionId: world.region.id, authorityId: world.host.id, heldOn: "2027-02-09", title: "Again", actor: world.region.coordinator }),
  );
  await expect(again).rejects.toThrow();
  expect(await db.challengeRecord.count({ where: { activityId: world.cycleId } })).toBe(1);
});

test("the host, the team and the region's coordinator have the record; other groups, other regions and readers to come do not", async () => {
  const world = await aChallengeRecord();
  const elsewhere = await aChallengeRecord();
  for (const actor of [world.host.dcs, world.host.delegate, world.host.chiefExecutive, world.host.leadMember]) expect((await headOf(actor, world.id))?.standing).toBe("host");
  for (const actor of [world.lead, ...world.challengers]) expect((await headOf(actor, world.id))?.standing).toBe("team");
  expect((await headOf(world.region.coordinator, world.id))?.standing).toBe("coordinator");
  for (const actor of [world.other.dcs, world.third.dcs, world.region.chair, elsewhere.region.coordinator, elsewhere.host.dcs, elsewhere.lead]) {
    expect(await headOf(actor, world.id)).toBeNull();
    expect((await listFor(actor)).map((row) => row.id)).not.toContain(world.id);
  }
  expect(await headOf(world.lead, "not-an-id")).toBeNull();
});

test("a challenger who has taken a post in the challenged authority is no longer of the team", async () => {
  const world = await aChallengeRecord();
  const [mover] = world.challengers;
  if (!mover) throw new Error("a challenger is needed");
  const post = await db.post.findFirstOrThrow({ where: { authorityId: world.host.id, kind: "dcs-delegate" } });
  await db.holding.create({ data: { postId: post.id, personId: mover.personId, from: new Date("2026-01-01") } });
  const moved = { ...mover, holdings: [...mover.holdings, { postId: post.id, kind: post.kind, title: post.title, regionId: post.regionId, authorityId: post.authorityId }] };
  expect((await headOf(moved, world.id))?.standing).toBe("host");
  expect(await takeStep({ recordId: world.id, actor: moved }, "finding.file")).toEqual({ kind: "refused", reason: "not-your-role" });
});

test("the coordinator withdraws a record with a reason, and everybody on it is told", async () => {
  const world = await aChallengeRecord({ challengers: 1 });
  const { coordinator } = world.region;
  expect(await takeStep({ recordId: world.id, actor: coordinator }, "record.withdraw", { reason: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await takeStep({ recordId: world.id, actor: world.host.dcs }, "record.withdraw", { reason: "No" })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await takeStep({ recordId: world.id, actor: coordinator }, "record.withdraw", { reason: "The session was not held" })).toMatchObject({ kind: "moved", to: "withdrawn" });
  expect(await stateOf(world.id)).toBe("withdrawn");
  expect((await headOf(world.host.dcs, world.id))?.reason).toBe("The session was not held");
  const told = (await lettersOf(world.id, "record.withdraw")).map((line) => line.split(" > ")[1]);
  expect(told).toEqual(["Challenger 1", "Chief executive of Ashford", "Delegate of Ashford", "Director of Ashford", "Grace Lead", "Lead member of Ashford", "Priya Nair", "Sam Deputy"]);
});
