import { expect, test } from "vitest";

import { emails, type EmailName } from "~emails/index";

const { parse, compose, example } = emails["self-assessment/returned"];

test("only the facts that an email declares are stored", () => {
  const stored = parse({ ...example, about: { newDate: "2026-12-07", reason: "private", unanswered: 3 }, notes: "private" });
  expect(stored.about).toEqual({ newDate: "2026-12-07" });
  expect(JSON.stringify(stored)).not.toContain("private");
});

test("what was stored reads back as it was", () => {
  for (const name of Object.keys(emails) as EmailName[]) {
    const once = emails[name].parse(emails[name].example);
    const stored: unknown = JSON.parse(JSON.stringify(once));
    expect(emails[name].parse(stored)).toEqual(stored);
  }
});

test("a name with line breaks cannot add headers to a message", () => {
  const { subject } = compose({ ...example, subject: "Kent\r\nBcc: somebody@example.org" });
  expect(subject).toMatch(/^Returned for changes: Kent Bcc: somebody@example\.org/);
  expect(subject).not.toMatch(/[\r\n]/);
});

test("words without end are cut, so that a long title cannot stop a transition", () => {
  expect(parse({ ...example, title: "a".repeat(5000) }).title).toHaveLength(200);
});

test("a path that leads to another site is refused", () => {
  expect(() => parse({ ...example, path: "https://elsewhere.example" })).toThrow();
  expect(() => parse({ ...example, path: "//elsewhere.example" })).toThrow();
});

test("a date that is no date is refused when the letter is stored, not when it is sent", () => {
  expect(() => parse({ ...example, due: "30/11/2026" })).toThrow();
  expect(() => parse({ ...example, when: "yesterday" })).toThrow();
});

test("one letter cannot both ask for a date and cancel one", () => {
  const entry = { uid: "a", sequence: 0, method: "REQUEST", title: "Due", startsOn: "2026-11-30", endsOn: "2026-11-30", allDay: true, path: "/a" };
  expect(() => parse({ ...example, calendar: [entry, { ...entry, uid: "b", method: "CANCEL" }] })).toThrow(/one method/);
  expect(() => parse({ ...example, calendar: [{ ...entry, allDay: false }] })).toThrow(/needs a time/);
});

test("a misspelt name does not compile", () => {
  const name: EmailName = "self-assessment/submitted";
  expect(Object.hasOwn(emails, name)).toBe(true);
  // @ts-expect-error there is no such email: were the names plain strings, this line would fail the type check
  const misspelt: EmailName = "self-assessment/submited";
  expect(Object.hasOwn(emails, misspelt)).toBe(false);
});
