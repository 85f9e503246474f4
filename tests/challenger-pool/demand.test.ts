import { expect, test } from "vitest";

import { demandOf } from "~/features/challenger-pool/queries.server";
import { db } from "~/platform/db.server";
import { aChallenger, asked, aVisit, proposed, scoped, withPool } from "../visit/world";

const send = async (regionId: string) => (await demandOf(regionId)).find(({ theme }) => theme === "SEND");

test("demand for a theme is the open requests that ask for it, supply whoever knows it, has time for it and can lead", async () => {
  const world = await aVisit();
  const { id: regionId } = world.region;
  // Nobody outside the authority knows of a draft.
  expect(await send(regionId)).toEqual({ theme: "SEND", wanted: 0, able: 0, free: 0, leads: 0 });
  await scoped(world);
  await aChallenger(world.region, "Lena Lead", { level: "lead" });
  await aChallenger(world.region, "Cal Carne", { themes: ["SEND", "workforce"] });
  await aChallenger(world.region, "Wil Worker", { themes: ["workforce"] });
  expect(await send(regionId)).toEqual({ theme: "SEND", wanted: 1, able: 2, free: 2, leads: 1 });
  expect((await demandOf(regionId)).find(({ theme }) => theme === "workforce")).toMatchObject({ wanted: 0, able: 2, free: 2, leads: 0 });
});

test("whoever is asked as often as they said they would come has no more time, and what a scope asks for beside its theme counts", async () => {
  const world = await withPool(await aVisit(), { themes: ["SEND", "workforce"] });
  await aChallenger(world.region, "Wil Worker", { authorityId: world.other.id, themes: ["SEND", "workforce"] });
  await proposed(world);
  const { id: regionId } = world.region;
  const before = await send(regionId);
  const [one] = await asked(world);
  await db.challenger.update({ where: { id: one?.challengerId ?? "" }, data: { maxLoad: 1 } });
  const after = await send(regionId);
  expect(after).toMatchObject({ able: before?.able, free: (before?.free ?? 0) - 1 });
  expect((await demandOf(regionId)).find(({ theme }) => theme === "workforce")).toMatchObject({ wanted: 1 });
});
