import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { keyboard } from "./hands";
import { database, done, letterTo, southEastIds, stateOf, type Triad, untilFound } from "./triad-round";
import { authoritiesWithdraw } from "./triad-withdrawal";
import { fillDate, goTo, look, phone, type SmallServer, startSmallServer, windowOf, withoutScript } from "./walk";

// The South East's round of sessions, from rules to records: 19 authorities, six triads, two of them postponed and held later.
let server: SmallServer;
let triads: readonly Triad[] = [];

beforeAll(async () => {
  server = await startSmallServer({}, { southEast: southEastIds });
  const { enterChallenger } = await import("~/features/challenger-pool");
  const trainedOn = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  for (const id of southEastIds) {
    const entered = await enterChallenger({ regionId: "south-east", personId: southEast().person("dcs", id).id, level: "lead", themes: ["SEND"], about: "", maxLoad: 2, trainedOn, actor: coordinator().actor });
    expect(entered.kind).toBe("entered");
  }
});
afterAll(() => server.stop());

const southEast = () => server.world.southEast;
const coordinator = () => southEast().person("sli-coordinator");
const director = (authorityId: string) => southEast().person("dcs", authorityId);
const delegate = (authorityId: string) => southEast().person("dcs-delegate", authorityId);

const problem = (page: Page) => page.locator(".govuk-error-summary");

test("the coordinator finds the groups by rules and publishes them, without script; half term is kept free", async () => {
  const { page, ...window } = await windowOf(server, coordinator().id, withoutScript);
  window.expectConsoleError(/422/);
  const round = `/rounds/${southEast().cycleId}`;
  await goTo(page, round);
  await page.getByRole("link", { name: /^Triad board/ }).click();
  await page.getByRole("link", { name: "Make a draft" }).or(page.getByRole("button", { name: "Make a draft" })).first().click();
  await page.getByLabel("Name of this draft").fill("Short journeys");
  await page.getByRole("button", { name: "Find the best groups" }).click();
  await untilFound(page);
  expect(await page.locator(".app-group").count()).toBe(6);
  const board = new URL(page.url()).pathname;

  // An authority in two groups: said at once, with everything that was typed.
  await page.getByRole("link", { name: "Type or paste the groups" }).click();
  await page.getByLabel("Groups", { exact: true }).fill("Kent, Medway, Surrey\nKent, Reading, Slough");
  await page.getByRole("button", { name: "Set these groups" }).click();
  expect(await problem(page).textContent()).toContain("Kent is in groups 1 and 2");
  expect(await page.getByLabel("Groups", { exact: true }).inputValue()).toBe("Kent, Medway, Surrey\nKent, Reading, Slough");
  await goTo(page, `${board}/publish`);
  await page.getByRole("button", { name: "Publish to 19 authorities" }).click();
  await page.getByText("The groups have been published to 19 authorities").first().waitFor();
  const db = await database();
  const rows = await db.triad.findMany({ where: { cycleId: southEast().cycleId }, orderBy: { number: "asc" }, select: { id: true, number: true, members: { select: { authority: { select: { id: true, name: true } } }, orderBy: { authority: { name: "asc" } } } } });
  triads = rows.map(({ id, number, members }) => ({ id, number, path: `/triads/${id}`, members: members.map(({ authority }) => authority) }));
  expect(triads.map(({ members }) => members.length).sort()).toEqual([3, 3, 3, 3, 3, 4]);

  await goTo(page, `${round}/blocked`);
  await page.getByRole("button", { name: "Keep these days free" }).click();
  expect(await problem(page).textContent()).toMatch(/Enter the first day.*Say what is on these days/s);
  const { possibleDays } = await import("~/features/triad/day-rules.server");
  const half = (await possibleDays(southEast().cycleId))[1] ?? "";
  await fillDate(page, "day", half);
  await page.getByLabel("What is on").fill("Half term");
  await look(page, "triad-01-days-without-sessions-errors");
  await page.getByRole("button", { name: "Keep these days free" }).click();
  await page.getByText("1 working day is kept free").first().waitFor();
  await look(page, "triad-02-days-without-sessions");
  expect(await possibleDays(southEast().cycleId)).not.toContain(half);
  await goTo(page, "/triads");
  await look(page, "triad-03-triads");
});

