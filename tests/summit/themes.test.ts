import { expect, test } from "vitest";

import { readRegionSettings } from "~/features/region";
import { db } from "~/platform/db.server";
import { loader } from "~/routes/summits.$eventId._index";
import { final } from "../letter/world";
import { aRequest, cookieOf } from "../session/world";
import { aSummit } from "./world";

test("the room sees the themes of the final letters as they are counted at that moment, once enough letters are behind them", async () => {
  const one = await final();
  const { region, eventId, submitter } = await aSummit({ of: one.region });
  const settings = readRegionSettings((await db.region.findUniqueOrThrow({ where: { id: region.id } })).settings);
  await db.region.update({ where: { id: region.id }, data: { settings: { ...settings, challenge: { ...settings.challenge, themesFromAuthorities: 2 } } } });
  const themes = async () => (await loader({ request: aRequest(`/summits/${eventId}`, { cookie: await cookieOf(submitter.personId) }), params: { eventId }, context: {} })).themes;
  expect(await themes()).toMatchObject({ authorities: 1, of: 3, rows: [] });
  await final(undefined, one);
  expect(await themes()).toMatchObject({
    round: one.cycleId, authorities: 2, of: 3,
    rows: [{ theme: "leadership", shown: 4 }, { theme: "workforce", shown: 4 }, { theme: "early help", shown: 2 }, { theme: "front door", shown: 2 }],
  });
});
