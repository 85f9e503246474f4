import { expect, test } from "vitest";

import { emails, type EmailName } from "~emails/index";
import { renderEmail } from "~emails/render";

function letterTo(name: EmailName, role: string, over: Record<string, unknown> = {}) {
  const props = { ...emails[name].example, role, ...over };
  const { subject, text } = renderEmail(name, props, { baseUrl: "https://candour.example.org" });
  return { subject, text: text.replace(/\s+/g, " ") };
}

test("a director gets a receipt for what was sent in, the coordinator learns that it has come", () => {
  const director = letterTo("self-assessment/submitted", "dcs");
  const coordinator = letterTo("self-assessment/submitted", "coordinator");
  expect(director.subject).toBe("Sent in, your receipt: Kent self-assessment 2026/27, due Mon 30 Nov");
  expect(director.text).toContain("Reference: SE27-KEN-4F2C");
  expect(coordinator.subject).toBe("Received: Kent self-assessment 2026/27, due Mon 30 Nov");
  expect(coordinator.text).toContain("Kent sent in its self-assessment");
});

test("the delegate is told that only the director signs", () => {
  const delegate = letterTo("self-assessment/ready-to-sign", "delegate");
  expect(delegate.subject).toMatch(/^With your director to sign: /);
  expect(delegate.text).toContain("a delegate prepares and never signs");
  expect(letterTo("self-assessment/ready-to-sign", "dcs").subject).toBe("Sign: Kent self-assessment 2026/27, by Mon 30 Nov");
});

test("somebody who had endorsed learns that the endorsement no longer counts", () => {
  const endorser = letterTo("self-assessment/signature-voided", "endorser");
  expect(endorser.subject).toMatch(/^Your endorsement no longer counts: Kent/);
  expect(letterTo("self-assessment/signature-voided", "chiefExecutive").text).toContain("nothing for you to do until it is signed again");
});

test("every letter says as whom its reader is told", () => {
  expect(letterTo("self-assessment/overdue", "dcs").text).toContain("You are told as director of children's services, Kent.");
  expect(letterTo("self-assessment/overdue", "coordinator").text).toContain("You are told as SLI coordinator, South East.");
  expect(letterTo("cycle/step-due", "regionalChair").text).toContain("You are told as regional chair, South East.");
});

test("numbers carry their denominator", () => {
  expect(letterTo("cycle/submissions-closed", "dcs").text).toContain("15 of 19 authorities submitted a self-assessment.");
  expect(letterTo("self-assessment/chapter-complete", "dcs").text).toContain("4 of 9 chapters complete.");
  expect(letterTo("self-assessment/endorsed", "dcs").subject).toMatch(/^Endorsed, 1 of 2: /);
});

test("days are counted in London, and a passed date is called late", () => {
  // 23:30 on Sunday in London is still the day before; half an hour later it is the day itself.
  const before = letterTo("self-assessment/due-soon", "dcs", { due: "2026-11-30", when: "2026-11-29T23:30:00Z" });
  expect(before.text).toContain("By when: Mon 30 Nov, 1 day left");
  const onTheDay = letterTo("self-assessment/due-soon", "dcs", { due: "2026-11-30", when: "2026-11-30T00:10:00Z" });
  expect(onTheDay.text).toContain("By when: Mon 30 Nov, today");
  const late = letterTo("self-assessment/overdue", "dcs", { due: "2026-11-27", when: "2026-11-30T07:00:00Z" });
  expect(late.text).toContain("Was due: Fri 27 Nov, 3 days late");
  // In summer London is an hour ahead of UTC, so that 23:30 UTC is already the next day.
  const summer = letterTo("self-assessment/due-soon", "dcs", { due: "2026-07-01", when: "2026-06-30T23:30:00Z" });
  expect(summer.text).toContain("By when: Wed 1 Jul, today");
});

test("a date of another year says its year", () => {
  const { subject } = letterTo("self-assessment/moderator-assigned", "addressee", { due: "2027-01-22", when: "2026-11-23T10:00:00Z" });
  expect(subject).toBe("Moderate: Kent self-assessment 2026/27, by Fri 22 Jan 2027");
});

test("a letter about a challenge speaks of its own date, not of the submission's", () => {
  expect(letterTo("cycle/challenge-begun", "dcs", { due: "2026-11-30" }).subject).toBe("The challenge begins: South East round 2026/27, summit on Fri 19 Mar 2027");
  expect(letterTo("self-assessment/shared-with-you", "reader", { due: "2027-01-08" }).subject).toBe("You can now read: Kent self-assessment 2026/27");
});

test("a step's own date comes before the record's", () => {
  const { text } = letterTo("self-assessment/endorsement-due", "leadMember", { due: "2026-11-30", about: { stepDueOn: "2026-11-26", endorsementsGiven: 1, endorsementsNeeded: 2 } });
  expect(text).toContain("By when: Thu 26 Nov, 3 days left");
});

test("a reason is never in the letter: it says where to read it", () => {
  const secret = "the reason somebody typed";
  for (const name of ["self-assessment/returned", "self-assessment/endorsement-refused", "self-assessment/waived", "cycle/round-cancelled"] as const) {
    const { subject, text } = letterTo(name, "dcs", { about: { reason: secret } });
    expect(`${subject} ${text}`).not.toContain(secret);
    expect(text).toContain("Read the reason in Candour");
  }
});

test("the sign-in letter carries the code, its end, and what to do if one did not ask", () => {
  const { subject, text } = letterTo("session/sign-in", "self");
  expect(subject).toBe("Your code to sign in: Candour, until 14:20");
  expect(text).toContain("042917");
  expect(text).toContain("until Mon 23 Nov at 14:20");
  expect(text).toContain("If you did not ask to sign in, do nothing");
  expect(subject).not.toContain("042917");
});

test("a digest lists what could wait, soonest first, each with its link", () => {
  const items = [
    { subject: "New date: Medway self-assessment 2026/27, by Mon 7 Dec", title: "Medway's self-assessment", due: "2026-12-07", path: "/self-assessments/m" },
    { subject: "Writing under way: Kent self-assessment 2026/27", title: "Kent's self-assessment", due: null, path: "/self-assessments/k" },
    { subject: "New date: Slough self-assessment 2026/27, by Mon 30 Nov", title: "Slough's self-assessment", due: "2026-11-30", path: "/self-assessments/s" },
  ];
  const { subject, text } = letterTo("workflow/digest", "self", { about: { items: JSON.stringify(items) } });
  expect(subject).toBe("3 things that could wait: your daily digest of Mon 23 Nov");
  const order = ["Slough", "Medway", "Kent"].map((name) => text.indexOf(`${name} self-assessment`));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  for (const item of items) expect(text).toContain(`https://candour.example.org${item.path}`);
});
