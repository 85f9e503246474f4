import "~/features/processes.server";

import { openBooking, planEvent } from "~/features/event";
import { addToAgenda, draftRecommendation, planMeeting, proposeRecommendation } from "~/features/summit";
import { now } from "~/platform/clock.server";
import type { SignedIn } from "~/workflow/actor.server";
import { dayOf } from "~/workflow/working-days";
import { workingDay } from "../support/days";
import { aRegion, type TestRegion } from "../cycle/region";

export { workingDay } from "../support/days";

export interface TestSummit {
  readonly region: TestRegion;
  readonly eventId: string;
  readonly meetingId: string;
  readonly submitter: SignedIn;
}

/** A summit whose booking is open, and a directors' meeting whose day has come. */
export async function aSummit({ meetingOn = dayOf(now()), of }: { readonly meetingOn?: string; readonly of?: TestRegion } = {}): Promise<TestSummit> {
  const region = of ?? (await aRegion());
  const made = await planEvent({
    regionId: region.id, details: { title: "Summit", kind: "summit", about: "" }, actor: region.coordinator,
    date: { day: workingDay(20), startsAt: "09:30", endsAt: "16:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 40 },
    rules: { bookBy: workingDay(15), audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 },
  });
  if (made.kind !== "made") throw new Error(made.reason);
  await openBooking({ eventId: made.id, actor: region.coordinator });
  const meeting = await planMeeting({ regionId: region.id, heldOn: meetingOn, place: "County Hall", actor: region.coordinator });
  if (meeting.kind !== "made") throw new Error(meeting.reason);
  return { region, eventId: made.id, meetingId: meeting.id, submitter: region.authorities[0]!.delegate };
}

/** A recommendation as it is drafted in the room. */
export async function drafted({ region, eventId, submitter }: TestSummit, title = "One kinship offer"): Promise<string> {
  const made = await draftRecommendation({ regionId: region.id, eventId, title, text: "Agree one offer.", theme: "", cycleId: null, actor: submitter });
  if (made.kind !== "made") throw new Error(made.reason);
  return made.id;
}

/** One that stands on the agenda. */
export async function onAgenda(world: TestSummit): Promise<string> {
  const recommendationId = await drafted(world);
  await proposeRecommendation({ recommendationId, actor: world.submitter });
  const added = await addToAgenda({ recommendationId, meetingId: world.meetingId, paper: "What it costs.", actor: world.region.coordinator });
  if (added.kind !== "moved") throw new Error(JSON.stringify(added));
  return recommendationId;
}
