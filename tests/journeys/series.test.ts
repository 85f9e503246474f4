import { afterAll, beforeAll, expect, test } from "vitest";

import { goTo, look, phone, startSmallServer, windowOf, type SmallServer } from "./walk";

// Three sessions of the South East: planned from a pattern, booked all together, noted, and combined into one report.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

test("a series is planned, booked as a whole, noted session by session, and its evidence report is published and taken as a Word file", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const { page, context, expectConsoleError } = await windowOf(server, southEast.person("sli-coordinator").id);
  expectConsoleError(/422/);
  await goTo(page, "/events");
  await page.getByRole("link", { name: "Plan a series of sessions" }).click();
  await page.getByLabel("What is it called?").fill("Action learning");
  await page.getByLabel("What kind of sessions are they?").selectOption("actionLearning");
  await page.getByLabel("How many sessions?").fill("3");
  await page.getByLabel("Online", { exact: true }).check();
  await page.getByLabel("Places", { exact: true }).fill("6");
  await page.getByLabel(/Of which posts is it counted/).selectOption("dcs");
  await page.getByRole("button", { name: "Save and check" }).click();
  await page.getByText("Enter the day of the first session").first().waitFor();
  expect(await page.getByLabel("What is it called?").inputValue()).toBe("Action learning");
  await look(page, "series-01-new-errors");
  const first = new Date(Date.now() + 14 * 86_400_000);
  await page.locator('[name="first-day"]').fill(String(first.getUTCDate()));
  await page.locator('[name="first-month"]').fill(String(first.getUTCMonth() + 1));
  await page.locator('[name="first-year"]').fill(String(first.getUTCFullYear()));
  await page.getByRole("button", { name: "Save and check" }).click();
  await page.getByText("The series is planned").first().waitFor();
  await look(page, "series-02-planned");
  const path = new URL(page.url()).pathname;
  await goTo(page, `${path}/act/open`);
  await page.getByRole("button", { name: "Open booking and tell those invited" }).click();
  await page.getByText("Booking is open for every session").first().waitFor();

  const director = await windowOf(server, southEast.person("dcs", "reading").id, phone);
  await goTo(director.page, `${path}/book`);
  await look(director.page, "series-03-book-phone");
  await director.page.getByRole("button", { name: "Book all of them" }).click();
  await director.page.getByText("3 places booked in 3 sessions").first().waitFor();
  await look(director.page, "series-04-booked-phone");

  // The days come: for the test they are moved behind everybody's back.
  const events = await db.event.findMany({ where: { seriesId: path.split("/").at(-1) ?? "" }, orderBy: { number: "asc" }, select: { id: true } });
  await db.bookableSession.updateMany({ where: { ownerId: { in: events.map(({ id }) => id) } }, data: { startsAt: new Date(Date.now() - 7_200_000), endsAt: new Date(Date.now() - 3_600_000) } });
  await goTo(director.page, `/events/${events[0]?.id}/notes`);
  await director.page.getByLabel("Theme").selectOption({ index: 1 });
  await director.page.getByLabel("What was heard?").fill("Supervision works when it is on the calendar.");
  await director.page.getByRole("button", { name: "Keep the note" }).click();
  await director.page.getByText("The note is kept").first().waitFor();
  await look(director.page, "series-05-notes-phone");
  for (const { id } of events) {
    await goTo(page, `/events/${id}/act/hold`);
    await page.getByRole("button", { name: "Note that it was held" }).click();
    await page.getByText("It was held").first().waitFor();
  }
  const session = await db.bookableSession.findFirstOrThrow({ where: { ownerId: events[0]?.id ?? "" }, select: { id: true } });
  await goTo(page, `/events/${events[0]?.id}/attendance/${session.id}`);
  await page.getByLabel("Came", { exact: true }).check();
  await page.getByRole("button", { name: "Record who came" }).click();
  await page.getByText("It is recorded who came").first().waitFor();
  await goTo(page, `${path}/act/finish`);
  await page.getByRole("button", { name: "Combine the notes" }).click();
  await page.getByText("The notes are combined").first().waitFor();
  await page.getByLabel("What does the evidence come to?").fill("Small, regular and senior.");
  await page.getByRole("button", { name: "Save it" }).click();
  await page.getByText("It is saved").first().waitFor();
  await look(page, "series-06-report-draft");
  await goTo(page, `${path}/act/publish`);
  await page.getByRole("button", { name: "Publish it and tell everybody who took part" }).click();
  await page.getByText("The evidence report is published").first().waitFor();

  await goTo(director.page, `${path}/report`);
  await director.page.getByText(/^1 of \d+ directors of children's services took part in 3 sessions/).waitFor();
  await director.page.getByText("Supervision works when it is on the calendar. (Session 1)").waitFor();
  await look(director.page, "series-07-report-phone");
  const word = await context.request.get(`${path}/report.docx?version=1`);
  expect([word.status(), word.headers()["content-type"]]).toEqual([200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"]);
});
