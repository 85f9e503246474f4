import { makeCommitment } from "~/features/commitment";
import { openBooking } from "~/features/event";
import { addAction, addPriority, addWorkstream, beginPlan, closeConsultation, decidePlan, draftPlan, openConsultation, putOnAgenda } from "~/features/plan";
import { addPaper, addToAgenda, draftRecommendation, planMeeting, proposeRecommendation, sendAgenda } from "~/features/summit";
import { proposeAllocation, publishAllocation } from "~/features/validation";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { dayOf } from "~/workflow/working-days";
import { onePagePdf } from "../../prisma/seed/evidence";
import { signedIn } from "../../prisma/seed/people";
import { type SmallRegion } from "../../prisma/seed/small";
import { workingDay } from "../support/days";
import { anEvent } from "./world-events";
import type { Ids } from "./world";

// What the matrix needs of deciding together: a report that is validated, a summit with what it recommends, a plan.
/** The authority's report, kept elsewhere, is read by the first authority of the region, whose director chairs it. */
export async function aValidation(region: SmallRegion, authorityId: string): Promise<Pick<Ids, "scrutinyId" | "validationId">> {
  const { actor } = region.person("sli-coordinator");
  const planned = await anEvent(region, { title: "Challenge event", kind: "validation", day: workingDay(785), bookBy: workingDay(775) });
  const proposed = await proposeAllocation({ eventId: planned.id, actor, rules: { cycleId: region.cycleId, perReport: 1, tables: 2, replyDays: 10, groupsAllowed: true, never: [], elsewhere: [authorityId] } });
  if (proposed.kind !== "proposed") throw new Error(JSON.stringify(proposed));
  const published = await publishAllocation({ eventId: planned.id, actor });
  if (published.kind !== "published") throw new Error(JSON.stringify(published));
  const { id } = await db.validation.findFirstOrThrow({ where: { scrutinyId: planned.id }, select: { id: true } });
  return { scrutinyId: planned.id, validationId: id };
}

/** Proposed at the summit, and on the agenda that has gone out. */
export async function aSummit(region: SmallRegion, submitterId: string): Promise<Pick<Ids, "summitId" | "recommendationId" | "meetingId" | "paperId" | "commitmentId">> {
  const { actor } = region.person("sli-coordinator");
  const planned = await anEvent(region, { title: "Summit", kind: "summit", day: workingDay(837), bookBy: workingDay(822) });
  await openBooking({ eventId: planned.id, actor });
  const submitter = await signedIn(submitterId);
  const drafted = await draftRecommendation({ regionId: region.regionId, eventId: planned.id, title: "One offer", text: "Agree one offer.", theme: "", cycleId: null, actor: submitter });
  if (drafted.kind !== "made") throw new Error(drafted.reason);
  await proposeRecommendation({ recommendationId: drafted.id, actor: submitter });
  const meeting = await planMeeting({ regionId: region.regionId, heldOn: workingDay(848), place: "County Hall", actor });
  if (meeting.kind !== "made") throw new Error(meeting.reason);
  await addToAgenda({ recommendationId: drafted.id, meetingId: meeting.id, paper: "", actor });
  const paper = await addPaper({ recommendationId: drafted.id, actor, file: new File([onePagePdf(["What it costs"])], "Costs.pdf") });
  if (paper.kind !== "saved") throw new Error(paper.reason);
  const sent = await sendAgenda({ meetingId: meeting.id, actor });
  if (sent.kind !== "moved") throw new Error(JSON.stringify(sent));
  const made = await makeCommitment({ regionId: region.regionId, eventId: planned.id, recommendationId: drafted.id, text: "Share our offer", ownerPostId: submitter.holdings[0]?.postId ?? "", doneBy: workingDay(905), actor: submitter });
  if (made.kind !== "made") throw new Error(made.reason);
  return { summitId: planned.id, recommendationId: drafted.id, meetingId: meeting.id, paperId: paper.id, commitmentId: made.id };
}

/** A plan with one workstream, approved at a meeting of today and begun. */
export async function aPlan(region: SmallRegion, dcsId: string): Promise<Pick<Ids, "planId" | "workstreamId">> {
  const { actor } = region.person("sli-coordinator");
  const post = (await signedIn(dcsId)).holdings[0]?.postId ?? "";
  const made = await draftPlan({ regionId: region.regionId, previousId: null, name: "The plan", consultBy: workingDay(780), startsOn: workingDay(781), endsOn: workingDay(1155), actor });
  if (made.kind !== "made") throw new Error(made.reason);
  const planId = made.id;
  await addPriority({ planId, actor, title: "Enough good homes" });
  const { id: priorityId } = await db.planPriority.findFirstOrThrow({ where: { planId } });
  await addWorkstream({ planId, actor, title: "Placements together", priorityId, sponsorPostId: post, leadPostId: post });
  const { id: workstreamId } = await db.workstream.findFirstOrThrow({ where: { planId } });
  await addAction({ planId, actor, workstreamId, text: "Publish one framework", ownerPostId: post, doneBy: workingDay(905) });
  await openConsultation({ planId, actor });
  await closeConsultation({ planId, actor });
  const meeting = await planMeeting({ regionId: region.regionId, heldOn: dayOf(now()), place: "County Hall", actor });
  if (meeting.kind !== "made") throw new Error(meeting.reason);
  await putOnAgenda({ planId, meetingId: meeting.id, paper: "", actor });
  await decidePlan({ planId, kind: "approve", reason: "Yes.", actor: region.person("regional-chair").actor });
  const begun = await beginPlan({ planId, actor });
  if (begun.kind !== "moved") throw new Error(JSON.stringify(begun));
  return { planId, workstreamId };
}
