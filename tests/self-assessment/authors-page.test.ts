import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { chapterRows } from "~/features/self-assessment/drafts.server";
import { headOf } from "~/features/self-assessment/queries.server";
import { action, loader } from "~/routes/self-assessments.$id.authors";
import { db } from "~/platform/db.server";

import { aRequest, cookieOf } from "../session/world";
import { aSelfAssessment, begun, withAuthor, type World } from "./world";

async function post(world: World, form: Record<string, string>): Promise<{ status: number; text: string }> {
  const answer = await action({ request: aRequest(`/self-assessments/${world.id}/authors`, { cookie: await cookieOf(world.own.delegate.personId), form }), params: { id: world.id }, context: {} });
  if (answer instanceof Response) return { status: answer.status, text: "" };
  return { status: answer.init?.status ?? 200, text: JSON.stringify(answer.data) };
}

async function authorOf(world: World, chapterId: string): Promise<string | null> {
  const head = await headOf(world.own.dcs, world.id);
  if (!head) throw new Error("the director does not see it");
  return (await chapterRows(world.own.dcs, head)).find((chapter) => chapter.id === chapterId)?.author?.id ?? null;
}

const asked = (world: World) => db.workflowEvent.count({ where: { workflowId: world.id, event: "chapter.assign" } });

test("a page that is older than who writes takes no chapter back: the choice stays and is asked about", async () => {
  const world = await begun(await aSelfAssessment());
  const stale = { "author.leadership": world.own.dcs.personId, "before.leadership": "" };
  await withAuthor(world);
  const answer = await post(world, stale);
  expect(answer.status).toBe(409);
  expect(answer.text).toContain("was given to Asha Author while this page was open");
  expect(answer.text).toContain(world.own.dcs.personId);
  expect(await authorOf(world, "leadership")).toBe(world.author.personId);
  expect((await post(world, { ...stale, "before.leadership": world.author.personId })).status).toBe(302);
  expect(await authorOf(world, "leadership")).toBe(world.own.dcs.personId);
});

test("what the page showed and nobody touched is left alone, even when it has changed since", async () => {
  const world = await begun(await aSelfAssessment());
  await withAuthor(world);
  const before = await asked(world);
  const shown = { "author.leadership": world.own.dcs.personId, "before.leadership": world.own.dcs.personId };
  expect((await post(world, shown)).status).toBe(302);
  expect(await authorOf(world, "leadership")).toBe(world.author.personId);
  expect(await asked(world)).toBe(before);
});

test("a chapter is given out once however often the form is sent, even at once", async () => {
  const world = await begun(await aSelfAssessment());
  const cookie = await cookieOf(world.own.delegate.personId);
  const page = await loader({ request: aRequest(`/self-assessments/${world.id}/authors`, { cookie }), params: { id: world.id }, context: {} });
  expect(page.requestKey).toMatch(/^[0-9a-f-]{36}$/);
  const form = { requestKey: randomUUID(), "author.leadership": world.author.personId, "before.leadership": "" };
  const answers = await Promise.all([post(world, form), post(world, form)]);
  answers.push(await post(world, form));
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
  expect(await asked(world)).toBe(1);
});
