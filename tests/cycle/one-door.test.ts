import { expect, test } from "vitest";

import { chaseBoard, roundPage, roundsFor } from "~/features/cycle";
import { aDraft, aHolder, anOpenRound, aRegion } from "./region";

test("the round's page, which is read by hand, shows exactly the rounds of the list, which the rule in Prisma picks", async () => {
  const [region, other] = [await aRegion(), await aRegion(["Dunmore"])];
  const rounds = [(await anOpenRound(region)).id, await aDraft(region, { name: "2027/28" }), (await anOpenRound(other)).id];
  const ofTheRegion = await Promise.all(
    ["regional-chair", "steering-member", "data-analyst", "facilitator", "lga-adviser", "region-observer", "evaluator"].map((kind) => aHolder({ regionId: region.id, kind, name: kind })),
  );
  const [authority] = region.authorities;
  if (!authority) throw new Error("the region has no authority");
  const { dcs, delegate, chiefExecutive, leadMember } = authority;
  const seen: Record<string, number> = {};
  for (const actor of [region.coordinator, region.deputy, dcs, delegate, chiefExecutive, leadMember, ...ofTheRegion, { ...dcs, holdings: [] }]) {
    const pages = await Promise.all(rounds.map((id) => roundPage(actor, id)));
    const shown = pages.flatMap((page) => page?.id ?? []);
    expect(new Set(shown), actor.name).toEqual(new Set((await roundsFor(actor)).map((round) => round.id)));
    // A page that offers the chase board leads to one, and no other does.
    const boards = await Promise.all(rounds.map((id) => chaseBoard(actor, id)));
    expect(boards.map((board) => board !== null), actor.name).toEqual(pages.map((page) => page?.mayChase ?? false));
    seen[actor.holdings[0]?.kind ?? "nobody"] = shown.length;
  }
  expect(seen).toMatchObject({ "sli-coordinator": 2, "regional-chair": 1, dcs: 1, "region-observer": 0, nobody: 0 });
});
