import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";

import { letterView } from "./letter-view";
import { literally } from "./literally";

/** Messages a page of the mailbox. */
export const messagesPerPage = 25;

export interface MailboxAsked {
  /** An address, or empty for everybody's. */
  readonly to: string;
  /** Words to find in the subject or the text. */
  readonly words: string;
  /** Counted from 1. */
  readonly page: number;
}

function found({ to, words }: MailboxAsked): Prisma.MailboxMessageWhereInput {
  const containing = words.split(/\s+/).filter((word) => word !== "").slice(0, 8).map(literally);
  return {
    ...(to ? { to } : {}),
    AND: containing.map((word) => ({
      OR: [{ subject: { contains: word, mode: "insensitive" as const } }, { text: { contains: word, mode: "insensitive" as const } }, { to: { contains: word, mode: "insensitive" as const } }],
    })),
  };
}

/** One page of the local mailbox, newest first, with everybody who has messages. */
export async function mailboxPage(asked: MailboxAsked) {
  const where = found(asked);
  const [total, recipients] = await Promise.all([
    db.mailboxMessage.count({ where }),
    db.mailboxMessage.groupBy({ by: ["to"], _count: { _all: true }, orderBy: { to: "asc" } }),
  ]);
  const pages = Math.max(1, Math.ceil(total / messagesPerPage));
  const page = Math.min(asked.page, pages);
  const messages = await db.mailboxMessage.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: (page - 1) * messagesPerPage,
    take: messagesPerPage,
    select: { id: true, to: true, subject: true, at: true, calendar: true },
  });
  const names = await namesOf(recipients.map((recipient) => recipient.to));
  return {
    total,
    page,
    pages,
    recipients: recipients
      .map(({ to, _count }) => ({ to, name: names.get(to) ?? to, messages: _count._all }))
      .sort((one, other) => one.name.localeCompare(other.name, "en-GB")),
    messages: messages.map(({ calendar, ...message }) => ({ ...message, name: names.get(message.to) ?? null, hasCalendar: calendar !== null })),
  };
}

async function namesOf(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await db.person.findMany({ where: { email: { in: [...addresses] } }, select: { email: true, name: true } });
  return new Map(people.map((person) => [person.email, person.name]));
}

const identifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function messageNamed(id: string | undefined) {
  return id !== undefined && identifier.test(id) ? db.mailboxMessage.findUnique({ where: { id } }) : null;
}

const stylesheetOf = (id: string): string => `/mailbox/${id}/style.css`;

/** One message to read, its letter ready for a frame. Null when there is none. */
export async function messageToRead(id: string | undefined) {
  const message = await messageNamed(id);
  if (!message) return null;
  const { html, calendar, personId: _personId, ...shown } = message;
  const names = await namesOf([message.to]);
  return { ...shown, name: names.get(message.to) ?? null, hasCalendar: calendar !== null, letter: letterView(html, stylesheetOf(message.id)).html };
}

/** The styles of a message's letter. Null when there is no such message. */
export async function styleOfMessage(id: string | undefined): Promise<string | null> {
  const message = await messageNamed(id);
  return message && letterView(message.html, stylesheetOf(message.id)).css;
}

/** The calendar file that came with a message. Null when there is none. */
export async function calendarOfMessage(id: string | undefined): Promise<string | null> {
  return (await messageNamed(id))?.calendar ?? null;
}
