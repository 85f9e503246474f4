import { emails, type EmailName } from "~emails/index";
import type { Letter } from "~emails/define-email";
import { renderEmail, type Rendered } from "~emails/render";

import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { addJobSql } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { deliver, NoSmtp } from "~/platform/mailer.server";
import type { OutboxEmail } from "~/platform/prisma-client/client";
import { settings } from "~/platform/settings.server";

import type { Tx } from "./process.server";
import { inTransaction } from "./transaction.server";

/** Tries of one email before it is given up and its region's coordinators are told. About a day and a half. */
export const maxAttempts = 12;

export interface QueuedEmail {
  readonly template: EmailName;
  readonly personId: string | null;
  readonly role: string;
  readonly address: string;
  readonly props: Letter;
  /** Makes it one of a kind: the same template to the same person is queued once an occasion. */
  readonly occasion: string;
  readonly workflowId?: string;
  /** Blanked after sending: a sign-in code. */
  readonly secret?: boolean;
  readonly whileIn?: readonly string[];
}

/** Queues an email that no transition causes (a sign-in code, a reminder, a digest) with its job, in the caller's transaction. Returns its id, or undefined when that occasion was queued before. */
export async function queueEmail(tx: Tx, email: QueuedEmail): Promise<string | undefined> {
  const at = now();
  const [row] = await tx.outboxEmail.createManyAndReturn({
    data: [
      {
        workflowId: email.workflowId ?? null,
        template: email.template,
        personId: email.personId,
        role: email.role,
        address: email.address,
        props: emails[email.template].parse(email.props) as object,
        occasion: email.occasion,
        secret: email.secret ?? false,
        whileIn: [...(email.whileIn ?? [])],
        createdAt: at,
        sendAfter: at,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (row) await tx.$queryRaw`SELECT ${addJobSql({ task: "send-email", payload: { id: row.id }, key: `email:${row.id}`, maxAttempts })}`;
  return row?.id;
}

export type SendOutcome = "sent" | "already-done" | "superseded";

/**
 * Sends one email of the outbox. Called by its job, again after a failure or a crash: what was sent is
 * not sent again, and a second delivery after a crash between sending and noting it carries the same
 * Message-ID. An email that asks for what is no longer asked is dropped.
 * @throws what the mail server said, so that the job is tried again later
 */
export async function sendEmail(id: string): Promise<SendOutcome> {
  const email = await db.outboxEmail.findUnique({ where: { id }, include: { workflow: { select: { state: true } }, person: { select: { leftAt: true } } } });
  if (!email || email.sentAt || email.supersededAt || email.failedAt) return "already-done";
  const pointless = email.workflow && email.whileIn.length > 0 && !email.whileIn.includes(email.workflow.state);
  const left = email.person?.leftAt && email.person.leftAt <= now() && email.template !== "people/left-post";
  if (pointless || left) {
    await db.outboxEmail.update({ where: { id }, data: { supersededAt: now(), ...blanked(email) } });
    return "superseded";
  }
  const rendered = renderEmail(email.template as EmailName, email.props as unknown as Letter, {
    baseUrl: settings().BASE_URL,
    from: settings().MAIL_FROM,
    to: email.address,
  });
  const messageId = messageIdOf(id);
  try {
    await deliver({
      to: email.address,
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
      messageId,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      ...(rendered.calendar ? { icalEvent: { method: methodOf(rendered.calendar), content: rendered.calendar, filename: "candour.ics" } } : {}),
    });
  } catch (error) {
    if (!(error instanceof NoSmtp)) {
      await noteFailure(email, error);
      throw error;
    }
    await keepLocally(email, rendered, messageId);
    return "sent";
  }
  await db.outboxEmail.updateMany({
    where: { id, sentAt: null },
    data: { sentAt: now(), attempts: { increment: 1 }, subject: rendered.subject, messageId, lastError: null, ...blanked(email) },
  });
  return "sent";
}

/** Without a mail server the message stays in the local mailbox: noted and stored together. */
async function keepLocally(email: OutboxEmail, rendered: Rendered, messageId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.mailboxMessage.createMany({
      data: [
        {
          messageId, to: email.address, personId: email.personId, subject: rendered.subject,
          html: rendered.html, text: rendered.text, calendar: rendered.calendar, at: now(),
        },
      ],
      skipDuplicates: true,
    });
    await tx.outboxEmail.updateMany({
      where: { id: email.id, sentAt: null },
      data: { sentAt: now(), attempts: { increment: 1 }, subject: rendered.subject, messageId, ...blanked(email) },
    });
  });
}

function blanked(email: Pick<OutboxEmail, "secret">): { props?: object } {
  return email.secret ? { props: {} } : {};
}

function methodOf(calendar: string): string {
  return /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? "REQUEST";
}

/** The same for every try of one outbox row, which is one event, person and template. */
export function messageIdOf(id: string): string {
  return `<${id}@${new URL(settings().BASE_URL).hostname}>`;
}

interface SmtpError {
  readonly responseCode?: number;
  readonly code?: string;
}

/** A refusal for good (5xx) or the last try gives the email up, and tells the region's coordinators. */
async function noteFailure(email: OutboxEmail, error: unknown): Promise<void> {
  const { responseCode, code } = error as SmtpError;
  const attempts = email.attempts + 1;
  const givenUp = attempts >= maxAttempts || (responseCode !== undefined && responseCode >= 500 && responseCode < 600);
  // The class of failure only: what a server says may quote the address or the subject.
  const lastError = responseCode ? `refused with ${responseCode}` : `not reached (${code ?? "unknown"})`;
  await inTransaction(async (tx) => {
    await tx.outboxEmail.updateMany({
      where: { id: email.id, sentAt: null },
      data: { attempts, lastError, ...(givenUp ? { failedAt: now(), ...blanked(email) } : {}) },
    });
    if (givenUp) await tellCoordinators(tx, email);
  });
  log.warn("email not delivered", { emailId: email.id, template: email.template, attempt: attempts });
}

async function tellCoordinators(tx: Tx, email: OutboxEmail): Promise<void> {
  if (!email.workflowId || email.template === "workflow/delivery-failed") return;
  const workflow = await tx.workflow.findUniqueOrThrow({ where: { id: email.workflowId }, select: { title: true, regionId: true, region: { select: { name: true } } } });
  const moment = now();
  const coordinators = await tx.holding.findMany({
    where: {
      post: { regionId: workflow.regionId, kind: "sli-coordinator", authorityId: null },
      from: { lte: moment },
      OR: [{ to: null }, { to: { gt: moment } }],
      person: { leftAt: null },
    },
    select: { person: { select: { id: true, name: true, email: true } } },
  });
  const person = email.personId ? await tx.person.findUnique({ where: { id: email.personId }, select: { name: true } }) : null;
  for (const { person: coordinator } of coordinators) {
    await queueEmail(tx, {
      template: "workflow/delivery-failed",
      personId: coordinator.id,
      role: "coordinator",
      address: coordinator.email,
      occasion: `failed:${email.id}`,
      workflowId: email.workflowId,
      props: {
        recipient: { name: coordinator.name }, role: "coordinator", title: workflow.title, subject: workflow.title, authority: null,
        round: "", region: workflow.region.name, path: "/emails?show=failed", due: null, by: null, when: moment.toISOString(),
        about: { to: person?.name ?? null, email: email.template, attempts: email.attempts + 1 }, calendar: [],
      },
    });
  }
}

/** Sends an email of the log once more, as a new row, to the person's address of today. Returns the new row's id, or undefined when there is no such email or it is on its way already. */
export async function resend(id: string): Promise<string | undefined> {
  return inTransaction(async (tx) => {
    // One press at a time: of two at the same moment, the second finds what the first has queued.
    await tx.$executeRaw`SELECT 1 FROM outbox_email WHERE id = ${id}::uuid FOR UPDATE`;
    const email = await tx.outboxEmail.findUnique({ where: { id }, include: { person: { select: { email: true, leftAt: true } } } });
    if (!email || email.secret || email.person?.leftAt) return undefined;
    const underWay = await tx.outboxEmail.count({ where: { occasion: { startsWith: `resend:${id}:` }, sentAt: null, failedAt: null, supersededAt: null } });
    if (underWay > 0) return undefined;
    const again = await tx.outboxEmail.count({ where: { personId: email.personId, template: email.template, occasion: { startsWith: `resend:${id}:` } } });
    return queueEmail(tx, {
      template: email.template as EmailName,
      personId: email.personId,
      role: email.role,
      address: email.person?.email ?? email.address,
      props: email.props as unknown as Letter,
      occasion: `resend:${id}:${again + 1}`,
      ...(email.workflowId ? { workflowId: email.workflowId } : {}),
    });
  });
}

/** Sends whatever waits, in order, without a worker: for seeds and tests. Returns how many were sent. */
export async function drainOutbox(): Promise<number> {
  const waiting = await db.outboxEmail.findMany({
    where: { sentAt: null, failedAt: null, supersededAt: null, urgency: "now" },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  let sent = 0;
  for (const { id } of waiting) if ((await sendEmail(id)) === "sent") sent += 1;
  return sent;
}