test("dates are offered to all six, answered from the email by phone, without script and by keyboard, and who is silent is chased", async () => {
  const [first, second] = triads;
  if (!first || !second) throw new Error("nothing was published");
  const chair = await windowOf(server, coordinator().id);
  chair.expectConsoleError(/422/);
  await goTo(chair.page, first.path);
  await look(chair.page, "triad-04-group-new");
  await chair.page.getByRole("link", { name: "Offer dates" }).or(chair.page.getByRole("button", { name: "Offer dates" })).first().click();
  await chair.page.getByRole("button", { name: "Offer these days" }).click();
  expect(await problem(chair.page).textContent()).toContain("Choose at least one day");
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) await chair.page.locator('input[name="days"]').nth(index).check();
  await look(chair.page, "triad-05-offer");
  await chair.page.getByRole("button", { name: "Offer these days" }).click();
  await chair.page.getByText("8 days offered to 6 groups").first().waitFor();

  // Straight from the email, on a phone, without script.
  const [one, other, third] = first.members;
  if (!one || !other || !third) throw new Error("a group has three members");
  const letter = await letterTo(director(one.id).id, "Triad 1");
  const link = /https?:\/\/[^\s)]+(\/triads\/[0-9a-f-]{36}\/dates)/.exec(letter.text)?.[1] ?? "";
  expect(link).toBe(`${first.path}/dates`);
  const small = await windowOf(server, director(one.id).id, { ...phone, ...withoutScript });
  small.expectConsoleError(/422/);
  await goTo(small.page, link);
  await small.page.locator('input[value="yes"]').first().check();
  await small.page.getByRole("button", { name: /^Send .* answers$/ }).click();
  expect(await problem(small.page).locator("a").count()).toBe(7);
  expect(await small.page.locator('input[value="yes"]').first().isChecked()).toBe(true);
  await look(small.page, "triad-06-answer-errors-phone");
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) await small.page.locator(`input[value="${index === 7 ? "no" : index === 6 ? "ifNeedBe" : "yes"}"]`).nth(index).check();
  await small.page.getByLabel(/Where you could host/).fill("County Hall, room 4");
  await small.page.getByRole("button", { name: /^Send .* answers$/ }).click();
  await small.page.getByText("answers are kept").first().waitFor();
  await look(small.page, "triad-07-answered-phone");

  // A delegate, with the keys alone.
  const keys = await windowOf(server, delegate(other.id).id);
  const hands = keyboard(keys.page);
  await goTo(keys.page, link);
  for (const index of [0, 1, 2, 3, 4, 5, 6, 7]) await hands.tick(keys.page.locator('input[value="yes"]').nth(index));
  await hands.press(keys.page.getByRole("button", { name: /^Send .* answers$/ }));
  await keys.page.getByText("answers are kept").first().waitFor();

  // The others answer too, but for one, who is reminded, and answers then.
  const { answerDates } = await import("~/features/triad");
  const db = await database();
  const answer = async (triad: Triad, authorityId: string) => {
    const options = await db.dateOption.findMany({ where: { triadId: triad.id }, orderBy: { day: "asc" } });
    const said = (index: number) => ((index + triad.number) % 5 === 0 ? "no" : (index + triad.number) % 4 === 0 ? "ifNeedBe" : "yes");
    await done(answerDates({ triadId: triad.id, authorityId, venue: triad.members[0]?.id === authorityId ? "Council offices" : "", actor: delegate(authorityId).actor, answers: Object.fromEntries(options.map(({ id }, index) => [id, said(index)])) }));
  };
  for (const triad of triads.slice(1)) for (const member of triad.members) await answer(triad, member.id);
  expect(await stateOf(second.id)).toBe("awaitingProposal");
  await goTo(chair.page, first.path);
  await chair.page.getByText(`Awaited: ${third.name}`).waitFor();
  await look(chair.page, "triad-08-awaited");
  await chair.page.getByRole("link", { name: "Remind those who still owe something" }).click();
  await look(chair.page, "triad-09-remind");
  await chair.page.getByRole("button", { name: "Send the reminder" }).click();
  await chair.page.getByText("The reminder is sent").first().waitFor();
  expect(await db.outboxEmail.findMany({ where: { template: "triad/coordinator-reminds" }, select: { personId: true } })).toEqual(expect.arrayContaining([{ personId: director(third.id).id }, { personId: delegate(third.id).id }]));
  expect(await db.outboxEmail.count({ where: { template: "triad/coordinator-reminds" } })).toBe(2);
  await answer(first, third.id);
  expect(await stateOf(first.id)).toBe("awaitingProposal");
});

