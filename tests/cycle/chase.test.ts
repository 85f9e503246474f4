import { parse } from "csv-parse/sync";
import { beforeEach, expect, test } from "vitest";

import { chaseBoard, chaseCsv, remindChosen, remindedBy } from "~/features/cycle";
import { optOut } from "~/features/self-assessment";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { addWorkingDays, londonTime } from "~/workflow/working-days";

import { aHolder, anOpenRound, aRegion, lettersOf, someDates, type TestRegion } from "./region";
import { readyToSign, submitted } from "./submitting";

let region: TestRegion;
let round: { id: string; selfAssessments: Readonly<Record<string, string>> };

beforeEach(async () => {
  region = await aRegion(["Ashford", "Barton", "Carne"]);
  round = await anOpenRound(region);
});

/** Noon of the day that many working days from when self-assessments are due. */
const noonFromDue = (days: number) => londonTime(addWorkingDays(someDates.submissionsDueOn, days), "12:00");
const idOf = (name: string) => round.selfAssessments[name] ?? "";
const authority = (name: string) => region.authorities.find((one) => one.name === name)!;

test("the board shows every authority against every obligation, who holds the next step, and how many are in", async () => {
  await submitted(idOf("Ashford"), authority("Ashford"));
  await readyToSign(idOf("Barton"), authority("Barton"));
  const board = await at(noonFromDue(-5), () => chaseBoard(region.coordinator, round.id));
  expect(board!.progress).toMatchObject({ submitted: 1, of: 3 });
  const said = Object.fromEntries(board!.rows.map((row) => [row.authority, row.obligations.map((one) => `${one.key}: ${one.label}`)]));
  expect(said["Ashford"]).toEqual(["chapters: Done", "signature: Done", "chiefExecutive: Done", "submission: Done", "sharing: Waiting", "followUp: Not yet"]);
  expect(said["Barton"]).toEqual(["chapters: Done", "signature: Waiting", "chiefExecutive: Not yet", "submission: Not yet", "sharing: Not yet", "followUp: Not yet"]);
  expect(said["Carne"]![0]).toBe("chapters: 0 of 1");
  expect(board!.totals.map(({ key, done, of }) => `${key} ${done} of ${of}`)).toContain("submission 1 of 3");
  const barton = board!.rows.find((row) => row.authority === "Barton")!;
  expect(barton.holders.map((holder) => holder.names)).toEqual([["Director of Barton"]]);
  expect([barton.due, barton.workingDays, barton.late]).toEqual([someDates.submissionsDueOn, 5, false]);
});

test("what is overdue is counted in working days, and an excused authority is in no total", async () => {
  await optOut({ selfAssessmentId: idOf("Carne"), reason: "An inspection year.", actor: authority("Carne").dcs });
  const board = await at(noonFromDue(5), () => chaseBoard(region.coordinator, round.id));
  expect(board!.progress).toEqual({ submitted: 0, outstanding: 2, excused: 1, of: 2 });
  const ashford = board!.rows.find((row) => row.authority === "Ashford")!;
  expect([ashford.workingDays, ashford.late]).toEqual([-5, true]);
  expect(board!.totals.find((total) => total.key === "submission")).toMatchObject({ done: 0, of: 2 });
});

test("the coordinator and the chair see the board; directors and other regions' coordinators see that there is none", async () => {
  const other = await aRegion(["Elsewhere"]);
  expect(await chaseBoard(region.chair, round.id)).not.toBeNull();
  for (const actor of [authority("Ashford").dcs, authority("Ashford").delegate, other.coordinator]) {
    expect(await chaseBoard(actor, round.id)).toBeNull();
  }
});

