import { expect, test } from "vitest";
import { outliersOf } from "~/features/indicator";
import { isAnswered, readAnswer, wordsOf } from "~/features/self-assessment/answers";
import { questionsOf } from "~/features/template/content";
import { at } from "~/platform/clock.server";
import { sendEmail } from "~/workflow/outbox.server";
import { seedSmall } from "../../prisma/seed";
import { deliverLocally } from "../../prisma/seed/post-office";
import { southEastTemplate } from "../../prisma/seed/template-south-east";
import { writerFor } from "../../prisma/seed/texts";
import { testDatabase } from "../support/database";

const { db } = await testDatabase();

test("what an authority writes fits each question, its word limit and the published figures, and differs from its neighbour's", async () => {
  const authorities = await db.authority.findMany({ where: { regionId: "south-east" }, select: { id: true, name: true } });
  const writer = await writerFor(authorities);
  for (const { id } of authorities) {
    for (const question of questionsOf(southEastTemplate)) {
      const value = writer.answer(id, question, 2026);
      expect(readAnswer(question.kind, value).success).toBe(true);
      expect(isAnswered(value)).toBe(true);
      expect(JSON.stringify(value)).not.toMatch(/\{(own|england|change|name)\b/);
      const limit = "wordLimit" in question ? (question.wordLimit ?? Infinity) : Infinity;
      expect(wordsOf(value)).toBeLessThanOrEqual(limit);
    }
  }
  const rate = questionsOf(southEastTemplate).find(({ id }) => id === "care-rate");
  if (!rate) throw new Error("the template has no question about the rate");
  expect(JSON.stringify(writer.answer("east-sussex", rate, 2026))).toContain("rose from 63 to 66 in the year ending March 2025; England's is 67");
  expect(writer.answer("kent", rate, 2026)).toEqual(writer.answer("kent", rate, 2026));
  expect(writer.answer("kent", rate, 2026)).not.toEqual(writer.answer("medway", rate, 2026));
});

test("every outlier of an authority has its narrative, with the real place among all", async () => {
  const writer = await writerFor([{ id: "east-sussex", name: "East Sussex" }]);
  const question = questionsOf(southEastTemplate).find(({ id }) => id === "outlier-narratives");
  if (!question) throw new Error("the template does not ask about outliers");
  const value = writer.answer("east-sussex", question, 2026);
  const narratives = "narratives" in value ? value.narratives : {};
  expect(Object.keys(narratives).sort()).toEqual((await outliersOf("east-sussex")).map(({ indicatorId }) => indicatorId).sort());
  expect(narratives["sw_agency_pct"]).toContain("At 0.3, East Sussex is 145 of 151 authorities");
});

test("a day's emails delivered at once are what the outbox delivers one by one", async () => {
  await seedSmall();
  const [example] = await db.outboxEmail.findMany({ orderBy: { id: "asc" }, take: 1 });
  if (!example) throw new Error("opening a round told nobody");
  await at(example.createdAt, () => sendEmail(example.id));
  const settled = { omit: { id: true, createdAt: true, sendAfter: true } } as const;
  const byOutbox = { email: await db.outboxEmail.findUnique({ where: { id: example.id }, ...settled }), letters: await db.mailboxMessage.findMany({ omit: { id: true } }) };
  await db.mailboxMessage.deleteMany();
  await db.outboxEmail.update({ where: { id: example.id }, data: { sentAt: null, attempts: 0, subject: null, messageId: null } });

  await deliverLocally();
  const letters = await db.mailboxMessage.findMany({ where: { messageId: byOutbox.email?.messageId ?? "" }, omit: { id: true } });
  expect({ email: await db.outboxEmail.findUnique({ where: { id: example.id }, ...settled }), letters }).toEqual(byOutbox);
  expect(await db.outboxEmail.count({ where: { sentAt: null } })).toBe(0);
});
