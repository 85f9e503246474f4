import "~/features/processes.server";

import { addAction, addPriority, addWorkstream, beginPlan, closeConsultation, decidePlan, draftPlan, openConsultation, putOnAgenda } from "~/features/plan";
import { planMeeting } from "~/features/summit";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { londonTime } from "~/workflow/working-days";
import { workingDay } from "../support/days";
import { aHolder, aRegion, type TestRegion } from "../cycle/region";

export { workingDay } from "../support/days";

export const postOf = (person: SignedIn): string => person.holdings[0]?.postId ?? "";

export interface TestPlan {
  readonly region: TestRegion;
  readonly planId: string;
  readonly workstreamId: string;
  readonly sponsor: SignedIn;
  readonly lead: SignedIn;
}

export const details = { name: "Together for children", startsOn: workingDay(40), endsOn: workingDay(420), consultBy: workingDay(10) } as const;

/** What a verb must have done. */
export function done<Result extends { readonly kind: string }>(result: Result): Result {
  if (result.kind === "refused" || result.kind === "conflict") throw new Error(JSON.stringify(result));
  return result;
}

/** A draft with one priority, one workstream and one action. */
export async function aDraft(over: { readonly region?: TestRegion; readonly previousId?: string | null; readonly name?: string } = {}): Promise<TestPlan> {
  const region = over.region ?? (await aRegion());
  const { coordinator: actor } = region;
  const made = await draftPlan({ regionId: region.id, previousId: over.previousId ?? null, ...details, ...(over.name ? { name: over.name } : {}), actor });
  if (made.kind !== "made") throw new Error(made.reason);
  const planId = made.id;
  const [first, second] = region.authorities;
  const lead = await aHolder({ regionId: region.id, authorityId: second!.id, kind: "assistant-director", name: "Lead of Barton" });
  if (!over.previousId) {
    done(await addPriority({ planId, actor, title: "Enough good homes" }));
    const { id: priorityId } = await db.planPriority.findFirstOrThrow({ where: { planId } });
    done(await addWorkstream({ planId, actor, title: "Placements together", priorityId, sponsorPostId: postOf(first!.dcs), leadPostId: postOf(lead) }));
    const { id } = await db.workstream.findFirstOrThrow({ where: { planId } });
    done(await addAction({ planId, actor, workstreamId: id, text: "Publish one framework", ownerPostId: postOf(first!.delegate), doneBy: workingDay(100) }));
  }
  const { id: workstreamId } = await db.workstream.findFirstOrThrow({ where: { planId } });
  return { region, planId, workstreamId, sponsor: first!.dcs, lead };
}

/** On the agenda of a meeting on the twentieth working day. */
export async function onAgenda(world: TestPlan): Promise<string> {
  const { region: { id: regionId, coordinator: actor }, planId } = world;
  done(await openConsultation({ planId, actor }));
  done(await closeConsultation({ planId, actor }));
  const meeting = await planMeeting({ regionId, heldOn: workingDay(20), place: "County Hall", actor });
  if (meeting.kind !== "made") throw new Error(meeting.reason);
  done(await putOnAgenda({ planId, actor, meetingId: meeting.id, paper: "What it costs." }));
  return meeting.id;
}

/** Approved at its meeting and begun on its first day. */
export async function aLivePlan(world?: TestPlan): Promise<TestPlan> {
  const plan = world ?? (await aDraft());
  const { planId, region } = plan;
  await onAgenda(plan);
  await at(londonTime(workingDay(20), "15:00"), async () => void done(await decidePlan({ planId, kind: "approve", reason: "Everybody asked for it.", actor: region.chair })));
  await at(londonTime(workingDay(40), "09:00"), async () => void done(await beginPlan({ planId, actor: region.coordinator })));
  return plan;
}