test("one press reminds those who hold the next step of each chosen authority, once, and says who was told", async () => {
  await readyToSign(idOf("Barton"), authority("Barton"));
  const chosen = [idOf("Ashford"), idOf("Barton")];
  const press = { requestKey: "0199f2c4-7a11-7000-8000-00000000aaaa" };
  const result = await remindChosen(round.id, chosen, region.coordinator, press);
  expect(result).toMatchObject({
    kind: "reminded",
    rows: [
      { authority: "Ashford", told: ["Delegate of Ashford", "Director of Ashford"] },
      { authority: "Barton", told: ["Director of Barton"] },
    ],
  });
  await remindChosen(round.id, chosen, region.coordinator, press);
  expect(await lettersOf(idOf("Barton"), "reminder.send")).toEqual(["self-assessment/coordinator-reminds > Director of Barton"]);
  expect(await lettersOf(idOf("Carne"), "reminder.send")).toEqual([]);
  expect((await remindedBy(round.id, press.requestKey, [])).map((row) => [row.authority, row.told])).toEqual([
    ["Ashford", ["Delegate of Ashford", "Director of Ashford"]],
    ["Barton", ["Director of Barton"]],
  ]);
});

test("where the post is vacant nobody is told, and the answer says so", async () => {
  const barton = authority("Barton");
  await readyToSign(idOf("Barton"), barton);
  await db.holding.updateMany({ where: { personId: barton.dcs.personId }, data: { to: new Date("2026-01-02") } });
  const result = await remindChosen(round.id, [idOf("Barton")], region.coordinator);
  expect(result).toMatchObject({ kind: "reminded", rows: [{ authority: "Barton", told: [], refused: "post-vacant" }] });
  expect(await lettersOf(idOf("Barton"), "reminder.send")).toEqual([]);
});

test("a self-assessment that is in, or of another round, is not reminded", async () => {
  await submitted(idOf("Ashford"), authority("Ashford"));
  const other = await aRegion(["Elsewhere"]);
  const elsewhere = await anOpenRound(other);
  const result = await remindChosen(round.id, [idOf("Ashford"), elsewhere.selfAssessments["Elsewhere"]!], region.coordinator);
  expect(result).toMatchObject({ kind: "reminded", rows: [{ authority: "Ashford", told: [], refused: "nothing-waits" }] });
  expect(await lettersOf(elsewhere.selfAssessments["Elsewhere"]!, "reminder.send")).toEqual([]);
});

test("only the region's coordinators remind", async () => {
  for (const actor of [region.chair, authority("Ashford").dcs]) {
    expect(await remindChosen(round.id, [idOf("Ashford")], actor)).toEqual({ kind: "refused", reason: "not-your-role" });
  }
  expect(await lettersOf(idOf("Ashford"), "reminder.send")).toEqual([]);
});

test("a new director is reminded the minute they take over the post, and the old one is not", async () => {
  const barton = authority("Barton");
  await readyToSign(idOf("Barton"), barton);
  const post = barton.dcs.holdings[0]!.postId;
  await db.holding.updateMany({ where: { postId: post }, data: { to: new Date("2026-01-02") } });
  await db.person.create({ data: { name: "New Director", email: `new-${post}@example.org`, holdings: { create: { postId: post, from: new Date("2026-01-02") } } } });
  expect(await remindChosen(round.id, [idOf("Barton")], region.coordinator)).toMatchObject({ rows: [{ told: ["New Director"] }] });
});

test("the spreadsheet says the same as the board, and a name that looks like a formula stays plain text", async () => {
  const odd = authority("Ashford");
  await db.person.update({ where: { id: odd.dcs.personId }, data: { name: "=HYPERLINK(\"http://example.org\")" } });
  await db.authority.update({ where: { id: odd.id }, data: { name: "+Ashford" } });
  await aHolder({ regionId: region.id, authorityId: odd.id, kind: "dass", name: "Nobody asked" });
  const board = await chaseBoard(region.coordinator, round.id);
  const [, ...rows] = parse(chaseCsv(board!, board!.rows), { bom: true }) as string[][];
  expect(rows).toHaveLength(3);
  const cells = rows.flat();
  expect(cells).toContain("'+Ashford");
  // Days overdue are numbers below nothing, and a number is no formula.
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-\d+$/.test(cell))).toEqual([]);
});
