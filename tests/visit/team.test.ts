import { expect, test } from "vitest";

import { acceptInvitation, decideConflict, declineInvitation, withdrawFrom } from "~/features/assignment";
import { confirmTeam, objectTo, proposeTeam, proposeTeams, questionOf, refillTeam, visibleTo, welcomeTeam } from "~/features/visit";
import { teamFor } from "~/features/visit/team-queries.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { system } from "~/workflow/actor.server";
import { fire } from "~/workflow/fire.server";
import { aChallenger, aVisit, accepted, asked, aHolder, confirmed, done, endorsed, lettersOf, proposed, stateOf, withPool, type TeamWorld } from "./world";

const propose = async (world: TeamWorld) => {
  const question = await questionOf(world.id);
  if (!question) throw new Error("the visit asks for no team");
  return (await proposeTeams(world.region.id, [question]))[0]!;
};

test("the search proposes a team led by a director of another authority, nobody of the host, and says why each", async () => {
  const world = await withPool(await aVisit());
  await aChallenger(world.region, "Hal Host", { authorityId: world.host.id, level: "lead", kind: "assistant-director" });
  const proposal = await propose(world);
  if (proposal.kind !== "team") throw new Error(proposal.reason);
  expect(proposal.seats).toHaveLength(3);
  expect(proposal.seats[0]).toMatchObject({ lead: true, candidateId: world.lead.id });
  expect(proposal.seats[0]?.why).toBe("leads: a director of children’s services trained to lead; knows SEND; free on all 3 days; training in date to the last day; nothing else taken on so far");
  expect(proposal.seats.map((seat) => seat.name)).not.toContain("Hal Host");
  await done(proposeTeam({ visitId: world.id, actor: world.region.coordinator, team: proposal }));
  expect(await stateOf(world.id)).toBe("awaitingAcceptances");
  expect((await asked(world)).map(({ state }) => state)).toEqual(["invited", "invited", "invited"]);
  expect(await lettersOf(world.id, "team.propose")).toContain("visit/team-proposed > Director of Ashford");
});

test("those who have taken on least are asked first", async () => {
  const first = await proposed(await withPool(await aVisit()));
  const busy = new Set((await asked(first)).map(({ challengerId }) => challengerId));
  const second = await endorsed({ ...first, ...(await anotherVisit(first)) }, { teamSize: 2 });
  const question = await questionOf(second.id);
  const [proposal] = await proposeTeams(first.region.id, [question!]);
  if (proposal?.kind !== "team") throw new Error(proposal?.reason);
  const others = proposal.seats.filter((seat) => !seat.lead);
  expect(others.every((seat) => !busy.has(seat.candidateId))).toBe(true);
});

async function anotherVisit(world: TeamWorld): Promise<{ id: string }> {
  const { beginVisit, saveRequest } = await import("~/features/visit");
  const { request } = await import("./world");
  const begun = await beginVisit({ authorityId: world.host.id, variant: "peer", theme: "SEND", actor: world.host.dcs });
  if (begun.kind === "refused") throw new Error(begun.reason);
  await saveRequest({ visitId: begun.id, actor: world.host.dcs }, request());
  return { id: begun.id };
}

test("several visits are staffed together, and nobody is on two that overlap", async () => {
  const first = await withPool(await aVisit(), { teamSize: 2 });
  await aChallenger(first.region, "Second Lead", { authorityId: first.third.id, kind: "dcs", level: "lead" });
  const second = await endorsed({ ...first, ...(await anotherVisit(first)) }, { teamSize: 2 });
  const questions = [(await questionOf(first.id))!, (await questionOf(second.id))!].map((question) => ({ ...question, wanted: { ...question.wanted, candidateDays: question.wanted.candidateDays.slice(0, 1) } }));
  const proposals = await proposeTeams(first.region.id, questions);
  const people = proposals.flatMap((proposal) => (proposal.kind === "team" ? proposal.seats.map((seat) => seat.personId) : []));
  expect(proposals.map((proposal) => proposal.kind)).toEqual(["team", "team"]);
  expect(new Set(people).size).toBe(4);
});

