import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test } from "vitest";

import { calendarOfMessage, mailboxPage, messageToRead, styleOfMessage } from "~/features/mailbox";
import { db } from "~/platform/db.server";
import { forgetSettings } from "~/platform/settings.server";
import { loader as listLoader } from "~/routes/mailbox._index/route";
import { loader as messageLoader } from "~/routes/mailbox.$messageId/route";
import { loader as calendarLoader } from "~/routes/mailbox.$messageId_.calendar[.]ics/route";
import { loader as styleLoader } from "~/routes/mailbox.$messageId_.style[.]css/route";
import { emails, type EmailName } from "~emails/index";
import { renderEmail } from "~emails/render";

const baseUrl = "https://candour.example.org";

async function aMessage(name: EmailName, to: string, at: Date) {
  const { subject, html, text, calendar } = renderEmail(name, emails[name].example, { baseUrl });
  return db.mailboxMessage.create({ data: { messageId: `<${randomUUID()}@example.org>`, to, subject, html, text, calendar, at } });
}

const amara = "amara@example.org";
const priya = "priya@example.org";
let signed: string;
let moved: string;

beforeAll(async () => {
  await db.person.create({ data: { name: "Amara Okafor", email: amara } });
  signed = (await aMessage("self-assessment/signed", amara, new Date("2026-11-23T10:00:00Z"))).id;
  moved = (await aMessage("cycle/dates-moved", priya, new Date("2026-11-23T11:00:00Z"))).id;
  for (let i = 0; i < 30; i += 1) await aMessage("self-assessment/writing-started", "tom@example.org", new Date(Date.UTC(2026, 10, 20, 10, i)));
});

function withSettings(over: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(over)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  forgetSettings();
}

afterEach(() => withSettings({ DEMO: undefined, SMTP_URL: undefined }));

const args = (path: string, params: Record<string, string> = {}) => ({ request: new Request(`http://localhost:3000${path}`), params, context: {} });

async function statusOf(act: () => Promise<unknown>): Promise<number> {
  try {
    const answer = await act();
    return answer instanceof Response ? answer.status : 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

test("messages come newest first, a page at a time", async () => {
  const first = await mailboxPage({ to: "", words: "", page: 1 });
  expect(first.total).toBe(32);
  expect(first.pages).toBe(2);
  expect(first.messages.slice(0, 2).map((message) => message.id)).toEqual([moved, signed]);
  expect(first.messages[1]).toMatchObject({ name: "Amara Okafor", hasCalendar: false });
  expect(first.messages[0]).toMatchObject({ name: null, hasCalendar: true });
  const last = await mailboxPage({ to: "", words: "", page: 99 });
  expect(last.page).toBe(2);
  expect(last.messages).toHaveLength(7);
});

test("messages are found by person and by words", async () => {
  expect((await mailboxPage({ to: amara, words: "", page: 1 })).messages.map((message) => message.id)).toEqual([signed]);
  expect((await mailboxPage({ to: "", words: "DATES moved", page: 1 })).messages.map((message) => message.id)).toEqual([moved]);
  expect((await mailboxPage({ to: amara, words: "dates moved", page: 1 })).messages).toEqual([]);
  expect((await mailboxPage({ to: "", words: "%", page: 1 })).messages).toEqual([]);
  expect((await mailboxPage({ to: "", words: "_", page: 1 })).messages).toEqual([]);
});

test("everybody with messages can be chosen, people by name", async () => {
  const { recipients } = await mailboxPage({ to: "", words: "", page: 1 });
  expect(recipients).toEqual([
    { to: amara, name: "Amara Okafor", messages: 1 },
    { to: priya, name: priya, messages: 1 },
    { to: "tom@example.org", name: "tom@example.org", messages: 30 },
  ]);
});

test("a message is read with its letter, its styles and its calendar file", async () => {
  const message = await messageToRead(moved);
  expect(message).toMatchObject({ to: priya, hasCalendar: true });
  expect(message?.letter).toContain(`/mailbox/${moved}/style.css`);
  expect(message).not.toHaveProperty("html");
  expect(await styleOfMessage(moved)).toMatch(/^\.s0\{/);
  expect(await calendarOfMessage(moved)).toMatch(/^BEGIN:VCALENDAR/);
  expect(await calendarOfMessage(signed)).toBeNull();
});

test("what is no message is absent, whatever stands in the address", async () => {
  for (const id of [randomUUID(), "x", "'; DROP TABLE mailbox_message", undefined]) {
    expect(await messageToRead(id)).toBeNull();
    expect(await styleOfMessage(id)).toBeNull();
  }
});

test("in a demonstration without a mail server everybody may read it", async () => {
  withSettings({ DEMO: "1", SMTP_URL: undefined });
  expect(await statusOf(() => listLoader(args("/mailbox")))).toBe(200);
  expect(await statusOf(() => messageLoader(args(`/mailbox/${signed}`, { messageId: signed })))).toBe(200);
  const calendar = await calendarLoader(args(`/mailbox/${moved}/calendar.ics`, { messageId: moved }));
  expect(calendar.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  expect(calendar.headers.get("Content-Disposition")).toContain("attachment");
  const style = await styleLoader(args(`/mailbox/${moved}/style.css`, { messageId: moved }));
  expect(style.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
  expect(await statusOf(() => messageLoader(args(`/mailbox/${randomUUID()}`, { messageId: randomUUID() })))).toBe(404);
});

test("otherwise it does not exist, for anybody", async () => {
  for (const over of [{ DEMO: "0", SMTP_URL: undefined }, { DEMO: "1", SMTP_URL: "smtp://localhost:25" }]) {
    withSettings(over);
    expect(await statusOf(() => listLoader(args("/mailbox")))).toBe(404);
    expect(await statusOf(() => messageLoader(args(`/mailbox/${signed}`, { messageId: signed })))).toBe(404);
    expect(await statusOf(() => styleLoader(args(`/mailbox/${signed}/style.css`, { messageId: signed })))).toBe(404);
    expect(await statusOf(() => calendarLoader(args(`/mailbox/${moved}/calendar.ics`, { messageId: moved })))).toBe(404);
  }
});
