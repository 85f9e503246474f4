import { expect, test } from "vitest";

import { roundPage, roundsFor, wantsReason } from "~/features/cycle";
import { doneBy, tasksOf, waitingForOthers } from "~/features/tasks";
import { recordTimeline } from "~/features/timeline";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { addWorkingDays, londonTime } from "~/workflow/working-days";

import { aDraft, aHolder, anOpenRound, aRegion, someDates } from "../cycle/region";
import { readyToSign } from "../cycle/submitting";

const fiveDaysBefore = londonTime(addWorkingDays(someDates.submissionsDueOn, -5), "12:00");

test("everybody finds what waits for them, soonest first, with the working days left; nobody else's", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const { selfAssessments } = await anOpenRound(region);
  const [ashford, barton] = region.authorities;
  await readyToSign(selfAssessments["Ashford"]!, ashford!);
  const mine = await tasksOf(ashford!.dcs);
  expect(mine.items.map((item) => [item.task, item.late])).toEqual([["Read and sign Ashford’s self-assessment", false]]);
  expect(mine.panels).toEqual([]);
  expect(mine.others).toBeNull();
  const theirs = await at(fiveDaysBefore, () => tasksOf(barton!.delegate));
  expect(theirs.items.map((item) => [item.task, item.workingDays])).toEqual([["Start Barton’s self-assessment", 5]]);
  expect((await tasksOf(ashford!.leadMember)).items).toEqual([]);
});

test("the coordinator finds the round's next step, how many are in, and how much waits for others", async () => {
  const region = await aRegion(["Ashford", "Barton"]);
  const { id } = await anOpenRound(region);
  const tasks = await at(fiveDaysBefore, () => tasksOf(region.coordinator));
  expect(tasks.items.map((item) => [item.task, item.sub])).toEqual([[`Close submissions of the ${region.name} round 2026/27`, "Open for self-assessments. 0 of 2 self-assessments submitted."]]);
  expect(tasks.panels).toEqual([{ id, name: "2026/27", region: region.name, submitted: 0, of: 2, dueOn: someDates.submissionsDueOn }]);
  expect(tasks.others).toBe(2);
  const waiting = await at(fiveDaysBefore, () => waitingForOthers(region.coordinator));
  expect(waiting.map((one) => [one.task, one.names])).toEqual([
    ["Start Ashford’s self-assessment", ["Delegate of Ashford", "Director of Ashford"]],
    ["Start Barton’s self-assessment", ["Delegate of Barton", "Director of Barton"]],
  ]);
});

test("what somebody did is listed until the week ends", async () => {
  const region = await aRegion(["Ashford"]);
  await at(new Date("2026-11-20T12:00:00Z"), () => aDraft(region, { name: "2025/26" }));
  await at(new Date("2026-11-23T12:00:00Z"), () => anOpenRound(region));
  const done = await at(new Date("2026-11-25T09:00:00Z"), () => doneBy(region.coordinator));
  expect(done.map((one) => [one.what, one.title])).toEqual([["opened the round", `${region.name} round 2026/27`]]);
  expect(await at(new Date("2026-11-30T09:00:00Z"), () => doneBy(region.coordinator))).toEqual([]);
});

test("after a hand-over the new director has the task the same minute, and the old one no longer does", async () => {
  const region = await aRegion(["Ashford"]);
  await anOpenRound(region);
  const { dcs } = region.authorities[0]!;
  const { postId } = dcs.holdings[0]!;
  const successor = await db.person.create({ data: { name: "Successor", email: `successor-${postId}@example.org` } });
  expect((await tasksOf({ ...dcs, personId: successor.id, name: "Successor" })).items).toHaveLength(1);
  expect((await tasksOf({ ...dcs, holdings: [] })).items).toEqual([]);
});

test("a draft is seen by its coordinators alone; once open, by the region and its authorities, never by evaluators or other regions", async () => {
  const region = await aRegion(["Ashford"]);
  const other = await aRegion(["Elsewhere"]);
  const evaluator = await aHolder({ regionId: region.id, kind: "evaluator", name: "Eva Luator" });
  const draft = await aDraft(region, { name: "2027/28" });
  const { id } = await anOpenRound(region);
  const { dcs } = region.authorities[0]!;
  expect((await roundsFor(region.deputy)).map((one) => one.id).sort()).toEqual([draft, id].sort());
  for (const actor of [dcs, region.chair]) expect((await roundsFor(actor)).map((one) => one.id)).toEqual([id]);
  for (const actor of [evaluator, other.coordinator, other.authorities[0]!.dcs]) {
    expect(await roundsFor(actor)).toEqual([]);
    expect(await roundPage(actor, id)).toBeNull();
  }
  expect(await roundPage(dcs, draft)).toBeNull();
  expect(await roundPage(dcs, "not-an-id")).toBeNull();
});

test("a round's page offers the coordinator its steps and the director none", async () => {
  const region = await aRegion(["Ashford"]);
  const { id, selfAssessments } = await anOpenRound(region);
  const run = await roundPage(region.coordinator, id);
  expect(run!.standing.steps.map((step) => [step.event, step.blockedBy])).toEqual([
    ["dates.move", undefined],
    ["authority.join", undefined],
    ["submissions.close", "somethingSubmitted"],
    ["round.cancel", undefined],
  ]);
  expect([wantsReason("open", "round.cancel"), wantsReason("draft", "round.cancel"), wantsReason("open", "submissions.close")]).toEqual([true, false, false]);
  const page = await roundPage(region.authorities[0]!.dcs, id);
  expect(page!.standing.steps).toEqual([]);
  expect([page!.mayRun, page!.mayChase]).toEqual([false, false]);
  expect(page!.mine.map((own) => [own.id, own.state])).toEqual([[selfAssessments["Ashford"], "notStarted"]]);
});

test("the timeline says who did what, with which post, and how each email stands", async () => {
  const region = await aRegion(["Ashford"]);
  const { id } = await anOpenRound(region);
  const [opened, made] = await recordTimeline(id, { emails: true });
  expect([opened!.what, opened!.by, opened!.onBehalfOf, opened!.moved]).toEqual(["Opened the round", "Priya Nair", "sli-coordinator", "Open for self-assessments"]);
  expect(opened!.emails.map((email) => [email.to, email.status])).toContainEqual(["Director of Ashford", "on its way"]);
  expect(made!.what).toBe("Made the round as a draft");
  expect((await recordTimeline(id, { emails: false }))[0]!.emails).toEqual([]);
});