test("a visit of the partnership is led by a partnership chair, by the same process", async () => {
  const world = await withPool(await aVisit({ variant: "partnership" }));
  const none = await propose(world);
  expect(none).toMatchObject({ kind: "none" });
  expect(none.kind === "none" && none.reason).toContain("none of them is a safeguarding partnership chair trained to lead");
  const chair = await aChallenger(world.region, "Petra Chair", { authorityId: world.third.id, kind: "lscb-chair", level: "lead" });
  const proposal = await propose(world);
  expect(proposal.kind === "team" && proposal.seats[0]).toMatchObject({ candidateId: chair.id, lead: true });
});

test("a team put together by hand is refused for whatever nobody may set aside, and nobody is asked", async () => {
  const world = await withPool(await aVisit());
  const [a, b, c] = world.pool;
  const host = await aChallenger(world.region, "Hal Host", { authorityId: world.host.id });
  const short = await aChallenger(world.region, "Short Training", { authorityId: world.third.id, trainedUntil: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10) });
  const firstDay = (await questionOf(world.id))!.wanted.candidateDays[0]!;
  const team = (...ids: string[]) => proposeTeam({ visitId: world.id, actor: world.region.coordinator, team: { firstDay, seats: ids.map((candidateId, index) => ({ candidateId, lead: index === 0 })) } });
  expect(await team(world.lead.id, a!.id, host.id)).toEqual({ kind: "refused", reason: "of-the-host" });
  expect(await team(world.lead.id, a!.id)).toEqual({ kind: "refused", reason: "wrong-size" });
  expect(await team(a!.id, b!.id, c!.id)).toEqual({ kind: "refused", reason: "cannot-lead" });
  expect(await team(world.lead.id, a!.id, a!.id)).toEqual({ kind: "refused", reason: "twice-on-team" });
  expect(await team(world.lead.id, a!.id, short.id)).toMatchObject({ kind: "refused", reason: expect.stringMatching(/not-trained|not-in-pool/) });
  expect(await proposeTeam({ visitId: world.id, actor: world.region.coordinator, team: { firstDay: "2027-01-04", seats: [] } })).toEqual({ kind: "refused", reason: "not-a-candidate-day" });
  expect(await proposeTeam({ visitId: world.id, actor: world.host.dcs, team: { firstDay, seats: [world.lead, a!, b!].map(({ id }, index) => ({ candidateId: id, lead: index === 0 })) } })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await asked(world)).toEqual([]);
  expect(await stateOf(world.id)).toBe("awaitingTeam");
});

test("a challenger sees the visit only once they have accepted, and no longer when they work for the host", async () => {
  const world = await proposed(await withPool(await aVisit()));
  const sees = async (actor: TeamWorld["lead"]["person"]) => (await db.visit.count({ where: { AND: [{ id: world.id }, visibleTo(actor)] } })) === 1;
  expect(await sees(world.lead.person)).toBe(false);
  const place = (await asked(world)).find(({ challengerId }) => challengerId === world.lead.id)!;
  await done(acceptInvitation({ assignmentId: place.assignmentId, actor: place.actor, conflict: "", signed: true }));
  expect(await sees(world.lead.person)).toBe(true);
  expect(await sees({ ...world.lead.person, holdings: world.host.dcs.holdings.map((post) => ({ ...post, kind: "section-author" })) })).toBe(false);
});

test("the team is confirmed only when everybody has accepted and the host has had its say", async () => {
  const world = await proposed(await withPool(await aVisit()));
  const confirm = () => confirmTeam({ visitId: world.id, actor: world.region.coordinator });
  expect(await confirm()).toEqual({ kind: "refused", reason: "teamComplete" });
  const [first, ...rest] = await asked(world);
  for (const { assignmentId, actor } of rest) await done(acceptInvitation({ assignmentId, actor, conflict: "", signed: true }));
  await done(acceptInvitation({ assignmentId: first!.assignmentId, actor: first!.actor, conflict: "My sister works there", signed: true }));
  expect(await confirm()).toEqual({ kind: "refused", reason: "teamComplete" });
  await done(decideConflict({ assignmentId: first!.assignmentId, actor: world.region.coordinator, keep: true, reason: "Another service" }));
  expect(await confirm()).toEqual({ kind: "refused", reason: "hostHadItsSay" });
  await done(welcomeTeam({ visitId: world.id, actor: world.host.dcs }));
  await done(confirm());
  const letters = await lettersOf(world.id, "team.confirm");
  expect(letters).toHaveLength(9);
  const letter = await db.outboxEmail.findFirstOrThrow({ where: { workflowId: world.id, template: "visit/team-confirmed" } });
  expect(letter.props).toMatchObject({ calendar: [{ method: "REQUEST", sequence: 0, allDay: true }] });
});

