import { describe, expect, test } from "vitest";

import type { Letter } from "~emails/define-email";
import { emailNamed, emails, isEmailName, type EmailName } from "~emails/index";
import { renderEmail } from "~emails/render";

const baseUrl = "https://candour.example.org";
const names = Object.keys(emails) as EmailName[];

/** What a reader sees of the HTML. */
const seen = (html: string): string => html.replace(/<style[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>|<!--[\s\S]*?-->/g, "").replace(/<[^>]+>/g, " ");

describe.each(names)("%s", (name) => {
  const example = emails[name].example;
  const rendered = renderEmail(name, example, { baseUrl });

  test("says in its subject what, whose, and by when if its example has a date", () => {
    const { subject } = rendered;
    expect(subject).toMatch(/^[A-Z0-9][^:]+: \S/);
    expect(subject).not.toMatch(/[\r\n]/);
    const aboutNoRecord = name === "session/sign-in" || name === "workflow/digest";
    if (!aboutNoRecord) expect(subject).toContain(example.subject);
    const { letter } = emails[name].compose(example);
    if (letter.due) expect(subject).toMatch(/(by|due|from|on|ends) (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2}( \d{4})?$/);
  });

  test("has one button, and all its links lead to Candour", () => {
    const { html } = rendered;
    expect(html.match(/class="c-button"/g)).toHaveLength(1);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^https:\/\/candour\.example\.org\/[^/]/);
    const { button } = emails[name].compose(example);
    expect(links).toContain(`${baseUrl}${button.path}`.replace(/&/g, "&amp;"));
  });

  test("shows nothing that a program failed to fill in", () => {
    const { subject, html, text } = rendered;
    for (const part of [subject, seen(html), text]) expect(part).not.toMatch(/undefined|\bnull\b|NaN|\[object|Invalid Date|\$\{/);
  });

  test("holds to what assistive technology needs", () => {
    const { html } = rendered;
    expect(html).toMatch(/<html[^>]* lang="en-GB"/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    const layout = [...html.matchAll(/<table\b[^>]*>/g)].map((match) => match[0]);
    // A table of data has column headings instead; the digest has the only one.
    const ofData = layout.filter((table) => !table.includes('role="presentation"'));
    expect(ofData).toHaveLength(name === "workflow/digest" ? 1 : 0);
    for (const image of html.match(/<img\b[^>]*>/g) ?? []) expect(image).toMatch(/\balt="/);
  });

  test("reads as plain text", () => {
    const { text, subject } = rendered;
    const { heading, button, next } = emails[name].compose(example);
    const unwrapped = text.replace(/\s+/g, " ");
    expect(unwrapped).toContain(heading);
    expect(unwrapped).toContain(`Dear ${example.recipient.name},`);
    expect(unwrapped).toContain(`${button.label} ${baseUrl}${button.path}`);
    if (next) expect(unwrapped).toContain(next);
    expect(text).not.toMatch(/<[a-z/]|&(?:[a-z]+|#\d+);|\u00a0/);
    expect(unwrapped).not.toBe(subject);
    for (const line of text.split("\n")) if (!line.includes("https://")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("can be said with every fact it may lack", () => {
    const about = name === "session/sign-in" || name === "workflow/digest" ? example.about : {};
    const bare: Letter = { ...example, about, authority: null, by: null, due: null, round: "", region: "" };
    const { subject, html, text } = renderEmail(name, bare, { baseUrl });
    for (const part of [subject, seen(html), text]) expect(part).not.toMatch(/undefined|\bnull\b|NaN|Invalid Date| {2}\.|\(\)/);
    expect(seen(html)).not.toMatch(/ of  | the  /);
  });
});

test("no two emails about the same record have the same subject", () => {
  const subjects = names
    .filter((name) => name.startsWith("self-assessment/") || name.startsWith("cycle/"))
    .flatMap((name) => {
      const roles = ["dcs", "coordinator", "addressee", "author", "chiefExecutive", "endorser", "reader", "delegate"];
      const { example } = emails[name];
      return [...new Set(roles.map((role) => emails[name].compose({ ...example, role }).subject))];
    });
  expect(subjects.filter((subject, index) => subjects.indexOf(subject) !== index)).toEqual([]);
});

test("reminders before a date say how long is left, so that the second differs from the first", () => {
  const { compose, example } = emails["self-assessment/due-soon"];
  expect(compose({ ...example, when: "2026-11-16T07:00:00Z" }).subject).toBe("14 days left to send in: Kent self-assessment 2026/27, by Mon 30 Nov");
  expect(compose({ ...example, when: "2026-11-26T07:00:00Z" }).subject).toBe("4 days left to send in: Kent self-assessment 2026/27, by Mon 30 Nov");
});

test("reminders after a date differ too, with and without the working days counted", () => {
  const { compose, example } = emails["self-assessment/still-late"];
  expect(compose({ ...example, about: { workingDaysLate: 3 } }).subject).toBe("3 working days late: Kent self-assessment 2026/27, was due Mon 30 Nov");
  expect(compose({ ...example, about: {}, when: "2026-12-03T07:00:00Z" }).subject).toBe("3 days late: Kent self-assessment 2026/27, was due Mon 30 Nov");
  expect(compose({ ...example, about: {}, when: "2026-12-10T07:00:00Z" }).subject).toBe("10 days late: Kent self-assessment 2026/27, was due Mon 30 Nov");
});

test("an email that is no longer there is a clear error, not an empty message", () => {
  expect(isEmailName("cycle/round-opened")).toBe(true);
  expect(isEmailName("toString")).toBe(false);
  expect(() => emailNamed("cycle/no-such-thing")).toThrow('there is no email "cycle/no-such-thing"');
});
