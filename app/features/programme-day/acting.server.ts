import { cancelDates, forgetNeeds, lockSessionsOf, setStanding, settleQueues, type SessionRow, type Standing } from "~/features/booking";
import { askThem, questionsOf, takeBack } from "~/features/evaluation";
import { coordinates, moving } from "~/features/nomination";
import { now } from "~/platform/clock.server";
import { Refusal, type Acting, type Beside } from "~/workflow/acting.server";
import { system } from "~/workflow/actor.server";
import { fireWithin, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { Tx, Writes } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";

export interface Act extends Acting {
  readonly dayId: string;
}

/** Working days after a day for which it can be evaluated. */
export const EVALUATE_WITHIN = 10;

/** What each step means for the dates. */
const standings: Readonly<Record<string, Standing>> = {
  "booking.open": { bookable: true, paused: false },
  "day.cancel": { paused: true, bookable: false },
  "day.hold": { bookable: false },
};

/** What goes with a step, whoever takes it: the dates stand as it says, and a held day is evaluated. */
async function standAs(tx: Tx, event: string, dayId: string, sessions: readonly SessionRow[]): Promise<void> {
  const standing = standings[event];
  if (standing) await setStanding(tx, sessions, standing);
  if (event === "day.cancel") await cancelDates(tx, sessions);
  if (event === "day.hold") {
    const held = sessions.reduce((last, { endsAt }) => (endsAt > last ? endsAt : last), new Date(0));
    await tx.programmeDay.update({ where: { id: dayId }, data: { evaluateBy: new Date(`${addWorkingDays(dayOf(held), EVALUATE_WITHIN)}T00:00:00Z`) }, select: { id: true } });
  }
}

/** Steps at which a date of the day may be over. */
const asksWhoCame: readonly string[] = ["date.end", "day.hold", "day.change", "day.move"];

async function afterwards(tx: Tx, event: string, dayId: string): Promise<void> {
  if (asksWhoCame.includes(event)) await askAttendees(tx, dayId);
  await settleQueues(tx, await lockSessionsOf(tx, dayId));
}

/** What goes with a step that the system takes when a cohort's step makes it. */
export function withTheCohort(event: string): (dayId: string) => Writes {
  return (dayId) => ({ write: async (tx) => standAs(tx, event, dayId, await lockSessionsOf(tx, dayId)), settle: (tx) => afterwards(tx, event, dayId) });
}

/** Fires one event of a day within the caller's transaction: its dates are locked first, and afterwards every free place is offered to whoever waits. */
export async function fireDay(tx: Tx, request: FireRequest, write?: (tx: Tx, sessions: readonly SessionRow[]) => Promise<void>): Promise<FireResult> {
  const sessions = await lockSessionsOf(tx, request.workflowId);
  // The system's own step brings its writes with it (withTheCohort).
  if (request.actor.kind === "system" && request.event in standings && request.event !== "day.hold") return fireWithin(tx, request);
  return fireWithin(tx, {
    ...request,
    write: async (inner, workflow) => {
      await write?.(inner, sessions);
      await standAs(inner, request.event, request.workflowId, sessions);
      await request.write?.(inner, workflow);
    },
    settle: async (inner) => {
      await request.settle?.(inner);
      await afterwards(inner, request.event, request.workflowId);
    },
  });
}

/** Fires one event of a day in a transaction of its own. */
export function act({ dayId, ...acting }: Act, event: string, beside: Beside = {}, write?: (tx: Tx, sessions: readonly SessionRow[]) => Promise<void>): Promise<FireResult> {
  return moving((tx) => fireDay(tx, { workflowId: dayId, event, ...acting, ...beside }, write));
}

/**
 * Asks everybody who was at a date that is over what they thought, and takes the question back from who was
 * not. Of alternative dates each is asked about when it is over itself, for as long as a day is.
 */
async function askAttendees(tx: Tx, dayId: string): Promise<void> {
  const day = await tx.programmeDay.findUnique({
    where: { id: dayId },
    select: { evaluateBy: true, cohort: { select: { regionId: true, evaluationForm: true } }, workflow: { select: { title: true, state: true, bookableSessions: { select: { id: true, endsAt: true } } } } },
  });
  if (!day || !["bookingOpen", "evaluationOpen"].includes(day.workflow.state)) return;
  const over = day.workflow.bookableSessions.filter(({ endsAt }) => day.workflow.state === "evaluationOpen" || endsAt <= now());
  const today = dayOf(now());
  for (const { id: sessionId, endsAt } of over) {
    // What people needed at it is not needed any more.
    await forgetNeeds(tx, { sessionId });
    const bookings = await tx.booking.findMany({ where: { sessionId, workflow: { state: { in: ["attended", "partlyAttended", "noShow"] } } }, select: { personId: true, workflow: { select: { state: true } } } });
    await takeBack(tx, dayId, bookings.filter(({ workflow }) => workflow.state === "noShow").map(({ personId }) => personId));
    const came = bookings.filter(({ workflow }) => workflow.state !== "noShow").map(({ personId }) => personId);
    const until = day.evaluateBy?.toISOString().slice(0, 10) ?? addWorkingDays(dayOf(endsAt), EVALUATE_WITHIN);
    if (came.length > 0) await askThem(tx, { ownerId: dayId, regionId: day.cohort.regionId, title: day.workflow.title, personIds: came, closesOn: until >= today ? until : addWorkingDays(today, 5), questions: questionsOf(day.cohort.evaluationForm) });
  }
}

/** What follows when it is noted of somebody whether they came, by the list or with the code at the door. Of anything but a day of a programme: nothing. */
export async function onAttendance(tx: Tx, ownerId: string): Promise<void> {
  await askAttendees(tx, ownerId);
  await completeRegister(tx, ownerId);
}

/** Once it is known of everybody booked on a held day whether they came, nobody is asked for the register any more. */
async function completeRegister(tx: Tx, dayId: string): Promise<void> {
  const awaited = await tx.deadline.count({ where: { workflowId: dayId, name: "Record who came", closedAt: null, workflow: { state: "evaluationOpen" } } });
  if (awaited === 0) return;
  // Refused while somebody is still to be recorded.
  await fireWithin(tx, { workflowId: dayId, event: "register.complete", actor: system });
}

/** Refuses whoever does not coordinate the day's region. */
export async function mustCoordinate(tx: Tx, given: Acting, regionId: string): Promise<void> {
  if (!(await coordinates(tx, given.actor, regionId))) throw new Refusal("not-your-role");
}