test("without a word of the host the team can be confirmed once its days are over", async () => {
  const world = await proposed(await withPool(await aVisit()));
  for (const { assignmentId, actor } of await asked(world)) await done(acceptInvitation({ assignmentId, actor, conflict: "", signed: true }));
  const { objectBy } = await db.visit.findUniqueOrThrow({ where: { id: world.id } });
  await at(new Date(objectBy!.getTime() + 34 * 3_600_000), () => done(confirmTeam({ visitId: world.id, actor: world.region.coordinator })));
  expect(await stateOf(world.id)).toBe("awaitingArrangements");
});

test("the host objects once, to one member, with a reason: the place is free at once and the person never reads why", async () => {
  const world = await proposed(await withPool(await aVisit()));
  const member = (await asked(world)).find(({ role }) => role === "challenger")!;
  const object = (reason: string, assignmentId = member.assignmentId) => objectTo({ visitId: world.id, actor: world.host.dcs, assignmentId, reason });
  expect(await object("  ")).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await objectTo({ visitId: world.id, actor: world.host.delegate, assignmentId: member.assignmentId, reason: "x" })).toEqual({ kind: "refused", reason: "not-your-role" });
  await done(object("They applied for a post with us last month"));
  expect((await asked(world)).find(({ assignmentId }) => assignmentId === member.assignmentId)?.state).toBe("objected");
  const other = (await asked(world)).find(({ state }) => state === "invited")!;
  expect(await object("And this one", other.assignmentId)).toEqual({ kind: "refused", reason: "mayObject" });
  expect(await welcomeTeam({ visitId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "mayObject" });
  const letters = await db.outboxEmail.findMany({ where: { OR: [{ workflowId: world.id }, { workflowId: member.assignmentId }] } });
  for (const letter of letters) expect(JSON.stringify(letter.props)).not.toContain("applied for a post");
  expect((await teamFor({ id: world.id, standing: "team" })).every((one) => one.why === "" && one.conflict === null)).toBe(true);
});

test("a declined place is filled from those not asked yet, and those who have not said no stay", async () => {
  const world = await proposed(await withPool(await aVisit()));
  const before = await asked(world);
  const gone = before.find(({ role }) => role === "challenger")!;
  await done(declineInvitation({ assignmentId: gone.assignmentId, actor: gone.actor, reason: "A hearing that week" }));
  const proposal = await propose(world);
  if (proposal.kind !== "team") throw new Error(proposal.reason);
  expect(proposal.seats.map((seat) => seat.candidateId)).not.toContain(gone.challengerId);
  const stays = before.filter((one) => one !== gone).map((one) => one.challengerId);
  expect(stays.every((id) => proposal.seats.some((seat) => seat.candidateId === id))).toBe(true);
  await done(refillTeam({ visitId: world.id, actor: world.region.coordinator, team: proposal }));
  expect((await asked(world)).filter(({ state }) => state === "invited")).toHaveLength(3);
});

test("somebody who withdraws after the team was confirmed opens the place again at once, and everybody but them is told", async () => {
  const world = await confirmed(await withPool(await aVisit()));
  const gone = (await asked(world)).find(({ role }) => role === "challenger")!;
  await done(withdrawFrom({ assignmentId: gone.assignmentId, actor: gone.actor, reason: "Ill" }));
  expect(await stateOf(world.id)).toBe("awaitingAcceptances");
  const told = await lettersOf(world.id, "team.reopen");
  expect(told).toEqual(expect.arrayContaining(["visit/team-reopened > Director of Ashford", "visit/team-reopened > Director of Barton", "visit/team-reopened > Priya Nair"]));
  expect(told.some((letter) => letter.endsWith(world.pool.find(({ id }) => id === gone.challengerId)?.person.name ?? "?"))).toBe(false);
  const proposal = await propose(world);
  if (proposal.kind !== "team") throw new Error(proposal.reason);
  await done(refillTeam({ visitId: world.id, actor: world.region.coordinator, team: proposal }));
  const fresh = (await asked(world)).find(({ state }) => state === "invited")!;
  await done(acceptInvitation({ assignmentId: fresh.assignmentId, actor: fresh.actor, conflict: "", signed: true }));
  await done(confirmTeam({ visitId: world.id, actor: world.region.coordinator }));
});

