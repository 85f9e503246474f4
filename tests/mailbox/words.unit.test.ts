import { expect, test } from "vitest";

import { deliveryWords } from "~/features/mailbox/words";

const email = { urgency: "now", attempts: 0, sentAt: null, failedAt: null, supersededAt: null, digestedIn: null, lastError: null };
const then = new Date("2026-11-23T14:05:00Z");

test("an email is where it is, in a word", () => {
  expect(deliveryWords(email)).toMatchObject({ label: "Waiting", detail: "For the worker" });
  expect(deliveryWords({ ...email, urgency: "digest" })).toMatchObject({ label: "Waiting", detail: "For the person's daily digest" });
  expect(deliveryWords({ ...email, attempts: 1, sentAt: then })).toMatchObject({ label: "Sent", detail: "Mon 23 Nov at 14:05" });
  expect(deliveryWords({ ...email, sentAt: then, digestedIn: "x" })).toMatchObject({ label: "In a digest" });
  expect(deliveryWords({ ...email, supersededAt: then })).toMatchObject({ label: "Not sent" });
});

test("a failure says what kind it is and how often it was tried", () => {
  expect(deliveryWords({ ...email, attempts: 2, lastError: "not reached (ECONNREFUSED)" })).toMatchObject({ label: "Trying again", detail: "The mail server could not be reached, 2 tries" });
  expect(deliveryWords({ ...email, attempts: 1, failedAt: then, lastError: "refused with 550" })).toMatchObject({ label: "Failed", kind: "late", detail: "The mail server does not know the address (550), 1 try" });
  expect(deliveryWords({ ...email, attempts: 1, lastError: "refused with 451" }).detail).toBe("The mail server put it off (451), 1 try");
  expect(deliveryWords({ ...email, failedAt: then, lastError: "nobody holds the post" }).detail).toMatch(/^Nobody holds the post/);
});
