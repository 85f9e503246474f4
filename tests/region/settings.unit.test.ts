import { expect, test } from "vitest";

import { cycleRules } from "~/features/cycle/rules";
import { settingsAsTyped, settingsForm } from "~/features/region/forms";
import { readRegionSettings, usualThemes } from "~/features/region/settings";

const untouched = settingsAsTyped(readRegionSettings({}));

test("a region that never set anything about challenge has the usual numbers and themes, and its form sends them back unchanged", () => {
  const settings = readRegionSettings({ visibility: "region" });
  expect(settings.challenge).toMatchObject({ pollWorkingDays: 10, challengersPerSession: 2, acceptWorkingDays: 5, trainingValidMonths: 24, themes: [...usualThemes] });
  expect(settingsForm.parse(settingsAsTyped(settings))).toEqual(settings);
});

test("the rules of a round kept before there were such settings stay valid", () => {
  const kept = { challengeStyle: "triads", visibility: "group", endorsements: [], outlierRule: true, moderation: { needed: true, workingDaysBefore: 10 }, followUpMonths: 6, shareAutomatically: false, takingPart: ["kent"] };
  expect(cycleRules.parse(kept).challenge.kloesAtMost).toBe(5);
});

test("a number out of bounds is told at its own field with the bounds", () => {
  const read = settingsForm.safeParse({ ...untouched, acceptWorkingDays: "0", letterWorkingDays: "soon" });
  expect(read.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
    ["letterWorkingDays", "Working days to write the letter: enter a whole number from 1 to 60"],
    ["acceptWorkingDays", "Working days for a challenger to answer an invitation: enter a whole number from 1 to 30"],
  ]);
});

test("themes are typed one a line; blank lines and repeats count for nothing, and there is at least one", () => {
  expect(settingsForm.parse({ ...untouched, themes: "SEND\n\n front door \nSEND" }).challenge.themes).toEqual(["SEND", "front door"]);
  expect(settingsForm.safeParse({ ...untouched, themes: "\n \n" }).error?.issues[0]?.message).toBe("Enter at least one theme");
});
