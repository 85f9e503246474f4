import { expect, test } from "vitest";

import { headOf } from "~/features/challenge-record";
import { themesPage } from "~/features/action-plan/themes.server";
import { approveWordings, letterVersions, releaseLetter } from "~/features/letter";
import { findingsTold } from "~/features/letter/findings.server";
import { readRegionSettings } from "~/features/region";
import { db } from "~/platform/db.server";
import { done, final, type World } from "./world";

const page = (who: World["lead"]) => themesPage(who, { region: null, round: null });
const wordingFor = async (world: World, theme: string) => {
  const finding = await db.finding.findFirstOrThrow({ where: { recordId: world.id, theme } });
  return (text: string) => approveWordings({ recordId: world.id, actor: world.host.dcs, wordings: [{ findingId: finding.id, text }] });
};

test("one authority alone is never a number, nor even a theme: whoever knows whose letter it is would read it off", async () => {
  const world = await final();
  const themes = await page(world.region.coordinator);
  expect(themes?.picture.rows).toEqual([]);
  expect(themes?.picture).toMatchObject({ suppressed: true, authorities: 1 });
  expect(themes?.fewest).toBe(3);
});

test("how many authorities stand behind a number is the region's setting", async () => {
  const world = await final();
  const settings = readRegionSettings((await db.region.findUniqueOrThrow({ where: { id: world.region.id } })).settings);
  await db.region.update({ where: { id: world.region.id }, data: { settings: { ...settings, challenge: { ...settings.challenge, themesFromAuthorities: 2 } } } });
  expect((await page(world.region.coordinator))?.fewest).toBe(2);
});

test("words are shown only where the host approved them, without its name, and only behind a shared theme", async () => {
  const world = await final();
  const approve = await wordingFor(world, "front door");
  expect(await approve(`In ${world.host.name} calls wait.`)).toEqual({ kind: "refused", reason: "names-authority" });
  expect(await approve("Call 020 7946 0958 and wait.")).toEqual({ kind: "refused", reason: "child-data" });
  expect(await approve("  ")).toEqual({ kind: "refused", reason: "empty" });
  await done(approve("Calls to the front door wait."));
  expect((await page(world.region.coordinator))?.wordings).toEqual([]);
  expect(await approveWordings({ recordId: world.id, actor: world.host.delegate, wordings: [] })).toEqual({ kind: "refused", reason: "not-your-role" });
  await done(approveWordings({ recordId: world.id, actor: world.host.dcs, wordings: [] }));
  expect(await db.themeWording.count({ where: { recordId: world.id, withdrawnAt: null } })).toBe(0);
  expect(await db.themeWording.count({ where: { recordId: world.id } })).toBe(1);
});

test("the authority chooses among what its letter told it: a finding left out of the letter is not shown to it", async () => {
  const world = await final([{ kind: "strength", theme: "leadership", text: "Seen." }, { kind: "area", theme: "front door", text: "Calls wait." }]);
  const author = world.challengers[0]!;
  const { id } = await db.finding.create({ data: { recordId: world.id, authorId: author.personId, kind: "area", theme: "SEND", evidence: ["interview"], noNames: true, createdAt: new Date(), filedAt: new Date() } });
  expect((await findingsTold(world.id)).map(({ text }) => text)).toEqual(["Seen.", "Calls wait."]);
  expect(await approveWordings({ recordId: world.id, actor: world.host.dcs, wordings: [{ findingId: id, text: "Plans come late." }] })).toEqual({ kind: "refused", reason: "no-such-finding" });
});

test("released to the region, its coordinator and chair read the final letter; taken back, they do not; other groups never", async () => {
  const world = await final();
  const reads = async (who: World["lead"]) => {
    const head = await headOf(who, world.id);
    return head ? (await letterVersions(head)).length : null;
  };
  expect(await reads(world.region.coordinator)).toBe(0);
  expect(await releaseLetter({ recordId: world.id, actor: world.host.delegate, scope: "region" })).toEqual({ kind: "refused", reason: "not-your-role" });
  await done(releaseLetter({ recordId: world.id, actor: world.host.dcs, scope: "region" }));
  expect([await reads(world.region.coordinator), await reads(world.region.chair), await reads(world.third.dcs)]).toEqual([1, 1, null]);
  await done(releaseLetter({ recordId: world.id, actor: world.host.dcs, scope: "themes" }));
  expect([await reads(world.region.coordinator), await reads(world.region.chair), await reads(world.third.dcs)]).toEqual([0, null, null]);
});

test("observers, and people without a post in the region, see no totals of it", async () => {
  const world = await final();
  const observer = { ...world.lead, holdings: [{ ...world.region.chair.holdings[0]!, kind: "region-observer" }] };
  expect(await page(observer)).toBeNull();
  expect(await themesPage(world.region.coordinator, { region: "south-east", round: null })).toBeNull();
});
