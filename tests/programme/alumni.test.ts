import { expect, test } from "vitest";

import { applyToPool, inviteToApply } from "~/features/challenger-pool";
import { placesToApply } from "~/features/challenger-pool/queries.server";
import { programmePage } from "~/features/programme";
import { agreeToTeach, askToTeach, declineToTeach } from "~/features/tutoring";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { londonTime } from "~/workflow/working-days";
import { anAlumnus, lettersOf, workingDay } from "./world";

test("who completed a programme is invited to the pool of challengers by one press, told once, and applies to their own director without holding a post", async () => {
  const { region, programmeId, who, own } = await anAlumnus();
  const press = { regionId: region.id, personId: who.personId, actor: region.coordinator, requestKey: "0199f2c4-7a11-7000-8000-0000000000b1" };
  const later = londonTime(workingDay(46), "10:00");
  const [invited, again] = await at(later, async () => [await inviteToApply(press), await inviteToApply(press)]);
  expect(invited.kind).toBe("entered");
  expect(again).toEqual(invited);
  const challengerId = invited.kind === "entered" ? invited.challengerId : "";
  expect((await lettersOf(challengerId)).map(({ template }) => template)).toEqual(["challenger/invited"]);
  expect((await programmePage(region.coordinator, programmeId))?.alumni).toMatchObject([{ personId: who.personId, pool: "Invited to the pool", mayInvite: false }]);
  expect((await placesToApply(who)).map(({ id }) => id)).toEqual([region.id]);
  const [theme] = (await placesToApply(who))[0]!.themes;
  const applied = await at(later, () => applyToPool({ regionId: region.id, themes: [theme ?? ""], about: "I lead a team of social workers.", actor: who }));
  expect(applied.kind).toBe("entered");
  const parties = await db.workflowParty.findMany({ where: { workflowId: challengerId, role: "ownDcs", to: null }, select: { post: { select: { authorityId: true, kind: true } } } });
  expect(parties).toEqual([{ post: { authorityId: own.id, kind: "dcs" } }]);
});

test("only the coordinator invites, and only people of the region or of its programmes", async () => {
  const { region, who } = await anAlumnus();
  expect(await inviteToApply({ regionId: region.id, personId: who.personId, actor: region.authorities[0]!.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
  const stranger = await db.person.create({ data: { id: crypto.randomUUID(), name: "A Stranger", email: `${crypto.randomUUID()}@example.org`, createdAt: new Date() } });
  expect(await inviteToApply({ regionId: region.id, personId: stranger.id, actor: region.coordinator })).toEqual({ kind: "refused", reason: "not-of-this-region" });
});

test("who completed a programme is asked to teach, and is a tutor only when they say yes; who said no can be asked again", async () => {
  const { region, who } = await anAlumnus();
  const press = { regionId: region.id, personId: who.personId, actor: region.coordinator };
  const later = londonTime(workingDay(46), "10:00");
  await at(later, async () => {
    const asked = await askToTeach({ ...press, requestKey: "0199f2c4-7a11-7000-8000-0000000000c1" });
    const id = asked.kind === "asked" ? asked.id : "";
    expect(await askToTeach({ ...press, requestKey: "0199f2c4-7a11-7000-8000-0000000000c1" })).toEqual(asked);
    expect((await lettersOf(id)).map(({ template }) => template)).toEqual(["tutoring/asked"]);
    expect(await agreeToTeach({ tutoringId: id, actor: region.coordinator })).toEqual({ kind: "refused", reason: "not-your-role" });
    await declineToTeach({ tutoringId: id, actor: who });
    expect(await db.tutor.count({ where: { personId: who.personId } })).toBe(0);
    await askToTeach(press);
    await agreeToTeach({ tutoringId: id, actor: who });
    expect(await db.tutor.count({ where: { personId: who.personId, regionId: region.id } })).toBe(1);
    expect(await askToTeach(press)).toEqual({ kind: "refused", reason: "teaches-already" });
  });
});

test("whoever completed nothing is not asked to teach by this way", async () => {
  const { region } = await anAlumnus();
  expect(await askToTeach({ regionId: region.id, personId: region.authorities[0]!.dcs.personId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "not-an-alumnus" });
});
