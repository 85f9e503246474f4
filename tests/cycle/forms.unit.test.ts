import { expect, test } from "vitest";

import { readChosen, readDates, readDraft, readGroups } from "~/features/cycle/forms";
import { readView, viewHref } from "~/features/cycle/chase";
import { dateParts } from "~/ui/dates";

const dates = {
  ...dateParts("opensOn", "2026-09-01"),
  ...dateParts("submissionsDueOn", "2026-11-30"),
  ...dateParts("challengeStartsOn", "2027-01-11"),
  ...dateParts("summitOn", "2027-03-19"),
  ...dateParts("endsOn", "2027-07-30"),
};

const whole = {
  regionId: "south-east", name: " 2026/27 ", templateVersionId: "0199f2c4-7a11-7000-8000-000000000001", visibility: "group",
  endorsements: ["chiefExecutive", "leadMember"], outlierRule: "yes", moderationDays: "10", followUpMonths: "6", authorities: "kent", ...dates,
};

test("a whole form is read, a single tick is a list of one, and what is not ticked is off", () => {
  const read = readDraft(whole);
  expect(read).toMatchObject({
    ok: true,
    data: {
      name: "2026/27", authorityIds: ["kent"], dates: { summitOn: "2027-03-19" },
      rules: { outlierRule: true, shareAutomatically: false, moderation: { needed: false, workingDaysBefore: 10 }, endorsements: ["chiefExecutive", "leadMember"] },
    },
  });
});

test("every wrong field is named at once, in the order of the page, with everything typed kept", () => {
  const typed = { ...whole, name: "", visibility: "everybody", moderationDays: "ten", followUpMonths: "99", authorities: undefined, "summitOn-day": "31", "summitOn-month": "2", templateVersionId: "x" };
  const read = readDraft(typed);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(Object.keys(read.form.errors)).toEqual(["name", "templateVersionId", "summitOn", "visibility", "moderationDays", "followUpMonths", "authorities"]);
  expect(read.form.errors["summitOn"]).toBe("The day of the summit must be a real date, like 24 11 2026");
  expect(read.form.values).toEqual(typed);
});

test("a date that is not after the one before is named with the one before", () => {
  const read = readDraft({ ...whole, ...dateParts("submissionsDueOn", "2026-08-30") });
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.form.errors).toEqual({ submissionsDueOn: "The day self-assessments are due must be after the day the round opens" });
});

test("an empty form asks for everything and breaks nothing", () => {
  const read = readDraft({});
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.form.errors).toMatchObject({ name: "Enter a name for the round", opensOn: "Enter the day the round opens", authorities: "Choose at least one authority" });
});

test("moving dates wants a reason of a length that can be read", () => {
  expect(readDates({ ...dates, reason: " because " })).toMatchObject({ ok: true, data: { reason: "because" } });
  expect(readDates({ ...dates, reason: "   " })).toMatchObject({ ok: false, form: { errors: { reason: "Enter a reason" } } });
  expect(readDates({ ...dates, reason: "x".repeat(501) })).toMatchObject({ ok: false, form: { errors: { reason: "The reason must be 500 characters or fewer" } } });
});

test("groups are read in the order of their numbers, empty means none, and nonsense is named at its field", () => {
  expect(readGroups({ "group-a": "2", "group-b": "1", "group-c": "", "group-d": "2" }, ["a", "b", "c", "d"])).toEqual({ ok: true, data: [["b"], ["a", "d"]] });
  expect(readGroups({ "group-a": "first" }, ["a"])).toMatchObject({ ok: false, form: { errors: { "group-a": "A group is a whole number from 1 to 99" } } });
});

test("what is no id among what was ticked is as if it were not there", () => {
  expect(readChosen({ chosen: ["0199f2c4-7a11-7000-8000-000000000001", "x"] })).toEqual(["0199f2c4-7a11-7000-8000-000000000001"]);
});

test("the board's view is read from its address and written back to it; what is not understood is the usual view", () => {
  const view = readView(new URLSearchParams("show=late&sort=authority&order=descending&group=2"));
  expect(viewHref("/chase", view)).toBe("/chase?show=late&group=2&sort=authority&order=descending");
  expect(viewHref("/chase", readView(new URLSearchParams("show=x&sort=%00&group=-1")))).toBe("/chase");
});
