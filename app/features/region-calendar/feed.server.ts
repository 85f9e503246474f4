import { createHash, createHmac } from "node:crypto";
import ical, { ICalCalendarMethod } from "ical-generator";
import { Temporal } from "temporal-polyfill";

import { londonClocks } from "~emails/calendar";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sessionSecret, settings } from "~/platform/settings.server";
import type { SignedIn } from "~/workflow/actor.server";
import { inTransaction } from "~/workflow/transaction.server";
import { datesFor, type RegionDate } from "./dates.server";

const digestOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/**
 * Makes the person's secret link, and ends the one they had. The link itself is shown once and kept
 * nowhere: only its digest is. The same press gives the same link.
 */
export async function makeFeed(personId: string, requestKey: string): Promise<string> {
  const token = createHmac("sha256", sessionSecret()).update(`calendar feed of ${personId} ${requestKey}`).digest("base64url");
  const digest = digestOf(token);
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
    if ((await tx.calendarFeed.count({ where: { digest } })) > 0) return;
    await tx.calendarFeed.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now() } });
    await tx.calendarFeed.create({ data: { personId, digest, createdAt: now() }, select: { id: true } });
  });
  return `${settings().BASE_URL}/calendar/feed/${token}.ics`;
}

/** Ends the person's link: whoever has it finds nothing from now on. */
export async function revokeFeed(personId: string): Promise<void> {
  await db.calendarFeed.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now() } });
}

/** Since when the person has a link that counts; null when they have none. */
export async function feedSince(personId: string): Promise<Date | null> {
  return (await db.calendarFeed.findFirst({ where: { personId, revokedAt: null }, select: { createdAt: true } }))?.createdAt ?? null;
}

/** The calendar behind a secret link, as its owner may see it today; null for a link that does not count. */
export async function feedOf(token: string): Promise<string | null> {
  const moment = now();
  const feed = await db.calendarFeed.findUnique({
    where: { digest: digestOf(token) },
    select: {
      revokedAt: true,
      person: {
        select: {
          id: true, name: true, email: true, leftAt: true,
          holdings: { where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] }, select: { post: { select: { id: true, kind: true, title: true, regionId: true, authorityId: true } } } },
        },
      },
    },
  });
  if (!feed || feed.revokedAt || (feed.person.leftAt && feed.person.leftAt <= moment)) return null;
  const { id, name, email, holdings } = feed.person;
  const actor: SignedIn = { kind: "person", personId: id, name, email, holdings: holdings.map(({ post: { id: postId, ...post } }) => ({ postId, ...post })) };
  return calendarOf(await datesFor(actor), settings().BASE_URL);
}

/** An iCalendar file (RFC 5545) that programs fetch again and again: what is no longer in it is gone. */
export function calendarOf(dates: readonly RegionDate[], baseUrl: string): string {
  const calendar = ical({
    prodId: { company: "Candour", product: "Candour", language: "EN" }, name: "Candour: dates of my region", method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: () => londonClocks }, ttl: 60 * 60 * 6,
  });
  for (const date of dates) {
    const times = date.allDay
      ? { start: Temporal.PlainDate.from(date.startsAt.slice(0, 10)), end: Temporal.PlainDate.from(date.endsAt.slice(0, 10)).add({ days: 1 }), allDay: true }
      : { start: Temporal.Instant.from(date.startsAt).toZonedDateTimeISO("Europe/London"), end: Temporal.Instant.from(date.endsAt).toZonedDateTimeISO("Europe/London"), timezone: "Europe/London" };
    const url = `${baseUrl}${date.path}`;
    calendar.createEvent({ ...times, id: `${date.id}@candour`, sequence: date.sequence, stamp: now(), summary: date.title, description: `In Candour: ${url}`, url, location: date.where });
  }
  return calendar.toString();
}
