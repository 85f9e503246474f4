import { expect, test } from "vitest";

import { answerQuestion, askQuestion, declineToRead } from "~/features/validation";
import { readingPack } from "~/features/validation/pack.server";
import { db } from "~/platform/db.server";
import { aValidationEvent, published } from "./world";

test("a reader's pack holds each report that they read, in the order of the day, with what was asked; whoever reads nothing has none", async () => {
  const world = await aValidationEvent();
  expect(await readingPack(world.region.authorities[0]!.dcs, world.eventId)).toBeNull();
  const reportOf = await published(world);
  const { id, host, lead } = await reportOf("Ashford");
  await askQuestion({ validationId: id, text: "Which audits show it?", actor: lead });
  const { id: questionId } = await db.validationQuestion.findFirstOrThrow({ where: { validationId: id } });
  await answerQuestion({ validationId: id, questionId, text: "Those of the spring.", actor: host.dcs });
  const pack = await readingPack(lead, world.eventId);
  const reads = await db.validation.findMany({ where: { scrutinyId: world.eventId, readers: { some: { authorityId: world.region.authorities.find(({ dcs }) => dcs.personId === lead.personId)!.id } } }, select: { id: true }, orderBy: [{ turn: "asc" }, { tableNo: "asc" }] });
  expect(pack?.reports.map((one) => one.id)).toEqual(reads.map((one) => one.id));
  expect(pack?.reports.length).toBe(2);
  const turns = pack?.reports.map(({ turn }) => turn) ?? [];
  expect(turns).toEqual([...turns].sort((a, b) => a - b));
  expect(pack?.date).not.toBeNull();
  expect(pack?.reports.find((one) => one.id === id)).toMatchObject({ authority: "Ashford", questions: [{ text: "Which audits show it?", by: lead.name, answer: "Those of the spring." }] });
  // Its delegate reads with the director; those who only coordinate read nothing, nor does another region.
  const own = world.region.authorities.find(({ dcs }) => dcs.personId === lead.personId)!;
  expect((await readingPack(own.delegate, world.eventId))?.reports.length).toBe(2);
  expect(await readingPack(world.region.coordinator, world.eventId)).toBeNull();
  expect(await readingPack((await aValidationEvent()).region.authorities[0]!.dcs, world.eventId)).toBeNull();
  // What they declined is out of it at once.
  await declineToRead({ validationId: id, text: "I worked there.", actor: lead });
  expect((await readingPack(lead, world.eventId))?.reports.map((one) => one.id)).not.toContain(id);
});
