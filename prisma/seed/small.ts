import "~/features/processes.server";
import { randomUUID } from "node:crypto";
import { createCycle, openRound } from "~/features/cycle";
import type { PostKind } from "~/features/people/posts";
import { createTemplate, type TemplateContent } from "~/features/template";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import { publishMachines } from "~/workflow/publish.server";
import { calendarAround, roundName, type Calendar } from "./days";
import { seedPeople, type RegionToStaff } from "./people";
import { must } from "./rounds";
import { southEastSettings } from "./south-east";
import { text, tagged } from "./template-parts";
import { yorkshireSettings } from "./yorkshire";

export interface SmallPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly actor: Actor;
}

/** One region of a small world, with its round open and nothing written yet. */
export interface SmallRegion {
  readonly regionId: string;
  readonly cycleId: string;
  readonly authorityIds: readonly string[];
  /** The id of an authority's self-assessment, which is its workflow's id too. */
  readonly selfAssessmentId: (authorityId: string) => string;
  /** Who holds a post now: `person("dcs", "kent")`, `person("sli-coordinator")`. */
  readonly person: (kind: PostKind, authorityId?: string) => SmallPerson;
  /** Those of an authority who may be asked to write a chapter. */
  readonly authors: (authorityId: string) => readonly SmallPerson[];
}

export interface SmallWorld {
  readonly southEast: SmallRegion;
  readonly yorkshire: SmallRegion;
}

/** Two chapters with one required question each, and one that need not be answered: quick to fill in. */
export const smallTemplate: TemplateContent = {
  chapters: [
    {
      id: "leadership", title: "Leadership and governance", guidance: "How leaders know.",
      sections: [{ id: "leadership-context", title: "Your authority this year", guidance: "", questions: [text("context", "What has changed since the last round?", "For a reader from elsewhere.", 200)] }],
    },
    {
      id: "practice", title: "Quality of practice", guidance: "",
      sections: [
        {
          id: "practice-summary", title: "What you see in practice", guidance: "",
          questions: [text("practice-audit", "What do audits say?", "Aggregate findings only.", 200), tagged("strengths", "strengths", "Your strengths", "With evidence.", { required: false })],
        },
      ],
    },
  ],
};

/**
 * A small world for tests, in a second or so: four authorities of the South East and three of Yorkshire
 * and The Humber with people in every post, and one open round in each. The settings are those of the
 * demo regions but for the outlier rule, which asks for nothing here. Opening emails wait in the outbox.
 * Needs the reference data, and publishes the machines itself.
 * @param southEast other authorities of the South East instead, Kent among them
 */
export async function seedSmall({ southEast: authorityIds = ["kent", "medway", "reading", "surrey"] }: { readonly southEast?: readonly string[] } = {}): Promise<SmallWorld> {
  await publishMachines();
  const calendar = calendarAround(now());
  const southEast = await smallRegion(calendar, {
    regionId: "south-east", domain: "south-east", authorityIds, chairedBy: "kent", changes: new Map(), since: calendar.moment(-200), seed: 1,
  }, { ...southEastSettings, outlierRule: false });
  const yorkshire = await smallRegion(calendar, {
    regionId: "yorkshire-and-the-humber", domain: "yorkshire-humber", authorityIds: ["leeds", "sheffield", "york"], chairedBy: "leeds", changes: new Map(), since: calendar.moment(-200), seed: 2,
  }, yorkshireSettings);
  return { southEast, yorkshire };
}

async function smallRegion(calendar: Calendar, region: RegionToStaff, settings: object): Promise<SmallRegion> {
  const { regionId, authorityIds } = region;
  await db.region.update({ where: { id: regionId }, data: { settings } });
  const staff = await seedPeople(region);
  const coordinator = staff.actor("sli-coordinator", null, now());
  const cycleId = randomUUID();
  const template = await createTemplate({ regionId, name: "Self-assessment", content: smallTemplate, actor: coordinator });
  if (template.kind === "refused") throw new Error(template.reason);
  const dates = { opensOn: calendar.day(-10), submissionsDueOn: calendar.day(20), challengeStartsOn: calendar.day(45), summitOn: calendar.day(60), endsOn: calendar.day(120) };
  await at(calendar.moment(-10), async () => {
    must("create the round", await createCycle({ id: cycleId, regionId, name: roundName(dates.opensOn), templateVersionId: template.versionId, dates, authorityIds, actor: coordinator }));
    must("open the round", await openRound(cycleId, coordinator));
  });
  const people = new Map((await db.person.findMany({ select: { id: true, name: true, email: true } })).map((person) => [person.id, person]));
  const records = new Map((await db.selfAssessment.findMany({ where: { cycleId }, select: { id: true, authorityId: true } })).map(({ id, authorityId }) => [authorityId, id]));
  const known = (personId: string): SmallPerson => {
    const person = people.get(personId);
    if (!person) throw new Error("the small world has no such person");
    return { ...person, actor: { kind: "person", personId } };
  };
  return {
    regionId,
    cycleId,
    authorityIds,
    selfAssessmentId: (authorityId) => {
      const id = records.get(authorityId);
      if (!id) throw new Error(`${authorityId} takes no part in the round`);
      return id;
    },
    person: (kind, authorityId) => known(staff.actor(kind, authorityId ?? null, now()).personId),
    authors: (authorityId) => staff.authors(authorityId).map(known),
  };
}