test("training that runs out before the visit gives the place back and opens the team", async () => {
  const world = await confirmed(await withPool(await aVisit()));
  const lapsed = (await asked(world)).find(({ role }) => role === "challenger")!;
  const yesterday = new Date(Date.now() - 86_400_000);
  await db.challenger.update({ where: { id: lapsed.challengerId }, data: { trainedUntil: yesterday } });
  expect(await fire({ workflowId: lapsed.challengerId, event: "training.expire", actor: system })).toMatchObject({ kind: "moved" });
  expect(await stateOf(lapsed.assignmentId)).toBe("released");
  expect(await db.assignmentDay.count({ where: { assignmentId: lapsed.assignmentId } })).toBe(0);
  expect(await stateOf(world.id)).toBe("awaitingAcceptances");
  expect(await lettersOf(world.id, "team.reopen")).toContain("visit/team-reopened > Director of Barton");
});

test("two coordinators who propose at once: one team is asked, and nobody twice", async () => {
  for (let round = 0; round < 3; round += 1) {
    const world = await withPool(await aVisit());
    const proposal = await propose(world);
    if (proposal.kind !== "team") throw new Error(proposal.reason);
    const ended = await Promise.all([world.region.coordinator, world.region.deputy].map((actor) => proposeTeam({ visitId: world.id, actor, team: proposal })));
    expect(ended.map((one) => one.kind).sort()).toEqual(["moved", "refused"]);
    expect(await asked(world)).toHaveLength(3);
  }
});

test("an objection and the acceptance of the same person at once: whoever comes first, they are not on the team", async () => {
  for (let round = 0; round < 3; round += 1) {
    const world = await proposed(await withPool(await aVisit()));
    const member = (await asked(world)).find(({ role }) => role === "challenger")!;
    const [objected, answered] = await Promise.all([
      objectTo({ visitId: world.id, actor: world.host.dcs, assignmentId: member.assignmentId, reason: "A reason" }),
      acceptInvitation({ assignmentId: member.assignmentId, actor: member.actor, conflict: "", signed: true }),
    ]);
    expect(objected.kind).toBe("moved");
    expect(["moved", "refused"]).toContain(answered.kind);
    expect((await asked(world)).find(({ assignmentId }) => assignmentId === member.assignmentId)?.state).toBe("objected");
    expect(await db.workflowParty.count({ where: { workflowId: world.id, personId: (member.actor as { personId: string }).personId, role: "challenger", to: null } })).toBe(0);
    expect(await db.visitObjection.count({ where: { visitId: world.id } })).toBe(1);
  }
});

test("two objections at once: one counts", async () => {
  const world = await proposed(await withPool(await aVisit()));
  const [first, second] = await asked(world);
  const ended = await Promise.all([first!, second!].map(({ assignmentId }) => objectTo({ visitId: world.id, actor: world.host.dcs, assignmentId, reason: "A reason" })));
  expect(ended.map((one) => one.kind).sort()).toEqual(["moved", "refused"]);
  expect((await asked(world)).filter(({ state }) => state === "objected")).toHaveLength(1);
});

test("two visits that ask the same person for the same days at once: one gets them", async () => {
  const first = await withPool(await aVisit(), { teamSize: 2 });
  const second = await endorsed({ ...first, ...(await anotherVisit(first)) }, { teamSize: 2 });
  const firstDay = (await questionOf(first.id))!.wanted.candidateDays[0]!;
  const ask = (visitId: string, other: string) => proposeTeam({ visitId, actor: first.region.coordinator, team: { firstDay, seats: [{ candidateId: first.lead.id, lead: true }, { candidateId: other, lead: false }] } });
  const ended = await Promise.all([ask(first.id, first.pool[0]!.id), ask(second.id, first.pool[1]!.id)]);
  expect(ended.map((one) => one.kind).sort()).toEqual(["moved", "refused"]);
  expect(await db.assignment.count({ where: { challengerId: first.lead.id } })).toBe(1);
});

test("the host organiser sees the visit and the team, and a stranger of the region neither", async () => {
  const world = await accepted(await withPool(await aVisit()));
  const stranger = await aHolder({ regionId: world.region.id, authorityId: world.third.id, kind: "dcs-delegate", name: "Stranger" });
  expect(await db.visit.count({ where: { AND: [{ id: world.id }, visibleTo(world.organiser)] } })).toBe(1);
  expect(await db.visit.count({ where: { AND: [{ id: world.id }, visibleTo(stranger)] } })).toBe(0);
});