test("one proposal finds days, hosts, venues and challengers; a day after the summit is refused; authorities say who comes; sessions are confirmed", async () => {
  const [first] = triads;
  if (!first) throw new Error("nothing was published");
  const db = await database();
  const round = `/rounds/${southEast().cycleId}`;
  const { summitOn } = await db.cycle.findUniqueOrThrow({ where: { id: southEast().cycleId }, select: { summitOn: true } });
  const { page, ...window } = await windowOf(server, coordinator().id, withoutScript);
  window.expectConsoleError(/422/);
  await goTo(page, `${round}/sessions`);
  await page.getByRole("button", { name: "Find days, hosts and challengers" }).click();
  await page.getByText("A proposal is made").first().waitFor({ timeout: 60_000 });
  await look(page, "triad-10-proposal");
  await page.getByRole("link", { name: "Change triad 1 by hand" }).click();
  await fillDate(page, "day", summitOn.toISOString().slice(0, 10));
  await page.getByLabel("Where").fill("The Guildhall");
  await page.getByRole("button", { name: "Change the proposal" }).click();
  expect(await problem(page).textContent()).toContain("Choose a day before the summit");
  expect(await page.getByLabel("Where").inputValue()).toBe("The Guildhall");
  await look(page, "triad-11-after-the-summit");
  await goTo(page, `${round}/sessions`);
  await page.getByRole("button", { name: "Send the proposal" }).click();
  await page.getByText("Sent to 6 groups").first().waitFor();

  const [one, other, third] = first.members;
  if (!one || !other || !third) throw new Error("a group has three members");
  const small = await windowOf(server, director(one.id).id, phone);
  small.expectConsoleError(/422/);
  await goTo(small.page, `${first.path}/attendance`);
  await small.page.getByRole("button", { name: "Send" }).click();
  expect(await problem(small.page).textContent()).toContain("Choose who comes");
  await small.page.getByLabel("Nobody can come on that day").check();
  await small.page.getByLabel("Why", { exact: true }).fill("A council meeting");
  await look(small.page, "triad-12-attendance-phone");
  await small.page.getByRole("button", { name: "Send" }).click();
  await small.page.getByText("The coordinator knows that nobody can come").first().waitFor();
  await goTo(page, first.path);
  await page.getByText("Nobody can: A council meeting").waitFor();
  await page.getByText("Confirm the session: not yet").or(page.getByText(/Not every authority has said who comes/)).first().waitFor();
  await goTo(small.page, `${first.path}/attendance`);
  await small.page.getByLabel(delegate(one.id).name).check();
  await small.page.getByRole("button", { name: "Send" }).click();
  await small.page.getByText("You have said who comes").first().waitFor();

  const { confirmAttendance, confirmSession } = await import("~/features/triad");
  for (const triad of triads) {
    for (const { id } of triad.members.filter((member) => triad !== first || member !== one)) await done(confirmAttendance({ triadId: triad.id, authorityId: id, attendeeId: director(id).id, actor: director(id).actor }));
  }
  await goTo(page, `${first.path}/act/confirm`);
  await look(page, "triad-13-confirm");
  await page.getByRole("button", { name: "Confirm the session" }).click();
  await page.getByText("The session is confirmed").first().waitFor();
  for (const triad of triads.slice(1)) await done(confirmSession({ triadId: triad.id, actor: coordinator().actor }));
  for (const triad of triads) expect(await stateOf(triad.id)).toBe("confirmed");
  await goTo(page, `${round}/sessions`);
  await look(page, "triad-14-confirmed");
});

