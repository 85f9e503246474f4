import { expect, test } from "vitest";

import { agreeScope, beginVisit, declineRequest, discardDraft, endorseVisit, prepareRequest, refuseEndorsement, reopenScope, returnRequest, saveRequest, sendRequest, visibleTo, withdrawVisit } from "~/features/visit";
import { headOf } from "~/features/visit/queries.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { addWorkingDays } from "~/workflow/working-days";
import { bankHolidayFrom, saturdayFrom, workingDay } from "../support/days";
import { aVisit, done, endorsed, lettersOf, request, requested, scope, scoped, someDays, stateOf } from "./world";

const sees = async (actor: SignedIn, id: string) => (await db.visit.count({ where: { AND: [{ id }, visibleTo(actor)] } })) === 1;

test("the delegate prepares, the director asks: a delegate cannot send the request", async () => {
  const world = await aVisit();
  expect(await sendRequest({ visitId: world.id, actor: world.host.delegate })).toEqual({ kind: "refused", reason: "not-your-role" });
  await done(prepareRequest({ visitId: world.id, actor: world.host.delegate }));
  expect(await lettersOf(world.id, "request.prepare")).toContain("visit/request-ready > Director of Ashford");
  await done(sendRequest({ visitId: world.id, actor: world.host.dcs }));
  expect(await stateOf(world.id)).toBe("awaitingScope");
  expect(await lettersOf(world.id, "request.send")).toEqual(expect.arrayContaining(["visit/request-received > Priya Nair", "visit/request-received > Director of Ashford"]));
});

test("a draft exists for its own authority alone; once asked for, for the region's coordinator and chair, and never for a neighbour", async () => {
  const world = await aVisit();
  const see = async () => Promise.all([world.host.dcs, world.host.delegate, world.host.chiefExecutive, world.organiser, world.region.coordinator, world.region.chair, world.other.dcs, world.host.leadMember].map((actor) => sees(actor, world.id)));
  expect(await see()).toEqual([true, true, true, true, false, false, false, false]);
  await requested(world);
  expect(await see()).toEqual([true, true, true, true, true, true, false, false]);
  expect(await headOf(world.other.dcs, world.id)).toBeNull();
});

