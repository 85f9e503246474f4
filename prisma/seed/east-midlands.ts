import { randomUUID } from "node:crypto";
import { createCycle, openRound } from "~/features/cycle";
import { challengeSettings, type RegionSettings } from "~/features/region/settings";
import { createTemplate } from "~/features/template";
import { publishGroups, withdrawMember } from "~/features/triad";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import { roundName, type Calendar } from "./days";
import { roundsOfGroups } from "./groups";
import type { Staff } from "./people";
import { must, Part } from "./rounds";
import { yorkshireTemplate } from "./template-yorkshire";

export const REGION = "east-midlands";

/** Written before Christmas, read within the group over Christmas, challenged in the new year. */
export const eastMidlandsSettings: RegionSettings = {
  challengeStyle: "triads", visibility: "group", endorsements: [], outlierRule: false, moderation: { needed: false, workingDaysBefore: 10 },
  followUpMonths: 6, shareAutomatically: true, contactEmail: "sli@east-midlands.example", challenge: challengeSettings.parse({}),
};

/**
 * A round as it begins: everybody has begun to write and the groups were published yesterday. One authority left
 * its group the same day, the two others went into the other groups, and dates are offered next.
 */
export function eastMidlandsStory({ calendar, staff, authorityIds }: { readonly calendar: Calendar; readonly staff: Staff; readonly authorityIds: readonly string[] }): Moment[] {
  const cycleId = randomUUID();
  const of = `round ${REGION}`;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const content = { chapters: yorkshireTemplate.chapters.slice(0, 1) };
  const dates = { opensOn: calendar.day(-15), submissionsDueOn: calendar.day(14), challengeStartsOn: calendar.day(26), summitOn: calendar.day(70), endsOn: calendar.day(150) };
  // The smallest stands aside this year, and may still change its mind.
  const taking = authorityIds.filter((id) => id !== "rutland");
  const [groups = []] = roundsOfGroups(taking, 1);
  return [
    {
      of, at: calendar.moment(-17, 14),
      act: async () => {
        const template = await createTemplate({ regionId: REGION, name: "East Midlands self-assessment", content, actor: coordinator() });
        if (template.kind === "refused") throw new Error(template.reason);
        must("create the round", await createCycle({ id: cycleId, regionId: REGION, name: roundName(dates.opensOn), templateVersionId: template.versionId, dates, rules: {}, authorityIds: taking, actor: coordinator() }));
      },
    },
    { of, at: calendar.moment(-15, 9), act: async () => void must("open the round", await openRound(cycleId, coordinator())) },
    ...taking.map((authorityId, index): Moment => ({
      of: authorityId, at: calendar.moment(-8 + (index % 4), 13, index),
      act: () => new Part({ cycleId, year: 0, template: content, staff, writer: { answer: () => { throw new Error("nothing is written yet"); } } }, authorityId).assign(1),
    })),
    { of, at: calendar.moment(-1, 11), act: async () => void must("publish the groups", await publishGroups({ cycleId, groups, actor: coordinator(), requestKey: randomUUID() })) },
    { of, at: calendar.moment(-1, 15), act: async () => void must("take an authority out of its group", await leaveTheLast(cycleId, coordinator())) },
  ];
}

/** The first authority of the last group leaves it; each of those left goes into another group. */
async function leaveTheLast(cycleId: string, actor: ReturnType<Staff["actor"]>) {
  const triads = await db.triad.findMany({ where: { cycleId }, orderBy: { number: "asc" }, select: { id: true, members: { orderBy: { authorityId: "asc" }, select: { authorityId: true } } } });
  const last = triads.pop();
  const [leaving, ...left] = last?.members ?? [];
  if (!last || !leaving) throw new Error("no groups were published");
  const into = Object.fromEntries(left.map(({ authorityId }, index) => [authorityId, triads[index]?.id ?? ""]));
  return withdrawMember({ triadId: last.id, authorityId: leaving.authorityId, reason: "Inspectors announced themselves for the weeks of the sessions.", way: { how: "merge", into }, actor });
}