test("challengers accept or decline with a reason; the place comes back and somebody else is asked", async () => {
  const [first] = triads;
  if (!first) throw new Error("nothing was published");
  const db = await database();
  const { acceptInvitation } = await import("~/features/assignment");
  const places = await db.assignment.findMany({ where: { activityId: first.id }, orderBy: { role: "desc" }, select: { id: true, role: true, challenger: { select: { personId: true } } } });
  expect(places).toHaveLength(2);
  const [lead, second] = places;
  if (!lead || !second) throw new Error("two were asked");
  expect(lead.role).toBe("lead");
  await done(acceptInvitation({ assignmentId: lead.id, actor: { kind: "person", personId: lead.challenger.personId }, conflict: "", signed: true }));
  const declining = await windowOf(server, second.challenger.personId, phone);
  await goTo(declining.page, `/assignments/${second.id}`);
  await look(declining.page, "triad-15-invitation-phone");
  await declining.page.getByLabel("Why can you not come?").fill("A hearing on that day");
  await declining.page.getByRole("button", { name: "Decline the invitation" }).click();
  await declining.page.getByText("The place is open again").first().waitFor();

  const { page, ...window } = await windowOf(server, coordinator().id, withoutScript);
  window.expectConsoleError(/422/);
  await goTo(page, first.path);
  await look(page, "triad-16-open-place");
  await page.getByRole("link", { name: "Ask another challenger" }).click();
  await page.getByRole("button", { name: "Ask them" }).click();
  expect(await problem(page).textContent()).toContain("Choose whom to ask");
  await look(page, "triad-17-ask-somebody");
  const offered = await page.locator('input[name="challengerId"]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  const employed = await db.challenger.findMany({ where: { personId: { in: first.members.map(({ id }) => director(id).id) } }, select: { id: true } });
  for (const { id } of employed) expect(offered).not.toContain(id);

  // A challenger of one of these authorities, by a form that was tampered with: refused, and nothing is written.
  const { refillTeam } = await import("~/features/triad");
  expect(await refillTeam({ triadId: first.id, challengerId: employed[0]?.id ?? "", role: "challenger", actor: coordinator().actor })).toEqual({ kind: "refused", reason: "employed-by-host" });
  await page.locator('input[name="challengerId"]').first().check();
  await page.getByRole("button", { name: "Ask them" }).click();
  await page.getByText(/ is asked$/).first().waitFor();

  for (const place of await db.assignment.findMany({ where: { workflow: { state: "invited" } }, select: { id: true, challenger: { select: { personId: true } } } })) {
    await done(acceptInvitation({ assignmentId: place.id, actor: { kind: "person", personId: place.challenger.personId }, conflict: "", signed: true }));
  }
  for (const triad of triads) expect(await db.workflowParty.count({ where: { workflowId: triad.id, to: null, role: { in: ["leadChallenger", "challenger"] } } })).toBe(2);
});

test("lines of enquiry are shared by keyboard, a pack goes out by waiver, and its times are changed by hand", async () => {
  const [first] = triads;
  const [one, ...others] = first?.members ?? [];
  if (!first || !one) throw new Error("nothing was published");
  const keys = await windowOf(server, delegate(one.id).id);
  const hands = keyboard(keys.page);
  keys.expectConsoleError(/422/);
  await goTo(keys.page, `${first.path}/kloes`);
  await hands.fill(keys.page.locator("textarea, input[type=text]").first(), "How did we help the child with NHS number 943 476 5919?");
  await hands.press(keys.page.getByRole("button", { name: "Share with the session" }));
  await problem(keys.page).waitFor();
  await look(keys.page, "triad-18-kloes-errors");
  await hands.fill(keys.page.locator("textarea, input[type=text]").first(), "Do our thresholds mean the same to schools?");
  await hands.press(keys.page.getByRole("button", { name: "Share with the session" }));
  await keys.page.getByText("Your key lines of enquiry are shared").first().waitFor();

  const { releasePacks, shareLines, waiveSelfAssessment } = await import("~/features/triad");
  const actor = coordinator().actor;
  for (const { id } of others) await done(shareLines({ triadId: first.id, authorityId: id, texts: ["Is supervision reflective?", "Who closes the action of an audit?"], actor: delegate(id).actor as Parameters<typeof shareLines>[0]["actor"] }));
  const { page, ...window } = await windowOf(server, coordinator().id, withoutScript);
  window.expectConsoleError(/422/);
  await goTo(page, `${first.path}/act/waive`);
  await page.getByRole("button", { name: "Give the waiver" }).click();
  expect(await problem(page).textContent()).toMatch(/Choose the authority.*Enter a reason/s);
  await page.getByLabel("Authority").selectOption(one.id);
  await page.getByLabel("Reason").fill("Inspected last month");
  await look(page, "triad-19-waiver");
  await page.getByRole("button", { name: "Give the waiver" }).click();
  await page.getByText("The waiver is given").first().waitFor();
  for (const triad of triads) {
    for (const { id } of triad.members.filter((member) => triad !== first || member !== one)) await done(waiveSelfAssessment({ triadId: triad.id, authorityId: id, reason: "Inspected last month", actor }));
  }
  await goTo(page, `${first.path}/act/release-pack`);
  await page.getByRole("button", { name: "Release the pack" }).click();
  await page.getByText("The pack is released").first().waitFor();
  for (const triad of triads.slice(1)) await done(releasePacks({ triadId: triad.id, actor }));

  await goTo(page, `${first.path}/times`);
  await page.getByLabel("To", { exact: true }).first().fill("teatime");
  await page.getByRole("button", { name: "Change the times" }).click();
  expect(await problem(page).textContent()).toContain("enter when it ends");
  expect(await page.getByLabel("To", { exact: true }).first().inputValue()).toBe("teatime");
  await page.getByLabel("To", { exact: true }).first().fill("09:45");
  await page.getByLabel("From", { exact: true }).nth(1).fill("9.40");
  await page.getByRole("button", { name: "Change the times" }).click();
  expect(await problem(page).textContent()).toContain("it must begin after what comes before it has ended");
  await look(page, "triad-20-times-errors");
  await page.getByLabel("From", { exact: true }).nth(1).fill("9.50");
  await page.getByRole("button", { name: "Change the times" }).click();
  await page.getByText("The agenda has its new times").first().waitFor();
  await page.getByText("09:30 to 09:45").waitFor();
  await look(page, "triad-21-pack");
  const small = await windowOf(server, director(one.id).id, phone);
  await goTo(small.page, `${first.path}/pack`);
  await look(small.page, "triad-22-pack-phone");
});

test("two sessions are postponed and get new dates, and calendars follow: the same UID, a rising sequence", async () => {
  const [, second, third] = triads;
  if (!second || !third) throw new Error("nothing was published");
  const db = await database();
  const { page, ...window } = await windowOf(server, coordinator().id, withoutScript);
  window.expectConsoleError(/422/);
  const { possibleDays } = await import("~/features/triad/day-rules.server");
  const { acceptInvitation } = await import("~/features/assignment");
  const { confirmAttendance, confirmSession, releasePacks } = await import("~/features/triad");
  const days = await possibleDays(southEast().cycleId);
  for (const [place, triad] of [second, third].entries()) {
    await goTo(page, `${triad.path}/act/postpone`);
    await page.getByRole("button", { name: "Postpone the session" }).click();
    expect(await problem(page).textContent()).toContain("Enter a reason");
    await page.getByLabel("Reason").fill("The host is being inspected");
    if (place === 0) await look(page, "triad-23-postpone");
    await page.getByRole("button", { name: "Postpone the session" }).click();
    await page.getByText("The session is postponed").first().waitFor();
    if (place === 0) await look(page, "triad-24-postponed");
    await goTo(page, `${triad.path}/session`);
    await fillDate(page, "day", "2030-12-25");
    await page.getByRole("button", { name: "Propose it to the group" }).click();
    await problem(page).waitFor();
    await fillDate(page, "day", days.at(-1 - place) ?? "");
    if (place === 0) await look(page, "triad-25-new-date");
    await page.getByRole("button", { name: "Propose it to the group" }).click();
    await page.getByText("The session is proposed for").first().waitFor();
    for (const { id } of triad.members) await done(confirmAttendance({ triadId: triad.id, authorityId: id, attendeeId: director(id).id, actor: director(id).actor }));
    await done(confirmSession({ triadId: triad.id, actor: coordinator().actor }));
    await done(releasePacks({ triadId: triad.id, actor: coordinator().actor }));
    for (const invited of await db.assignment.findMany({ where: { activityId: triad.id, workflow: { state: "invited" } }, select: { id: true, challenger: { select: { personId: true } } } })) {
      await done(acceptInvitation({ assignmentId: invited.id, actor: { kind: "person", personId: invited.challenger.personId }, conflict: "", signed: true }));
    }
  }

  const who = director(second.members[0]?.id ?? "").id;
  const files = async () => (await db.mailboxMessage.findMany({ where: { personId: who, calendar: { contains: `Triad ${second.number} session` } }, orderBy: { at: "asc" }, select: { calendar: true } })).map(({ calendar }) => calendar ?? "");
  await expect.poll(async () => (await files()).length, { timeout: 60_000 }).toBeGreaterThan(2);
  const read = (file: string, key: string) => new RegExp(`^${key}:(.*)$`, "m").exec(file)?.[1]?.trim() ?? "";
  const sent = await files();
  expect(new Set(sent.map((file) => read(file, "UID"))).size).toBe(1);
  expect(sent.map((file) => [read(file, "METHOD"), read(file, "SEQUENCE")])).toEqual([["REQUEST", "0"], ["CANCEL", "1"], ["REQUEST", "2"]]);
  const letters = await db.mailboxMessage.findMany({ where: { subject: { contains: "Triad" } }, select: { text: true } });
  for (const { text } of letters) expect(text).not.toMatch(/being inspected|council meeting|Inspected last month|thresholds mean/);
});

test("on the day notes survive a lost connection on a phone, attendance is kept, and the records begin", async () => {
  const [first] = triads;
  const [one] = first?.members ?? [];
  if (!first || !one) throw new Error("nothing was published");
  const db = await database();
  // The day has come: the clock of the world is moved by moving the day.
  const today = new Date().toISOString().slice(0, 10);
  await db.triad.update({ where: { id: first.id }, data: { sessionOn: new Date(today) } });
  const { personId } = await db.workflowParty.findFirstOrThrow({ where: { workflowId: first.id, role: "leadChallenger", to: null } });
  const small = await windowOf(server, personId ?? "", phone);
  small.expectConsoleError(/ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load resource/);
  await goTo(small.page, `${first.path}/day`);
  await look(small.page, "triad-26-day-phone");
  const words = small.page.getByLabel(`Notes while ${one.name} is challenged`);
  await words.fill("They began with what is not yet good.");
  await small.page.getByText(/^Saved \d\d:\d\d/).first().waitFor({ timeout: 30_000 });
  await small.context.setOffline(true);
  await words.fill("They began with what is not yet good. Partners say the same in the same words.");
  await small.page.getByText(/not saved|connection|kept on this device/i).first().waitFor({ timeout: 30_000 });
  await look(small.page, "triad-27-day-offline-phone");
  await small.context.setOffline(false);
  const kept = () => db.keptText.findFirst({ where: { workflowId: first.id, key: `slot:${one.id}` }, select: { value: true } });
  await expect.poll(async () => (await kept())?.value, { timeout: 60_000 }).toBe("They began with what is not yet good. Partners say the same in the same words.");

  const chair = await windowOf(server, coordinator().id, withoutScript);
  await goTo(chair.page, `${first.path}/day`);
  for (const box of await chair.page.locator('input[name="present"]').all()) await box.check();
  await chair.page.getByRole("button", { name: "Keep who is there" }).click();
  await chair.page.getByText("Who was there is kept").first().waitFor();
  await look(chair.page, "triad-28-day");
  await chair.page.getByRole("link", { name: "Mark the session as held" }).or(chair.page.getByRole("button", { name: "Mark the session as held" })).first().click();
  await look(chair.page, "triad-29-hold");
  await chair.page.getByRole("button", { name: "Mark as held" }).click();
  await chair.page.getByText("The session is held").first().waitFor();
  await look(chair.page, "triad-30-held");
  expect(await db.triadAttendance.count({ where: { triadId: first.id } })).toBe(first.members.length);
  expect((await db.challengeRecord.findMany({ where: { activityId: first.id }, select: { authorityId: true } })).map(({ authorityId }) => authorityId).sort()).toEqual(first.members.map(({ id }) => id).sort());

  // Every step's emails are out; and nobody of another group finds this one.
  await expect.poll(() => db.outboxEmail.count({ where: { workflowId: { in: triads.map(({ id }) => id) }, sentAt: null, supersededAt: null, urgency: "now" } }), { timeout: 90_000 }).toBe(0);
  expect(await db.workflowEvent.count({ where: { workflowId: { in: triads.map(({ id }) => id) }, event: { not: "begin" }, emails: { none: {} } } })).toBe(0);
  const stranger = await windowOf(server, southEast().person("lead-member", triads[1]?.members[0]?.id ?? "").id);
  stranger.expectConsoleError(/404/);
  expect((await stranger.page.goto(first.path))?.status()).toBe(404);
});

test("an authority withdraws: two go on as a pair with a waiver, a place is taken from the group of four, the rest of a group go into others", async () => {
  await authoritiesWithdraw(server, triads);
});
