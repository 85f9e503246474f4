import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { keyboard, pointer, type Hands } from "./hands";
import { goTo, look, phone, startSmallServer, windowOf, withoutScript, type SmallServer } from "./walk";

// The whole of a round's work, three times: without script, by keys alone, and on a phone.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
  const { setGroups } = await import("~/features/cycle");
  const { southEast } = server.world;
  expect(await setGroups(southEast.cycleId, [southEast.authorityIds], southEast.person("sli-coordinator").actor)).toEqual({ kind: "saved" });
});
afterAll(() => server.stop());

interface Way {
  readonly way: string;
  readonly authority: string;
  readonly options: BrowserContextOptions;
  readonly hands: (page: Page) => Hands;
}

const ways: readonly Way[] = [
  { way: "without script", authority: "surrey", options: withoutScript, hands: () => pointer },
  { way: "by keys alone", authority: "medway", options: {}, hands: keyboard },
  { way: "on a phone", authority: "reading", options: phone, hands: () => pointer },
];

test.each(ways)("$way: write, return, sign, endorse, submit, share, remind and hand over", async ({ way, authority, options, hands }) => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const record = `/self-assessments/${southEast.selfAssessmentId(authority)}`;
  const name = (step: string) => `${way.replaceAll(" ", "-")}-${step}`;
  const at = async (personId: string, address: string) => {
    const { page } = await windowOf(server, personId, options);
    await goTo(page, address);
    return { page, by: hands(page), button: (words: string | RegExp) => page.getByRole("button", typeof words === "string" ? { name: words, exact: true } : { name: words }) };
  };
  const post = (kind: Parameters<typeof southEast.person>[0]) => southEast.person(kind, kind === "sli-coordinator" ? undefined : authority).id;

  for (const [chapter, question] of [["leadership", "What has changed since the last round?"], ["practice", "What do audits say?"]] as const) {
    const { page, by, button } = await at(post("dcs-delegate"), `${record}/chapters/${chapter}`);
    await by.fill(page.getByLabel(question), "More of our work is good than last year.");
    await look(page, name(`01-${chapter}`));
    await by.press(button("Save and mark this chapter complete"));
    await page.getByText("is complete").first().waitFor();
  }
  const send = async (step: string) => {
    const { page, by, button } = await at(post("dcs-delegate"), `${record}/check`);
    await look(page, name(step));
    await by.press(button("Send to the director to sign"));
    await page.getByText("Ready to sign").first().waitFor();
  };
  await send("02-check");

  const returning = await at(post("dcs"), `${record}/act/return`);
  await returning.by.fill(returning.page.getByLabel("Reason"), "Say how many files were audited.");
  await look(returning.page, name("03-return"));
  await returning.by.press(returning.button("Return it"));
  await returning.page.getByText("Say how many files were audited.").first().waitFor();
  const again = await at(post("dcs-delegate"), `${record}/act/edit`);
  await again.by.press(again.button("Open it for writing"));
  await again.page.getByText("Being written").first().waitFor();
  await send("04-check-again");

  const signing = await at(post("dcs"), "/tasks");
  await signing.by.follow(signing.page.getByRole("link", { name: /^Read and sign/ }).first());
  await signing.page.waitForURL(/self-assessments/);
  await goTo(signing.page, `${record}/sign`);
  await signing.by.tick(signing.page.getByLabel(/I have read the whole self-assessment/));
  await look(signing.page, name("05-sign"));
  await signing.by.press(signing.button("Sign"));
  await signing.page.getByText("Awaiting endorsement").first().waitFor();

  for (const kind of ["chief-executive", "lead-member"] as const) {
    const { page, by: hand, button } = await at(post(kind), `${record}/endorse`);
    await look(page, name(`06-${kind}`));
    await hand.press(button("I have read it and endorse it"));
    await page.getByText(/Endorsed|Ready to submit/).first().waitFor();
  }
  const submitting = await at(post("dcs"), `${record}/act/submit`);
  await look(submitting.page, name("07-submit"));
  await submitting.by.press(submitting.button("Submit the self-assessment"));
  await submitting.page.getByText(new RegExp(`SE-\\d{4}-${authority.toUpperCase()}-1`)).first().waitFor();

  const sharing = await at(post("sli-coordinator"), `${record}/act/share`);
  await look(sharing.page, name("08-share"));
  await sharing.by.press(sharing.button("Share it"));
  await sharing.page.getByText("Those it is shared with can read it.").waitFor();

  await goTo(sharing.page, `/rounds/${southEast.cycleId}/chase`);
  await sharing.by.tick(sharing.page.getByRole("checkbox", { name: /Kent/ }));
  await look(sharing.page, name("09-chase"));
  const reminders = () => db.workflowEvent.count({ where: { workflowId: southEast.selfAssessmentId("kent"), event: "reminder.send" } });
  const before = await reminders();
  await sharing.by.press(sharing.button(/^Send a reminder to the chosen/));
  await sharing.page.waitForURL(/reminded/);
  expect(await reminders()).toBe(before + 1);

  const { id: postId } = await db.post.findFirstOrThrow({ where: { kind: "dcs", authorityId: authority } });
  const successor = southEast.authors(authority)[0]?.id ?? "";
  await goTo(sharing.page, `/posts/${postId}`);
  await sharing.by.choose(sharing.page.getByLabel("Who?"), successor);
  await sharing.by.tick(sharing.page.getByLabel(/no longer holds it/));
  await look(sharing.page, name("10-hand-over"));
  await sharing.by.press(sharing.button(/^Give the post/));
  await sharing.page.getByText("The post is given").waitFor();
  expect((await db.holding.findFirstOrThrow({ where: { postId, to: null } })).personId).toBe(successor);
});

test.each(ways)("$way: a round is made and opened", async ({ way, options, hands }) => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const { page } = await windowOf(server, southEast.person("sli-coordinator").id, options);
  const by = hands(page);
  const name = `Made ${way}`;
  await goTo(page, "/rounds/new");
  await by.fill(page.getByLabel("Name of the round"), name);
  const template = await page.getByLabel("Template").locator("option").nth(1).getAttribute("value");
  await by.choose(page.getByLabel("Template"), template ?? "");
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  for (const [field, date] of Object.entries({ opensOn: inDays(7), submissionsDueOn: inDays(14), challengeStartsOn: inDays(21), summitOn: inDays(28), endsOn: inDays(35) })) {
    for (const [part, value] of Object.entries({ day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() })) await by.fill(page.locator(`input[name="${field}-${part}"]`), String(value));
  }
  await look(page, `${way.replaceAll(" ", "-")}-11-round`);
  await by.press(page.getByRole("button", { name: "Save and check" }));
  await page.getByText("Check the round before you open it").waitFor();
  await look(page, `${way.replaceAll(" ", "-")}-12-check`);
  await by.press(page.getByRole("button", { name: /^Open the round to / }));
  await page.getByText("The round is open").first().waitFor();
  expect((await db.cycle.findFirstOrThrow({ where: { name }, select: { workflow: { select: { state: true } } } })).workflow.state).toBe("open");
});
