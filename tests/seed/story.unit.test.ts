import { expect, test } from "vitest";
import { questionsOf, templateContent } from "~/features/template/content";
import { calendarAround, roundName } from "../../prisma/seed/days";
import { roundsOfGroups } from "../../prisma/seed/groups";
import { inventor } from "../../prisma/seed/names";
import { sentences } from "../../prisma/seed/sentences";
import { southEastEarlierTemplate, southEastTemplate } from "../../prisma/seed/template-south-east";
import { yorkshireTemplate } from "../../prisma/seed/template-yorkshire";

const nineteen = Array.from({ length: 19 }, (_, index) => `authority-${String(index).padStart(2, "0")}`);

test("nineteen authorities make five groups of three and one of four, and in three rounds nobody meets twice", () => {
  const rounds = roundsOfGroups(nineteen, 3);
  expect(rounds).toHaveLength(3);
  for (const groups of rounds) {
    expect(groups.map((group) => group.length)).toEqual([3, 3, 3, 3, 3, 4]);
    expect(new Set(groups.flat()).size).toBe(19);
  }
  const pairs = rounds.flatMap((groups) => groups.flatMap((group) => group.flatMap((one, index) => group.slice(index + 1).map((other) => [one, other].sort().join()))));
  expect(pairs).toHaveLength(3 * (5 * 3 + 6));
  expect(new Set(pairs).size).toBe(pairs.length);
});

test("groups are the same every time, and impossible ones are refused rather than bent", () => {
  expect(roundsOfGroups(nineteen, 3)).toEqual(roundsOfGroups(nineteen, 3));
  expect(() => roundsOfGroups(nineteen.slice(0, 4), 2)).toThrow("nobody meets again");
});

test("the story's days are working days around any day, leap days and weekends too", () => {
  const monday = calendarAround(new Date("2026-11-23T09:00:00Z"));
  expect([monday.day(0), monday.day(-1), monday.day(1)]).toEqual(["2026-11-23", "2026-11-20", "2026-11-24"]);
  expect(monday.moment(0, 9, 30).toISOString()).toBe("2026-11-23T09:30:00.000Z");
  expect(calendarAround(new Date("2026-11-22T12:00:00Z")).day(0)).toBe("2026-11-20");
  expect(calendarAround(new Date("2026-12-26T12:00:00Z")).day(0)).toBe("2026-12-24");
  // 23 November 2024 was a Saturday.
  expect(monday.yearsBefore(2).day(0)).toBe("2024-11-22");
  expect(calendarAround(new Date("2028-02-29T12:00:00Z")).yearsBefore(1).day(0)).toBe("2027-02-26");
  expect(roundName("2026-09-15")).toBe("2026/27");
  expect(roundName("1999-09-15")).toBe("1999/00");
  // A round opens about the turn of the year then: no two years have the same name all the same.
  const march = calendarAround(new Date("2031-03-10T12:00:00Z"));
  expect([0, 1, 2].map((years) => march.yearsBefore(years).day(-48))).toEqual(["2030-12-31", "2029-12-31", "2029-01-02"]);
  expect([0, 1, 2].map((years) => march.yearsBefore(years).roundNameOn(-48))).toEqual(["2030/31", "2029/30", "2028/29"]);
});

test("invented people have names and addresses of their own, the same every time", () => {
  const [one, again] = [inventor(1), inventor(1)];
  const people = Array.from({ length: 400 }, () => one("kent"));
  expect(Array.from({ length: 400 }, () => again("kent"))).toEqual(people);
  expect(new Set(people.map(({ email }) => email)).size).toBe(400);
  expect(people.every(({ email }) => /^[a-z]+\.[a-z]+@kent\.example$/.test(email))).toBe(true);
});

test.each([
  ["South East", southEastTemplate, 24],
  ["South East, earlier", southEastEarlierTemplate, 6],
  ["Yorkshire and The Humber", yorkshireTemplate, 13],
] as const)("the template of %s is a template, and every long question has its own words", (_, template, count) => {
  expect(templateContent.parse(template)).toEqual(template);
  const questions = questionsOf(template);
  expect(questions).toHaveLength(count);
  const wordless = questions.filter(({ kind, id }) => kind === "longText" && !sentences[id]);
  expect(wordless).toEqual([]);
});

test("the live template of the South East asks questions of every kind", () => {
  expect(new Set(questionsOf(southEastTemplate).map(({ kind }) => kind))).toEqual(
    new Set(["longText", "choice", "indicatorNarrative", "strengths", "areasForDevelopment", "signaturesOfRisk", "signaturesOfStrength", "asks", "offers"]),
  );
});
