import { expect, test } from "vitest";

import { acceptCommitment, finishCommitment, visibleTo as commitmentsVisibleTo } from "~/features/commitment";
import { addAction, answerComment, beginPlan, closeConsultation, decidePlan, draftPlan, giveUpdate, makeComment, openConsultation, removeAction, removePriority, reviewPlan, saveDetails, withdrawPlan } from "~/features/plan";
import { planPage, plansFor, streamPage } from "~/features/plan/queries.server";
import { nextQuarterEnd, quarterEnd } from "~/features/plan/quarters";
import { cancelMeeting, closeMeeting, moveMeeting, sendAgenda } from "~/features/summit";
import { meetingPage } from "~/features/summit/queries.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { lettersOf } from "../cycle/region";
import { heldToTable } from "../support/told";
import { aDraft, aLivePlan, details, done, onAgenda, postOf, workingDay } from "./world";

const update = { status: "onTrack", narrative: "The framework is drafted.", recovery: "", recoveryBy: "" } as const;

test("a draft is the coordinator's and the chair's alone, can be changed while it is one, and needs an action in each workstream to be opened", async () => {
  const { region, planId, workstreamId } = await aDraft();
  const director = region.authorities[0]!.dcs;
  expect(await planPage(director, planId)).toBeNull();
  expect(await streamPage(director, workstreamId)).toBeNull();
  expect((await plansFor(region.chair)).plans.map(({ id }) => id)).toEqual([planId]);
  expect(await saveDetails({ planId, ...details, actor: director })).toEqual({ kind: "refused", reason: "not-your-role" });
  const { id: actionId } = await db.workplanAction.findFirstOrThrow({ where: { workstreamId } });
  expect(await addAction({ planId, actor: region.coordinator, workstreamId, text: "Too late", ownerPostId: postOf(director), doneBy: workingDay(600) })).toEqual({ kind: "refused", reason: "outside-plan" });
  done(await removeAction({ planId, actor: region.coordinator, actionId }));
  expect(await openConsultation({ planId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "complete" });
  const [priority] = (await planPage(region.coordinator, planId))!.priorities;
  expect(await removePriority({ planId, actor: region.coordinator, priorityId: priority!.id })).toEqual({ kind: "refused", reason: "has-workstreams" });
  const again = { regionId: region.id, previousId: null, ...details, actor: region.coordinator, requestKey: "the-same-draft-twice" };
  expect(await draftPlan(again)).toEqual(await draftPlan(again));
  expect(await withdrawPlan({ planId, actor: region.coordinator, reason: "" })).toEqual({ kind: "refused", reason: "hasReason" });
});

test("directors, sponsors and leads comment, each comment is answered and its maker told, and only then it goes to the directors", async () => {
  const world = await aDraft();
  const { region, planId, lead, sponsor } = world;
  const { coordinator } = region;
  done(await openConsultation({ planId, actor: coordinator }));
  expect(await lettersOf(planId, "consultation.open")).toEqual(expect.arrayContaining([`plan/consultation-opened > ${lead.name}`, `plan/consultation-opened > ${sponsor.name}`, `plan/consultation-opened > ${region.authorities[2]!.dcs.name}`]));
  expect(await addAction({ planId, actor: coordinator, workstreamId: world.workstreamId, text: "Behind your backs", ownerPostId: postOf(lead), doneBy: workingDay(90) })).toEqual({ kind: "refused", reason: "not-editable" });
  expect(await makeComment({ planId, actor: region.authorities[0]!.leadMember, text: "From aside." })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await makeComment({ planId, actor: lead, text: " " })).toEqual({ kind: "refused", reason: "hasText" });
  for (let press = 0; press < 2; press += 1) done(await makeComment({ planId, actor: lead, text: "Name the smaller authorities.", requestKey: "the-same-comment" }));
  await at(londonTime(workingDay(11), "06:00"), sweepDeadlines);
  const page = (await planPage(lead, planId))!;
  expect([page.state, page.comments.map(({ text, answer }) => [text, answer])]).toEqual(["answering", [["Name the smaller authorities.", null]]]);
  await expect(onAgenda(world)).rejects.toThrow();
  expect(await closeConsultation({ planId, actor: coordinator })).toEqual({ kind: "refused", reason: "no-such-step" });
  const commentId = page.comments[0]!.id;
  expect(await answerComment({ planId, commentId, actor: lead, text: "Mine." })).toEqual({ kind: "refused", reason: "not-your-role" });
  done(await answerComment({ planId, commentId, actor: coordinator, text: "They are named now." }));
  expect(await lettersOf(planId, "comment.answer")).toContain(`plan/comment-answered > ${lead.name}`);
  expect((await planPage(lead, planId))!.comments[0]?.answer).toBe("They are named now.");
  expect(await heldToTable(planId)).toBe("answering");
});

test("the chair approves it with a reason, at the meeting and not before; a meeting that moves or is cancelled takes the plan with it", async () => {
  const world = await aDraft();
  const { region, planId } = world;
  const meetingId = await onAgenda(world);
  const given = { planId, actor: region.chair, kind: "approve", reason: "Everybody asked for it." } as const;
  expect(await decidePlan(given)).toEqual({ kind: "refused", reason: "meetingHasCome" });
  done(await sendAgenda({ meetingId, actor: region.coordinator }));
  expect((await meetingPage(region.authorities[1]!.dcs, meetingId))?.plans.map(({ name, paper }) => [name, paper])).toEqual([[details.name, "What it costs."]]);
  done(await moveMeeting({ meetingId, heldOn: workingDay(22), actor: region.coordinator }));
  expect(await lettersOf(planId, "agenda.move")).toContain(`plan/agenda-moved > ${region.chair.name}`);
  await at(londonTime(workingDay(22), "15:00"), async () => {
    expect(await closeMeeting({ meetingId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "everythingDecided" });
    expect(await decidePlan({ ...given, reason: "" })).toEqual({ kind: "refused", reason: "hasReason" });
    expect(await decidePlan({ ...given, actor: region.coordinator })).toEqual({ kind: "refused", reason: "not-your-role" });
    const both = await Promise.all([decidePlan(given), decidePlan({ ...given, kind: "return", reason: "Shorter." })]);
    expect(both.filter(({ kind }) => kind === "moved")).toHaveLength(1);
    done(await closeMeeting({ meetingId, actor: region.coordinator }));
  });
  expect(await db.planDecision.count({ where: { planId } })).toBe(1);
  const other = await aDraft();
  const otherMeeting = await onAgenda(other);
  done(await cancelMeeting({ meetingId: otherMeeting, reason: "Snow.", actor: other.region.coordinator }));
  expect((await planPage(other.region.coordinator, other.planId))).toMatchObject({ state: "answering", meeting: null });
  for (const id of [planId, other.planId, meetingId]) await heldToTable(id);
});

test("when it begins, every action goes to its owner and every lead is asked for an update each quarter; late ones are chased", async () => {
  const { region, planId, workstreamId, lead, sponsor } = await aLivePlan();
  const owner = region.authorities[0]!.delegate;
  const action = await db.commitment.findFirstOrThrow({ where: { workstreamId } });
  expect(await lettersOf(action.id, "commitment.make")).toEqual([`commitment/asked > ${owner.name}`]);
  await at(londonTime(workingDay(41), "09:00"), async () => expect(await acceptCommitment({ commitmentId: action.id, actor: owner })).toMatchObject({ kind: "moved" }));
  expect(await db.commitment.count({ where: { AND: [{ workstreamId }, commitmentsVisibleTo(sponsor)] } })).toBe(1);
  const due = quarterEnd(details.startsOn, 1);
  await at(londonTime(due, "08:00"), async () => {
    await sweepDeadlines();
    expect((await streamPage(lead, workstreamId))?.steps.map(({ event }) => event)).toContain("update.onTrack");
    expect(await lettersOf(workstreamId, "update.ask")).toEqual([`workstream/update-wanted > ${lead.name}`]);
    expect(await giveUpdate({ workstreamId, ...update, narrative: " ", actor: lead })).toEqual({ kind: "refused", reason: "hasNarrative" });
    expect(await giveUpdate({ workstreamId, ...update, status: "offTrack", actor: lead })).toEqual({ kind: "refused", reason: "hasRecovery" });
    expect(await giveUpdate({ workstreamId, ...update, status: "offTrack", recovery: "Ask a third authority", recoveryBy: due, actor: lead })).toEqual({ kind: "refused", reason: "hasRecovery" });
    expect(await giveUpdate({ workstreamId, ...update, actor: sponsor })).toEqual({ kind: "refused", reason: "not-your-role" });
    const given = { workstreamId, ...update, status: "offTrack", recovery: "Ask a third authority", recoveryBy: details.endsOn, actor: lead, requestKey: "the-same-update" } as const;
    done(await giveUpdate(given));
    expect(await giveUpdate(given)).toMatchObject({ kind: "repeated" });
  });
  const page = (await streamPage(sponsor, workstreamId))!;
  expect(page.updates).toMatchObject([{ status: "offTrack", quarterOn: due, recovery: { text: "Ask a third authority", done: false } }]);
  expect(page.updateOn).toBe(quarterEnd(details.startsOn, 2));
  expect(page.lines.map(({ text, state }) => [text, state])).toEqual([["Publish one framework", "accepted"], ["Ask a third authority", "accepted"]]);
  expect(await lettersOf(workstreamId, "update.offTrack")).toContain(`workstream/not-on-track > ${sponsor.name}`);
  const late = quarterEnd(details.startsOn, 2);
  await at(londonTime(late, "09:00"), sweepDeadlines);
  await at(new Date(londonTime(late, "09:00").getTime() + 14 * 86_400_000), sweepDeadlines);
  expect((await db.outboxEmail.findMany({ where: { workflowId: workstreamId, template: "workstream/update-due" } })).length).toBeGreaterThan(1);
  for (const id of [planId, workstreamId, action.id]) await heldToTable(id);
});

test("a reviewed plan is followed by the next, which carries its open actions with their history, and what is done stays where it was done", async () => {
  const first = await aLivePlan();
  const { region, lead } = first;
  const owner = region.authorities[0]!.delegate;
  const open = await db.commitment.findFirstOrThrow({ where: { workstreamId: first.workstreamId } });
  // A recovery action that is done, and one that comes up once the next plan is drafted.
  const off = { workstreamId: first.workstreamId, ...update, status: "atRisk", actor: lead, recoveryBy: details.endsOn } as const;
  await at(londonTime(workingDay(60), "09:00"), async () => {
    done(await giveUpdate({ ...off, recovery: "Ask a third authority" }));
    const { recoveryId } = await db.workstreamUpdate.findFirstOrThrow({ where: { workstreamId: first.workstreamId } });
    done(await finishCommitment({ commitmentId: recoveryId ?? "", actor: lead, text: "It has joined." }));
  });
  const second = await aDraft({ region, previousId: first.planId, name: "Together, further" });
  expect((await planPage(region.coordinator, second.planId))?.priorities[0]?.streams[0]?.lines).toMatchObject([{ text: open.text, carried: true }]);
  const [line] = await db.workplanAction.findMany({ where: { workstreamId: second.workstreamId } });
  expect(await removeAction({ planId: second.planId, actor: region.coordinator, actionId: line!.id })).toEqual({ kind: "refused", reason: "is-carried" });
  await at(londonTime(workingDay(61), "09:00"), async () => void done(await giveUpdate({ ...off, recovery: "Ask a fourth" })));
  await onAgenda(second);
  await at(londonTime(workingDay(20), "15:00"), async () => void done(await decidePlan({ planId: second.planId, kind: "approve", reason: "Go on.", actor: region.chair })));
  await at(londonTime(workingDay(62), "09:00"), async () => {
    expect(await beginPlan({ planId: second.planId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "previous-not-reviewed" });
    expect(await db.workflow.count({ where: { id: second.workstreamId } })).toBe(0);
    expect(await reviewPlan({ planId: first.planId, actor: region.coordinator, text: "" })).toEqual({ kind: "refused", reason: "hasText" });
    done(await reviewPlan({ planId: first.planId, actor: region.coordinator, text: "Two of three are done." }));
    done(await beginPlan({ planId: second.planId, actor: region.coordinator }));
  });
  expect((await streamPage(owner, second.workstreamId))?.lines.map(({ id, text }) => [id === open.id, text])).toEqual([[true, "Publish one framework"], [false, "Ask a fourth"]]);
  expect((await streamPage(owner, first.workstreamId))?.lines.map(({ text, state }) => [text, state])).toEqual([["Ask a third authority", "done"]]);
  expect(await heldToTable(first.planId)).toBe("superseded");
  expect(await heldToTable(first.workstreamId)).toBe("ended");
});

test("quarters end a day before their third month begins, in short months too", () => {
  expect([1, 2, 6].map((quarter) => quarterEnd("2026-01-01", quarter))).toEqual(["2026-03-31", "2026-06-30", "2027-06-30"]);
  expect([1, 2].map((quarter) => quarterEnd("2026-08-31", quarter))).toEqual(["2026-11-29", "2027-02-27"]);
  expect([nextQuarterEnd("2026-01-01", "2026-03-30"), nextQuarterEnd("2026-01-01", "2026-03-31")]).toEqual(["2026-03-31", "2026-06-30"]);
});
