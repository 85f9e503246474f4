import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { forgetSettings } from "~/platform/settings.server";
import { forget } from "~/platform/singleton.server";
import { fire } from "~/workflow/fire.server";
import { messageIdOf, queueEmail, resend, sendEmail } from "~/workflow/outbox.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { startMailServer, type MailServer } from "~tests/support/smtp";
import { aSelfAssessment, aWorld, person, type World } from "./world";

let world: World;
let mail: MailServer;

beforeAll(async () => {
  world = await aWorld();
  mail = await startMailServer();
});
beforeEach(() => {
  mail.trouble = "none";
  useSmtp(mail.url);
});
afterAll(() => mail.stop());

function useSmtp(url: string | undefined): void {
  if (url) process.env["SMTP_URL"] = url;
  else delete process.env["SMTP_URL"];
  forgetSettings();
  forget("mailer");
}

/** A record just moved to the director's signature, and the email that asks for it. */
async function anEmail(): Promise<{ workflowId: string; id: string }> {
  const workflowId = await aSelfAssessment(world);
  await fire({ workflowId, event: "writing.start", actor: person(world.posts.dcs) });
  await fire({ workflowId, event: "draft.complete", actor: person(world.posts.delegate) });
  const email = await db.outboxEmail.findFirstOrThrow({ where: { workflowId, template: "self-assessment/ready-to-sign", role: "dcs" } });
  return { workflowId, id: email.id };
}

const rowOf = (id: string) => db.outboxEmail.findUniqueOrThrow({ where: { id } });
const receivedWith = (id: string) => mail.received.filter((email) => email.messageId === messageIdOf(id));

describe("sending", () => {
  test("delivers once, however often the job runs", async () => {
    const { id } = await anEmail();
    expect(await sendEmail(id)).toBe("sent");
    expect(await sendEmail(id)).toBe("already-done");
    expect(receivedWith(id)).toHaveLength(1);
    const row = await rowOf(id);
    expect(row.sentAt).not.toBeNull();
    expect(receivedWith(id)[0]?.subject).toBe(row.subject);
  });

  test("drops what is no longer asked", async () => {
    const { workflowId, id } = await anEmail();
    await db.outboxEmail.update({ where: { id }, data: { whileIn: ["returned"] } });
    expect(await sendEmail(id)).toBe("superseded");
    expect(receivedWith(id)).toEqual([]);
    expect(await db.workflowEvent.count({ where: { workflowId } })).toBe(3);
  });

  test("sends nothing more to somebody who has left", async () => {
    const { id } = await anEmail();
    const { personId } = await rowOf(id);
    await db.person.update({ where: { id: personId ?? "" }, data: { leftAt: new Date() } });
    expect(await sendEmail(id)).toBe("superseded");
    await db.person.update({ where: { id: personId ?? "" }, data: { leftAt: null } });
  });

  test("keeps the email and its failure when the server refuses for now, and sends it later", async () => {
    const { id } = await anEmail();
    mail.trouble = "refuse-for-now";
    await expect(sendEmail(id)).rejects.toThrow();
    expect(await rowOf(id)).toMatchObject({ sentAt: null, failedAt: null, attempts: 1, lastError: "refused with 451" });
    mail.trouble = "none";
    expect(await sendEmail(id)).toBe("sent");
  });

  test("gives up on a refusal for good and tells the coordinator, who can send it again", async () => {
    const { workflowId, id } = await anEmail();
    mail.trouble = "refuse-for-good";
    await expect(sendEmail(id)).rejects.toThrow();
    const row = await rowOf(id);
    expect(row.failedAt).not.toBeNull();
    const told = await db.outboxEmail.findFirstOrThrow({ where: { workflowId, template: "workflow/delivery-failed" } });
    expect(told.personId).toBe(world.posts.coordinator?.personId);
    mail.trouble = "none";
    const again = await resend(id);
    expect(again).toBeDefined();
    expect(await sendEmail(again ?? "")).toBe("sent");
    expect(receivedWith(again ?? "")).toHaveLength(1);
  });

  test("asked for again by several at the same moment, goes once", async () => {
    const { id } = await anEmail();
    await sendEmail(id);
    const asked = await Promise.all([1, 2, 3, 4].map(() => resend(id)));
    expect(asked.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await db.outboxEmail.count({ where: { occasion: { startsWith: `resend:${id}:` } } })).toBe(1);
  });

  test("stays in the local mailbox when there is no mail server", async () => {
    useSmtp(undefined);
    const { id } = await anEmail();
    expect(await sendEmail(id)).toBe("sent");
    const kept = await db.mailboxMessage.findUniqueOrThrow({ where: { messageId: messageIdOf(id) } });
    expect(kept.text).toContain("Kent");
    expect(kept.html).toContain("<html");
  });
});

describe("queueing", () => {
  test("makes one email of one occasion", async () => {
    const personId = world.posts.dcs?.personId ?? "";
    const { props } = await rowOf((await anEmail()).id);
    const queue = () =>
      queueEmail(db, { template: "self-assessment/ready-to-sign", personId, role: "dcs", address: "dcs@example.org", props: props as never, occasion: "remind:1" });
    expect([await queue(), await queue()].filter((id) => id !== undefined)).toHaveLength(1);
  });

  test("blanks a secret once it is sent", async () => {
    const id = await db.outboxEmail.create({
      data: {
        template: "self-assessment/ready-to-sign", role: "self", address: "x@example.org", secret: true, occasion: uuidv7(),
        props: (await rowOf((await anEmail()).id)).props as object, createdAt: new Date(), sendAfter: new Date(),
      },
    });
    await sendEmail(id.id);
    expect((await rowOf(id.id)).props).toEqual({});
    expect(await resend(id.id)).toBeUndefined();
  });
});