test("only the host's own director and delegate begin a request, and one form pressed twice begins one", async () => {
  const world = await aVisit();
  expect(await beginVisit({ authorityId: world.host.id, variant: "peer", theme: "SEND", actor: world.other.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await beginVisit({ authorityId: world.host.id, variant: "peer", theme: "SEND", actor: world.host.chiefExecutive })).toEqual({ kind: "refused", reason: "not-your-role" });
  const press = () => beginVisit({ authorityId: world.host.id, variant: "peer", theme: "SEND", actor: world.host.dcs, requestKey: "one-press-of-a-form" });
  const [first, second] = await Promise.all([press(), press()]);
  expect(first).toEqual(second);
  expect(await db.visit.count({ where: { requestKey: "one-press-of-a-form" } })).toBe(1);
});

test.each([
  ["a theme that comes from nowhere", request({ themeReason: "" }), "no-link-and-no-reason"],
  ["no wish", request({ wants: "" }), "no-wishes"],
  ["no date", request({ wishedDays: [] }), "no-dates"],
])("a request with %s cannot be sent, and stays as it was", async (_what, content, reason) => {
  const world = await aVisit();
  expect(await saveRequest({ visitId: world.id, actor: world.host.dcs }, content)).toEqual({ kind: "saved" });
  expect(await sendRequest({ visitId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason });
  expect(await stateOf(world.id)).toBe("awaitingRequest");
});

const saturday = saturdayFrom(workingDay(30));

test.each([
  ["in the past", "2020-01-06", "date-past"],
  ["on a Saturday", saturday, "date-not-working"],
  ["on a bank holiday", bankHolidayFrom(workingDay(30)), "date-not-working"],
  ["that runs over a weekend", addWorkingDays(saturday, -1), "date-over-holiday"],
  ["after the end of the round", someDays(1, 365, 3, workingDay(500))[0]!, "date-after-end"],
  ["that is no date", "2027-02-30", "not-a-date"],
])("a first day %s is refused", async (_what, wished, reason) => {
  const world = await aVisit();
  expect(await saveRequest({ visitId: world.id, actor: world.host.dcs }, request({ wishedDays: [wished] }))).toEqual({ kind: "refused", reason });
});

test("a theme, a kind of visit or a passage that is not theirs is refused", async () => {
  const world = await aVisit();
  const save = (over: Parameters<typeof request>[0]) => saveRequest({ visitId: world.id, actor: world.host.dcs }, request(over));
  expect(await save({ theme: "astrology" })).toMatchObject({ reason: "no-theme" });
  expect(await save({ variant: "inspection" })).toMatchObject({ reason: "no-such-variant" });
  const theirs = await db.selfAssessment.findFirstOrThrow({ where: { authorityId: world.other.id } });
  expect(await save({ passage: `${theirs.id} vision` })).toMatchObject({ reason: "not-your-document" });
  expect(await saveRequest({ visitId: world.id, actor: world.region.coordinator }, request())).toMatchObject({ reason: "not-your-role" });
});

test("a wish in which a child may be recognised is not sent", async () => {
  const world = await aVisit({ wants: "Look at the case of the child born on 03/04/2014, NHS number 943 476 5919" });
  expect(await sendRequest({ visitId: world.id, actor: world.host.dcs })).toEqual({ kind: "refused", reason: "child-data-request" });
});

test("a draft that nobody has seen is thrown away without telling the region; one that was sent is withdrawn with a reason", async () => {
  const draft = await aVisit();
  await done(discardDraft({ visitId: draft.id, actor: draft.host.delegate }));
  expect(await lettersOf(draft.id, "draft.discard")).toEqual(expect.not.arrayContaining(["visit/draft-discarded > Priya Nair"]));
  const sent = await requested(await aVisit());
  await done(returnRequest({ visitId: sent.id, actor: sent.region.coordinator, reason: "Say more about schools" }));
  expect(await discardDraft({ visitId: sent.id, actor: sent.host.dcs })).toEqual({ kind: "refused", reason: "neverRequested" });
  expect(await withdrawVisit({ visitId: sent.id, actor: sent.host.dcs, reason: " " })).toEqual({ kind: "refused", reason: "hasReason" });
  await done(withdrawVisit({ visitId: sent.id, actor: sent.host.dcs, reason: "Another year" }));
  expect(await lettersOf(sent.id, "visit.withdraw")).toContain("visit/withdrawn > Priya Nair");
});

test("the coordinator scopes or declines with a reason; the reason is on the record and in no letter", async () => {
  const world = await requested(await aVisit());
  expect(await declineRequest({ visitId: world.id, actor: world.host.dcs, reason: "x" })).toMatchObject({ reason: "not-your-role" });
  await done(declineRequest({ visitId: world.id, actor: world.region.coordinator, reason: "Two visits are under way already" }));
  expect(await stateOf(world.id)).toBe("declined");
  expect((await headOf(world.host.dcs, world.id))?.reason).toBe("Two visits are under way already");
  expect((await headOf(world.region.chair, world.id))?.reason).toBeNull();
  const letters = await db.outboxEmail.findMany({ where: { workflowId: world.id } });
  expect(letters.length).toBeGreaterThan(2);
  for (const letter of letters) expect(JSON.stringify(letter.props)).not.toMatch(/under way already|plans reach families/);
});

test.each([
  ["no line of enquiry", { kloes: [] }, "kloes:none"],
  ["too many lines of enquiry", { kloes: ["a?", "b?", "c?", "d?", "e?", "f?"] }, "kloes:too-many"],
  ["a line about a child", { kloes: ["What happened to the child with NHS number 943 476 5919?"] }, "kloes:child-data"],
  ["no theme", { themes: [] }, "no-themes"],
  ["no day", { candidateDays: [] }, "no-dates"],
  ["a day in the past", { candidateDays: ["2021-03-02"] }, "date-past"],
  ["too many days", { days: 9 }, "days-out-of-range"],
  ["a team of one", { teamSize: 1 }, "size-out-of-range"],
] as const)("a scope with %s is refused and nothing of it is kept", async (_what, over, reason) => {
  const world = await requested(await aVisit());
  expect(await agreeScope({ visitId: world.id, actor: world.region.coordinator, scope: scope(over) })).toEqual({ kind: "refused", reason });
  expect(await db.kloe.count({ where: { activityId: world.id } })).toBe(0);
  expect(await stateOf(world.id)).toBe("awaitingScope");
});

test("the chief executive of the host endorses, and nobody else; a refusal gives it back to the director with a reason", async () => {
  const world = await scoped(await aVisit());
  for (const actor of [world.host.dcs, world.region.coordinator, world.other.chiefExecutive, world.host.leadMember]) {
    expect(await endorseVisit({ visitId: world.id, actor })).toEqual({ kind: "refused", reason: "not-your-role" });
  }
  expect(await lettersOf(world.id, "scope.agree")).toContain("visit/endorsement-wanted > Chief executive of Ashford");
  expect(await refuseEndorsement({ visitId: world.id, actor: world.host.chiefExecutive, reason: "" })).toEqual({ kind: "refused", reason: "hasReason" });
  await done(refuseEndorsement({ visitId: world.id, actor: world.host.chiefExecutive, reason: "Not before the elections" }));
  expect(await stateOf(world.id)).toBe("awaitingRequest");
  expect((await headOf(world.host.dcs, world.id))?.reason).toBe("Not before the elections");
});

test("a scope that was taken back is endorsed only after it is agreed again, with its new lines", async () => {
  const world = await scoped(await aVisit());
  await done(reopenScope({ visitId: world.id, actor: world.region.coordinator }));
  expect(await endorseVisit({ visitId: world.id, actor: world.host.chiefExecutive })).toEqual({ kind: "refused", reason: "no-such-step" });
  await done(agreeScope({ visitId: world.id, actor: world.region.coordinator, scope: scope({ kloes: ["Only this one?"], candidateDays: someDays(1) }) }));
  expect((await db.kloe.findMany({ where: { activityId: world.id } })).map((line) => line.text)).toEqual(["Only this one?"]);
  await done(endorseVisit({ visitId: world.id, actor: world.host.chiefExecutive }));
  expect(await stateOf(world.id)).toBe("awaitingTeam");
});

test("an endorsement and a taking back at the same moment: one of them happens", async () => {
  for (let round = 0; round < 3; round += 1) {
    const world = await scoped(await aVisit());
    const ended = await Promise.all([endorseVisit({ visitId: world.id, actor: world.host.chiefExecutive }), reopenScope({ visitId: world.id, actor: world.region.coordinator })]);
    expect(ended.map((one) => one.kind).sort()).toEqual(["moved", "refused"]);
  }
});

test("what is awaited has its date from the region's settings, and a reminder names the step", async () => {
  const world = await endorsed(await aVisit());
  const [open] = await db.deadline.findMany({ where: { workflowId: world.id, closedAt: null } });
  expect(open?.name).toBe("Propose a team");
  const names = await db.deadline.findMany({ where: { workflowId: world.id }, orderBy: { openedAt: "asc" }, select: { name: true, closedAt: true } });
  expect(names.map(({ name, closedAt }) => [name, closedAt !== null])).toEqual([["Scope the visit", true], ["Endorse the visit", true], ["Propose a team", false]]);
});
