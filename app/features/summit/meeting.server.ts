import { cancelDate, setDate } from "~/features/calendar";
import { act, orRefusal, withReason, type Acting, type Refused } from "~/workflow/acting.server";
import { system } from "~/workflow/actor.server";
import { begin, fireWithin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { coordinating, regionParties } from "./access.server";

/** What every verb takes. */
export interface MeetingAct extends Acting {
  readonly meetingId: string;
}

export interface NewMeeting extends Pick<Acting, "actor" | "requestKey"> {
  readonly regionId: string;
  /** ISO day. */
  readonly heldOn: string;
  readonly place: string;
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** "the directors’ meeting of 7 April 2027". */
export function meetingTitle(heldOn: Date): string {
  return `the directors’ meeting of ${new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(heldOn)}`;
}

/** Plans a meeting of the region's directors. They are told with its agenda. The same press plans one. */
export function planMeeting({ regionId, heldOn, place, actor, requestKey }: NewMeeting): Promise<{ readonly kind: "made"; readonly id: string } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    await coordinating(tx, actor, regionId);
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.directorsMeeting.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made" as const, id: known.id };
    }
    const id = uuidv7();
    const directors = await tx.post.findMany({ where: { regionId, kind: "dcs" }, select: { id: true } });
    await begin(
      {
        id, machine: "directors-meeting", regionId, title: meetingTitle(asDate(heldOn)), actor,
        parties: [...(await regionParties(tx, regionId)), ...directors.map((post) => ({ role: "director", postId: post.id }))],
        write: async (inner) => {
          await inner.directorsMeeting.create({ data: { id, regionId, heldOn: asDate(heldOn), place, requestKey: requestKey ?? null }, select: { id: true } });
          await putInCalendar(inner, id);
        },
      },
      tx,
    );
    return { kind: "made" as const, id };
  }));
}

/** Sends the agenda with its papers to every director, with the date for their calendar. */
export function sendAgenda(given: MeetingAct): Promise<FireResult> {
  return act(given.meetingId, given, "agenda.send");
}

export function resendAgenda(given: MeetingAct): Promise<FireResult> {
  return act(given.meetingId, given, "agenda.resend");
}

/** Another day: what is on its agenda moves with it, and whoever drafted it is told. */
export function moveMeeting({ heldOn, ...given }: MeetingAct & { readonly heldOn: string }): Promise<FireResult> {
  return act(given.meetingId, given, "meeting.move", {
    write: async (tx) => {
      await tx.directorsMeeting.update({ where: { id: given.meetingId }, data: { heldOn: asDate(heldOn) }, select: { id: true } });
      await putInCalendar(tx, given.meetingId);
    },
    settle: (tx) => fireOnAgenda(tx, given.meetingId, "agenda.move"),
  });
}

/** It does not take place: what is on its agenda waits for another. */
export function cancelMeeting({ reason, ...given }: MeetingAct & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given.meetingId, given, "meeting.cancel", {
    payload,
    write: async (tx) => {
      await tx.directorsMeeting.update({ where: { id: given.meetingId }, data: { reason: text }, select: { id: true } });
      await cancelDate(tx, { workflowId: given.meetingId, kind: "meeting" });
    },
    settle: async (tx) => {
      await fireOnAgenda(tx, given.meetingId, "agenda.remove");
      await tx.recommendation.updateMany({ where: { meetingId: given.meetingId, workflow: { state: "proposed" } }, data: { meetingId: null } });
      await tx.plan.updateMany({ where: { meetingId: given.meetingId, workflow: { state: "answering" } }, data: { meetingId: null } });
    },
  });
}

/** Everything is decided: every director is told. */
export function closeMeeting(given: MeetingAct): Promise<FireResult> {
  return act(given.meetingId, given, "meeting.close");
}

async function fireOnAgenda(tx: Tx, meetingId: string, event: string): Promise<void> {
  const where = { meetingId, workflow: { state: "onAgenda" } } as const;
  const [items, plans] = [await tx.recommendation.findMany({ where, select: { id: true }, orderBy: { id: "asc" } }), await tx.plan.findMany({ where, select: { id: true } })];
  for (const { id } of [...items, ...plans]) await fireWithin(tx, { workflowId: id, event, actor: system });
}

async function putInCalendar(tx: Tx, id: string): Promise<void> {
  const { heldOn, place, region } = await tx.directorsMeeting.findUniqueOrThrow({ where: { id }, select: { heldOn: true, place: true, region: { select: { name: true } } } });
  await setDate(tx, { workflowId: id, kind: "meeting", title: `Directors’ meeting, ${region.name}`, startsAt: heldOn, endsAt: heldOn, allDay: true, location: place });
}

