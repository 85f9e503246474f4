import { visibleTo as eventsVisibleTo } from "~/features/event";
import { runsEventsOf } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";
import { isBankHoliday } from "~/workflow/bank-holidays";
import { processOf } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { nationalOn } from "./national-dates";

/** One date of the region's year, whatever process it comes from. */
export interface RegionDate {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly allDay: boolean;
  readonly where: string | null;
  readonly region: string;
  readonly sequence: number;
}

/** How far back and ahead the calendar looks, in days. */
const BACK = 30;
const AHEAD = 400;

/**
 * The dates that exist for this person: their regions' rounds and events, and of sessions and visits those
 * they are part of or coordinate. Each process has put its own dates there; what is off is not in it.
 */
export async function datesFor(actor: SignedIn): Promise<RegionDate[]> {
  const moment = now();
  const regions = [...new Set(actor.holdings.map(({ regionId }) => regionId))];
  const posts = actor.holdings.map(({ postId }) => postId);
  const visible: Prisma.WorkflowWhereInput[] = [
    { machine: "cycle", state: { notIn: ["draft", "cancelled"] }, regionId: { in: regions } },
    { machine: "event", event: { is: await eventsVisibleTo(actor) } },
    { machine: { notIn: ["cycle", "event"] }, regionId: { in: [...runsEventsOf(actor)] } },
    { machine: { notIn: ["cycle", "event"] }, parties: { some: { to: null, OR: [{ personId: actor.personId }, { postId: { in: posts } }] } } },
  ];
  const ids = await db.workflow.findMany({ where: { OR: visible }, select: { id: true } });
  const rows = await db.calendarEntry.findMany({
    where: {
      workflowId: { in: ids.map(({ id }) => id) }, cancelledAt: null,
      endsAt: { gte: new Date(moment.getTime() - BACK * 86_400_000) }, startsAt: { lte: new Date(moment.getTime() + AHEAD * 86_400_000) },
    },
    orderBy: [{ startsAt: "asc" }, { title: "asc" }],
  });
  const workflows = new Map((await db.workflow.findMany({ where: { id: { in: rows.map(({ workflowId }) => workflowId) } }, select: { id: true, machine: true, region: { select: { name: true } } } })).map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const workflow = workflows.get(row.workflowId);
    if (!workflow) return [];
    return [{
      id: row.id, title: row.title, path: processOf(workflow.machine).path(workflow.id), startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString(), allDay: row.allDay,
      where: row.location, region: workflow.region.name, sequence: row.sequence,
    }];
  });
}

/**
 * What else is on a day, for whoever plans an event: bank holidays and weekends, known national dates, and
 * the region's other dates. Warnings only: the coordinator decides.
 */
export async function clashesOn(regionId: string, day: string, exceptWorkflowId?: string): Promise<string[]> {
  const found: string[] = [];
  if (isBankHoliday(day)) found.push("a bank holiday");
  else if ([0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())) found.push("a weekend");
  found.push(...nationalOn(day));
  const from = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000);
  const to = new Date(Date.parse(`${day}T00:00:00Z`) + 2 * 86_400_000);
  const near = await db.calendarEntry.findMany({ where: { cancelledAt: null, endsAt: { gte: from }, startsAt: { lte: to } }, orderBy: { startsAt: "asc" } });
  const own = new Set((await db.workflow.findMany({ where: { id: { in: near.map(({ workflowId }) => workflowId) }, regionId, machine: { in: ["cycle", "event", "triad", "visit"] } }, select: { id: true } })).map(({ id }) => id));
  for (const entry of near) {
    const within = entry.allDay ? entry.startsAt.toISOString().slice(0, 10) <= day && day <= entry.endsAt.toISOString().slice(0, 10) : dayOf(entry.startsAt) <= day && day <= dayOf(entry.endsAt);
    if (within && own.has(entry.workflowId) && entry.workflowId !== exceptWorkflowId) found.push(entry.title);
  }
  return [...new Set(found)];
}
