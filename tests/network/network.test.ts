import { expect, test } from "vitest";

import { bookPlaces, recordAttendance } from "~/features/booking";
import { invitedTo, openBooking } from "~/features/event";
import { eventPage } from "~/features/event/queries.server";
import { acceptInvitation, changeNetwork, closeNetwork, declineInvitation, endMembership, inviteMembers, joinNetwork, leaveNetwork, openNetwork, planNetwork, sendInstructions, type NetworkDetails } from "~/features/network";
import { readNetwork } from "~/features/network/forms";
import { membersCsv, networkPage, peopleToInvite } from "~/features/network/queries.server";
import { at } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { anOpenEvent, aPlannedEvent, aRegion, colleagues, lettersOf, stateOf, workingDay } from "../booking/world";
import type { TestRegion } from "../cycle/region";
import { heldToTable } from "../support/told";

const details = (over: Partial<NetworkDetails> = {}): NetworkDetails => ({ kind: "network", title: "Kinship network", about: "", instructions: "The side door, code 4711.", joinLink: "https://meet.example.org/kinship", sourceIds: [], ...over });

async function aNetwork(region: TestRegion, over: Partial<NetworkDetails> = {}): Promise<string> {
  const made = await planNetwork({ regionId: region.id, details: details(over), actor: region.coordinator });
  if (made.kind !== "made") throw new Error(made.reason);
  expect(await openNetwork({ networkId: made.id, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  return made.id;
}

/** A workshop that some of these people took part in: the first did not come. */
async function aWorkshop(region: TestRegion, people: readonly SignedIn[]): Promise<string> {
  const event = await anOpenEvent({ region, title: "Neglect workshop", date: { capacity: 9, day: workingDay(3) }, rules: { bookBy: workingDay(2) } });
  const ids: string[] = [];
  for (const actor of people) {
    const made = await bookPlaces({ sessionId: event.sessionId, personIds: [actor.personId], actor });
    if (made.kind !== "made") throw new Error(made.reason);
    ids.push(made.bookings[0]!.bookingId);
  }
  await at(londonTime(workingDay(3), "17:00"), () => recordAttendance({ sessionId: event.sessionId, actor: region.coordinator, came: new Map(ids.map((id, index) => [id, index === 0 ? ("miss" as const) : ("full" as const)])) }));
  return event.eventId;
}

async function joined(networkId: string, actor: SignedIn): Promise<string> {
  const result = await joinNetwork({ networkId, actor });
  if (result.kind !== "joined") throw new Error(result.reason);
  return result.membershipId;
}

test("a network is the coordinator's own until it opens; then its people join once, read how to, and leave", async () => {
  const region = await aRegion();
  const [one, other] = await colleagues(region, 2);
  const made = await planNetwork({ regionId: region.id, details: details(), actor: region.coordinator, requestKey: "the-same-press-twice" });
  expect(await planNetwork({ regionId: region.id, details: details(), actor: region.coordinator, requestKey: "the-same-press-twice" })).toEqual(made);
  if (made.kind !== "made") throw new Error(made.reason);
  expect(await planNetwork({ regionId: region.id, details: details(), actor: region.chair })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await networkPage(one!, made.id)).toBeNull();
  expect(await joinNetwork({ networkId: made.id, actor: one! })).toEqual({ kind: "refused", reason: "not-open" });
  expect(await openNetwork({ networkId: made.id, actor: region.chair })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await openNetwork({ networkId: made.id, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  // Directors and their delegates are told of a network for the whole region.
  expect((await lettersOf(made.id, "network.open")).filter((one) => one.startsWith("network/may-join"))).toHaveLength(6);
  expect(await networkPage(one!, made.id)).toMatchObject({ mayJoin: true, members: null, instructions: null, joinLink: null, memberCount: 0 });
  const twice = await Promise.all([joinNetwork({ networkId: made.id, actor: one! }), joinNetwork({ networkId: made.id, actor: one! }), joinNetwork({ networkId: made.id, actor: one! })]);
  expect(new Set(twice.map((result) => (result.kind === "joined" ? result.membershipId : result.reason))).size).toBe(1);
  const [first] = twice;
  const membershipId = first!.kind === "joined" ? first!.membershipId : "";
  expect(await lettersOf(membershipId, "network.join")).toEqual(expect.arrayContaining([`membership/welcome > ${one!.name}`, `membership/joined > ${region.coordinator.name}`]));
  const page = await networkPage(one!, made.id);
  expect(page).toMatchObject({ mayJoin: false, instructions: "The side door, code 4711.", joinLink: "https://meet.example.org/kinship", memberCount: 1, authorities: { part: 1, whole: 3 } });
  expect(page?.members?.map(({ name, authority }) => [name, authority])).toEqual([[one!.name, "Ashford"]]);
  // Instructions are never in a letter.
  expect(await sendInstructions({ networkId: made.id, actor: one! })).toEqual({ kind: "refused", reason: "not-your-role" });
  await joined(made.id, other!);
  expect(await sendInstructions({ networkId: made.id, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect((await lettersOf(made.id, "instructions.send")).filter((letter) => letter.startsWith("network/instructions >")).sort()).toEqual([one!, other!].map(({ name }) => `network/instructions > ${name}`).sort());
  const letters = JSON.stringify(await db.outboxEmail.findMany({ where: { OR: [{ workflowId: made.id }, { workflow: { parentId: made.id } }] } }));
  expect(letters).not.toContain("4711");
  expect(letters).not.toContain("meet.example.org");
  expect(await leaveNetwork({ membershipId, actor: other! })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await leaveNetwork({ membershipId, actor: one! })).toMatchObject({ kind: "moved", to: "left" });
  expect(await networkPage(one!, made.id)).toMatchObject({ mayJoin: true, instructions: null, members: null, memberCount: 1 });
  await sendInstructions({ networkId: made.id, actor: region.coordinator });
  expect((await lettersOf(made.id, "instructions.send")).filter((letter) => letter === `network/instructions > ${one!.name}`)).toHaveLength(1);
  // Whoever left can come back.
  expect(await joined(made.id, one!)).not.toBe(membershipId);
  for (const id of [made.id, membershipId]) await heldToTable(id);
});

test("a closed community of practice is only for those who took part in an earlier workshop, and its meetings only for its members", async () => {
  const region = await aRegion();
  const [absent, came, alsoCame, stranger] = await colleagues(region, 4);
  const workshop = await aWorkshop(region, [absent!, came!, alsoCame!]);
  const networkId = await aNetwork(region, { kind: "community", sourceIds: [workshop] });
  expect((await lettersOf(networkId, "network.open")).filter((one) => one.startsWith("network/may-join")).sort()).toEqual([came!, alsoCame!].map(({ name }) => `network/may-join > ${name}`).sort());
  for (const one of [absent!, stranger!]) {
    expect(await networkPage(one, networkId)).toBeNull();
    expect(await joinNetwork({ networkId, actor: one })).toEqual({ kind: "refused", reason: "may-not-join" });
  }
  await joined(networkId, came!);
  expect((await networkPage(region.coordinator, networkId))?.follows).toEqual(["Neglect workshop"]);
  const { eventId, sessionId } = await aPlannedEvent(region, { title: "First meeting", date: { capacity: 5 }, rules: { audience: "members", attendedOwnerId: networkId } });
  expect(await openBooking({ eventId, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect((await lettersOf(eventId, "booking.open")).filter((one) => one.startsWith("event/invited"))).toEqual([`event/invited > ${came!.name}`]);
  expect((await invitedTo(eventId)).personIds).toEqual([came!.personId]);
  expect(await eventPage(came!, eventId)).toMatchObject({ canBook: true, audience: "members", attendedTitle: "Kinship network" });
  expect(await eventPage(alsoCame!, eventId)).toBeNull();
  const book = (actor: SignedIn) => bookPlaces({ sessionId, personIds: [actor.personId], actor });
  expect(await book(alsoCame!)).toEqual({ kind: "refused", reason: "not-invited" });
  expect(await book(came!)).toMatchObject({ kind: "made" });
  expect((await networkPage(came!, networkId))?.meetings.map(({ title }) => title)).toEqual(["First meeting"]);
  await joined(networkId, alsoCame!);
  expect(await book(alsoCame!)).toMatchObject({ kind: "made" });
});

test("the coordinator invites all or none; an invitation is accepted, declined or lapses by itself, and a membership is ended with a reason", async () => {
  const region = await aRegion();
  const networkId = await aNetwork(region);
  const [yes, no, silent, already, elsewhere] = [...(await colleagues(region, 4)), ...(await colleagues(await aRegion(), 1))];
  await joined(networkId, already!);
  const invite = (people: readonly SignedIn[], actor = region.coordinator, requestKey?: string) => inviteMembers({ networkId, personIds: people.map(({ personId }) => personId), actor, requestKey });
  expect(await invite([yes!], region.chair)).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await invite([])).toEqual({ kind: "refused", reason: "choose-people" });
  expect(await invite([yes!, already!])).toEqual({ kind: "refused", reason: "member-already" });
  expect(await invite([yes!, elsewhere!])).toEqual({ kind: "refused", reason: "may-not-join" });
  expect(await db.membership.count({ where: { networkId } })).toBe(1);
  const presses = await Promise.all([invite([yes!, no!, silent!], region.coordinator, "a-press-of-a-button"), invite([yes!, no!, silent!], region.coordinator, "a-press-of-a-button")]);
  expect(presses).toEqual([{ kind: "invited", count: 3 }, { kind: "invited", count: 3 }]);
  expect((await peopleToInvite({ id: networkId, regionId: region.id, follows: [] })).map(({ id }) => id)).not.toContain(yes!.personId);
  const of = async (person: SignedIn) => (await db.membership.findFirstOrThrow({ where: { networkId, personId: person.personId } })).id;
  expect(await acceptInvitation({ membershipId: await of(yes!), actor: no! })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await acceptInvitation({ membershipId: await of(yes!), actor: yes! })).toMatchObject({ kind: "moved", to: "member" });
  expect(await declineInvitation({ membershipId: await of(no!), actor: no! })).toMatchObject({ kind: "moved", to: "declined" });
  await at(londonTime(workingDay(17), "09:00"), sweepDeadlines);
  expect(await stateOf(await of(silent!))).toBe("declined");
  expect(await acceptInvitation({ membershipId: await of(silent!), actor: silent! })).toEqual({ kind: "refused", reason: "no-such-step" });
  expect(await endMembership({ membershipId: await of(yes!), actor: region.coordinator, reason: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await endMembership({ membershipId: await of(yes!), actor: region.coordinator, reason: "Has changed posts." })).toMatchObject({ kind: "moved", to: "ended" });
  expect(JSON.stringify(await db.outboxEmail.findMany({ where: { workflowId: await of(yes!) } }))).not.toContain("changed posts");
  expect(membersCsv([{ membershipId: "", personId: "", name: "=1+1", email: "", place: "", authority: null, since: "2026-11-26T00:00:00.000Z" }])).toContain("'=1+1");
  for (const person of [yes!, no!, silent!]) await heldToTable(await of(person));
});

test("changed, renamed and closed: members stay until it closes, and each is told", async () => {
  const region = await aRegion();
  const networkId = await aNetwork(region);
  const [one, invited] = await colleagues(region, 2);
  const membershipId = await joined(networkId, one!);
  await inviteMembers({ networkId, personIds: [invited!.personId], actor: region.coordinator });
  expect(await changeNetwork({ networkId, actor: region.coordinator, details: details({ title: "Family network", instructions: "", joinLink: "", sourceIds: ["0199f2c4-0000-7000-8000-000000000000"] }) })).toEqual({ kind: "refused", reason: "choose-source" });
  expect(await changeNetwork({ networkId, actor: region.coordinator, details: details({ title: "Family network", instructions: "", joinLink: "" }) })).toMatchObject({ kind: "moved" });
  expect((await db.workflow.findUniqueOrThrow({ where: { id: membershipId } })).title).toBe("Family network");
  expect(await sendInstructions({ networkId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "hasInstructions" });
  expect(await closeNetwork({ networkId, actor: region.coordinator, reason: "" })).toEqual({ kind: "refused", reason: "hasReason" });
  expect(await closeNetwork({ networkId, actor: region.coordinator, reason: "It has done its work." })).toMatchObject({ kind: "moved" });
  expect(await db.membership.count({ where: { networkId, workflow: { state: "ended" } } })).toBe(2);
  expect(await lettersOf(membershipId, "network.close")).toEqual([`membership/network-closed > ${one!.name}`]);
  expect(await joinNetwork({ networkId, actor: one! })).toEqual({ kind: "refused", reason: "not-open" });
  // The database itself lets nobody belong twice.
  const other = await aNetwork(region);
  await joined(other, one!);
  await expect(pool.query("INSERT INTO membership (id, network_id, person_id, created_at) SELECT w.id, $1, $2, now() FROM workflow w WHERE w.id = $3", [other, one!.personId, networkId])).rejects.toThrow(/membership_once/);
});

test("what is missing in the form is said beside its field", () => {
  const read = readNetwork({ title: "", kind: "network", who: "attended", joinLink: "http://x" });
  expect(read.ok ? {} : read.form.errors).toEqual({ title: "Enter what it is called", joinLink: "Enter a link that begins with https://" });
  const sourceless = readNetwork({ title: "A", kind: "network", who: "attended" });
  expect(sourceless.ok ? {} : sourceless.form.errors).toEqual({ source: "Choose at least one event" });
});
