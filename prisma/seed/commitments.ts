import { bookPlaces, recordAttendance } from "~/features/booking";
import { acceptCommitment, changeOwner, declineCommitment, finishCommitment, makeCommitment, noteProgress, startWork, withdrawCommitment } from "~/features/commitment";
import { closeEvent, openBooking, planEvent, shareCommitments, type NewEvent } from "~/features/event";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import { holderOf, type Told } from "./plan";
import { signedIn } from "./people";
import { must } from "./rounds";

/** What somebody takes on in the room, by when, and how it is followed up. */
export interface Taken {
  readonly text: string;
  /** Working days from today. */
  readonly by: number;
  readonly then?: "done" | "underWay" | "withdrawn" | "asked" | "passedOn";
  readonly words?: string;
}

export interface Gathering extends Told {
  readonly title: string;
  readonly kind: NewEvent["details"]["kind"];
  readonly about: string;
  readonly on: number;
  readonly opensOn: number;
  readonly place: string;
  /** Those who come. */
  readonly people: () => readonly string[];
  readonly taken: readonly Taken[];
}

/** An event at which people make commitments on their phones, which are shared with everybody who was there and followed up. */
export function gathering(told: Gathering): Moment[] {
  const { regionId, title, kind, about, on, opensOn, place, calendar, staff, people, taken } = told;
  const of = `event ${title}`;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const eventId = async () => (await db.event.findFirstOrThrow({ where: { regionId, title }, select: { id: true } })).id;
  const session = async () => (await db.bookableSession.findFirstOrThrow({ where: { ownerId: await eventId() }, select: { id: true } })).id;
  return [
    {
      of, at: calendar.moment(opensOn, 9),
      act: async () => {
        const made = must("plan an event", await planEvent({
          regionId, actor: coordinator(), details: { title, kind, about },
          date: { day: calendar.day(on), startsAt: "09:30", endsAt: "15:30", mode: "inPerson", place, joinLink: "", instructions: "", capacity: 60 },
          rules: { bookBy: calendar.day(on - 2), audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 },
        }));
        if (made.kind !== "made") return;
        must("open booking", await openBooking({ eventId: made.id, actor: coordinator() }));
        for (const personId of people()) must("book", await bookPlaces({ sessionId: await session(), personIds: [personId], actor: { kind: "person", personId, channel: "demo" } }));
      },
    },
    {
      of, at: calendar.moment(on, 15),
      act: async () => {
        const id = await eventId();
        for (const [index, one] of taken.entries()) {
          const [maker, other] = [await signedIn(people()[index] ?? ""), await signedIn(people()[index + 1] ?? people()[0] ?? "")];
          const asks = one.then === "asked" || one.then === "passedOn";
          must("make a commitment", await makeCommitment({ regionId, eventId: id, recommendationId: null, text: one.text, ownerPostId: (asks ? other : maker).holdings[0]?.postId ?? "", doneBy: calendar.day(one.by), actor: maker }));
        }
      },
    },
    {
      of, at: calendar.moment(on + 1, 10),
      act: async () => {
        const given = { eventId: await eventId(), actor: coordinator() };
        if (taken.length > 0) must("share what was committed to", await shareCommitments(given));
        const bookings = await db.booking.findMany({ where: { ownerId: given.eventId, holds: true }, select: { id: true } });
        must("record who came", await recordAttendance({ sessionId: await session(), came: new Map(bookings.map(({ id }) => [id, "full" as const])), actor: coordinator() }));
        must("close the event", await closeEvent(given));
      },
    },
    ...(taken.some(({ then }) => then) ? [{ of, at: calendar.moment(on + 4, 11), act: () => followUp(told, false) }, { of, at: calendar.moment(on + 30 < -1 ? on + 30 : -1, 11), act: () => followUp(told, true) }] : []),
  ];
}

/** What became of each: begun soon, done with what shows it later. */
async function followUp({ regionId, taken, staff, authorityIds }: Gathering, later: boolean): Promise<void> {
  for (const { text, then, words = "" } of taken) {
    const { id: commitmentId, ownerPostId, madeById } = await db.commitment.findFirstOrThrow({ where: { regionId, text }, select: { id: true, ownerPostId: true, madeById: true } });
    const owner = { commitmentId, actor: await holderOf(ownerPostId), text: words };
    if (!later && (then === "done" || then === "underWay")) {
      must("begin", await startWork(owner));
      must("note how it goes", await noteProgress({ ...owner, text: "Three authorities have joined; the others are asked this month." }));
    }
    if (later && then === "done") must("finish", await finishCommitment(owner));
    if (later && then === "withdrawn") must("withdraw", await withdrawCommitment(owner));
    if (!later && then === "passedOn") {
      must("decline", await declineCommitment(owner));
      const next = await db.post.findFirstOrThrow({ where: { authorityId: authorityIds[0] ?? "", kind: "dcs" }, select: { id: true } });
      must("name somebody else", await changeOwner({ commitmentId, ownerPostId: next.id, actor: { kind: "person", personId: madeById, channel: "demo" } }));
      must("accept", await acceptCommitment({ commitmentId, actor: staff.actor("dcs", authorityIds[0] ?? "", now()) }));
    }
  }
}

/** What three directors took on at a summit for one of its recommendations: done with what shows it, and under way. */
export function servingStory({ regionId, calendar, staff, authorityIds }: Told, summit: { readonly title: string; readonly on: number; readonly recommendation: string }): Moment[] {
  const of = `event ${summit.title}`;
  const texts = ["Host the first audit of thresholds in our offices", "Lend two auditors to the first triad", "Write down what the first audit found"];
  const directors = () => authorityIds.slice(0, 3).map((id) => staff.actor("dcs", id, now()).personId);
  return [
    {
      of, at: calendar.moment(summit.on, 15),
      act: async () => {
        const [event, recommendation] = await Promise.all([db.event.findFirstOrThrow({ where: { regionId, title: summit.title }, select: { id: true } }), db.recommendation.findFirstOrThrow({ where: { regionId, title: summit.recommendation }, select: { id: true } })]);
        for (const [index, personId] of directors().entries()) {
          const actor = await signedIn(personId);
          must("make a commitment", await makeCommitment({ regionId, eventId: event.id, recommendationId: recommendation.id, text: texts[index] ?? "", ownerPostId: actor.holdings[0]?.postId ?? "", doneBy: calendar.day(10 + index), actor }));
        }
      },
    },
    {
      of, at: calendar.moment(-3, 11),
      act: async () => {
        for (const [index, personId] of directors().entries()) {
          const { id: commitmentId } = await db.commitment.findFirstOrThrow({ where: { regionId, text: texts[index] ?? "" }, select: { id: true } });
          const given = { commitmentId, actor: { kind: "person", personId, channel: "demo" } as const };
          if (index === 0) must("finish", await finishCommitment({ ...given, text: "It was held in our offices, with nine auditors of three authorities." }));
          else must("begin", await startWork(given));
        }
      },
    },
  ];
}
