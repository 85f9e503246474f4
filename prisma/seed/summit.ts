import { bookPlaces, recordAttendance } from "~/features/booking";
import { closeEvent, openBooking, planEvent } from "~/features/event";
import { addAgendaItem, addPaper, addToAgenda, closeMeeting, completeAction, decide, draftRecommendation, enterPlan, planMeeting, proposeRecommendation, sendAgenda, type Deciding } from "~/features/summit";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import { onePagePdf } from "./evidence";
import { signedIn, type Staff } from "./people";
import { must } from "./rounds";

interface Told {
  readonly regionId: string;
  readonly staff: Staff;
  readonly authorityIds: readonly string[];
  readonly calendar: Calendar;
}

interface Planned {
  readonly title: string;
  readonly opensOn: number;
  readonly on: number;
  readonly places: number;
  readonly agenda: readonly (readonly [startsAt: string, title: string, speaker: string])[];
}

const agenda: Planned["agenda"] = [
  ["09:30", "Welcome, and what this year’s challenges found", "The regional chair"],
  ["10:15", "Themes of the round, table by table", ""],
  ["13:00", "What we recommend to the directors", ""],
  ["15:00", "What each of us will do", ""],
];

/** A summit, planned with its agenda and opened for booking. */
function announced({ regionId, staff, calendar }: Told, { title, opensOn, on, places, agenda: lines }: Planned): Moment[] {
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const of = `event ${title}`;
  return [
    {
      of, at: calendar.moment(opensOn - 1, 11),
      act: async () => {
        const made = await planEvent({
          regionId, actor: coordinator(), details: { title, kind: "summit", about: "What the challenges found, and what the region should do about it." },
          date: { day: calendar.day(on), startsAt: "09:30", endsAt: "16:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: places },
          rules: { bookBy: calendar.day(on - 2), audience: "region", attendedOwnerId: null, anyTicket: false, quota: 4, offerHours: 8 },
        });
        if (made.kind !== "made") throw new Error(made.reason);
        for (const [startsAt, item, speaker] of lines) must("add to the agenda", await addAgendaItem({ eventId: made.id, actor: coordinator(), startsAt, title: item, speaker }));
      },
    },
    { of, at: calendar.moment(opensOn, 9), act: async () => void must("open booking", await openBooking({ eventId: (await eventNamed(regionId, title)).id, actor: coordinator() })) },
  ];
}

const eventNamed = (regionId: string, title: string) => db.event.findFirstOrThrow({ where: { regionId, title }, select: { id: true } });
const sessionOf = async (regionId: string, title: string) => (await db.bookableSession.findFirstOrThrow({ where: { ownerId: (await eventNamed(regionId, title)).id }, select: { id: true } })).id;

/** What is recommended, and what became of it at the directors' meeting. */
interface Recommended {
  readonly title: string;
  readonly text: string;
  readonly theme: string;
  readonly decision?: Pick<Deciding, "kind" | "reason"> & Partial<Deciding>;
  /** The lines of a file among its papers. */
  readonly costs?: readonly string[];
  readonly then?: "inPlan" | "done";
}

const recommended: readonly Recommended[] = [
  { title: "One kinship offer", theme: "children in care", text: "Agree one offer to kinship carers across the region, and publish it.", decision: { kind: "accept", reason: "Every authority has asked for it, and two have an offer to build on." }, costs: ["One kinship offer: what it costs", "Two days a month of a policy officer, shared by all.", "No new money in the first year."], then: "inPlan" },
  { title: "Audit thresholds together", theme: "front door", text: "Audit thresholds at the front door together, twice a year.", decision: { kind: "amend", reason: "Twice a year is more than smaller authorities can staff.", amendedText: "Audit thresholds at the front door together, once a year, in threes." }, then: "done" },
  { title: "A regional academy", theme: "workforce", text: "Found a regional academy for social workers.", decision: { kind: "defer", reason: "The costs are to be set out first." } },
  { title: "A shared data warehouse", theme: "data and performance", text: "Build a shared warehouse of performance data.", decision: { kind: "reject", reason: "The quarterly return already answers the questions that were asked of it." } },
  { title: "Care leavers’ housing protocol", theme: "care leavers", text: "Agree with housing authorities on a protocol for care leavers." },
];

/**
 * A summit that forty senior managers attended, what it recommended, and the directors' meeting that decided
 * it: accepted and in the plan, amended and done, deferred, rejected, and one that is proposed.
 */
export function heldSummitStory(told: Told): Moment[] {
  const { regionId, staff, authorityIds, calendar } = told;
  const title = "Regional improvement summit";
  const summit: Planned = { title, opensOn: -24, on: -16, places: 45, agenda };
  const meetingOn = -6;
  const of = `event ${title}`;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const chair = () => staff.actor("regional-chair", null, now());
  // Forty-two of them book: directors first, then two who write of each authority, and so on.
  const managers = () => [...authorityIds.map((id) => staff.actor("dcs", id, now()).personId), ...[0, 1].flatMap((turn) => authorityIds.flatMap((id) => staff.authors(id)[turn] ?? []))].slice(0, 42);
  const named = async (name: string) => (await db.recommendation.findFirstOrThrow({ where: { regionId, title: name }, select: { id: true } })).id;
  return [
    ...announced(told, summit),
    {
      of, at: calendar.moment(-22, 10),
      act: async () => {
        const sessionId = await sessionOf(regionId, title);
        for (const personId of managers()) must("book", await bookPlaces({ sessionId, personIds: [personId], actor: { kind: "person", personId, channel: "demo" } }));
      },
    },
    {
      of, at: calendar.moment(summit.on, 14),
      act: async () => {
        const { id: eventId } = await eventNamed(regionId, title);
        for (const [index, one] of recommended.entries()) {
          const actor = await signedIn(managers()[index] ?? "");
          const made = must("draft a recommendation", await draftRecommendation({ regionId, eventId, title: one.title, text: one.text, theme: one.theme, cycleId: null, actor }));
          if (made.kind === "made") must("propose it", await proposeRecommendation({ recommendationId: made.id, actor }));
        }
      },
    },
    {
      of, at: calendar.moment(summit.on + 1, 10),
      act: async () => {
        const sessionId = await sessionOf(regionId, title);
        const bookings = await db.booking.findMany({ where: { sessionId, holds: true }, select: { id: true }, orderBy: { id: "asc" } });
        must("record who came", await recordAttendance({ sessionId, came: new Map(bookings.map(({ id }, index) => [id, index < 40 ? ("full" as const) : ("miss" as const)])), actor: coordinator() }));
        must("close the summit", await closeEvent({ eventId: (await eventNamed(regionId, title)).id, actor: coordinator() }));
        const meeting = must("plan a meeting", await planMeeting({ regionId, heldOn: calendar.day(meetingOn), place: "County Hall", actor: coordinator() }));
        if (meeting.kind !== "made") return;
        for (const { title: name, decision, costs } of recommended) {
          const recommendationId = await named(name);
          if (decision) must("put on the agenda", await addToAgenda({ recommendationId, meetingId: meeting.id, paper: `What it costs, what it changes, and who would lead it.`, actor: coordinator() }));
          if (costs) must("add a paper", await addPaper({ recommendationId, actor: coordinator(), file: new File([onePagePdf(costs)], "What it costs.pdf") }));
        }
      },
    },
    { of, at: calendar.moment(meetingOn - 6, 9), act: async () => void must("send the agenda", await sendAgenda({ meetingId: (await db.directorsMeeting.findFirstOrThrow({ where: { regionId } })).id, actor: coordinator() })) },
    {
      of, at: calendar.moment(meetingOn, 15),
      act: async () => {
        for (const { title: name, decision } of recommended) {
          if (decision) must("decide", await decide({ recommendationId: await named(name), amendedText: "", deferredTo: decision.kind === "defer" ? calendar.day(40) : "", ...decision, actor: chair() }));
        }
        must("close the meeting", await closeMeeting({ meetingId: (await db.directorsMeeting.findFirstOrThrow({ where: { regionId } })).id, actor: coordinator() }));
      },
    },
    {
      of, at: calendar.moment(meetingOn + 2, 10),
      act: async () => {
        const [first = ""] = authorityIds;
        const owner = await db.post.findFirstOrThrow({ where: { authorityId: first, kind: "dcs" }, select: { id: true } });
        for (const { title: name, then } of recommended) if (then) must("put into the plan", await enterPlan({ recommendationId: await named(name), ownerPostId: owner.id, doneBy: calendar.day(120), actor: coordinator() }));
        must("say what came of it", await completeAction({ recommendationId: await named("Audit thresholds together"), evidence: "The first audit in threes was held; its findings are on the next agenda.", actor: staff.actor("dcs", first, now()) }));
      },
    },
  ];
}

/** A summit to come, whose booking has opened. */
export function comingSummitStory(told: Told): Moment[] {
  return announced(told, { title: "Regional improvement summit", opensOn: -1, on: 66, places: 60, agenda });
}
