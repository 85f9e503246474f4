import "~/features/processes.server";

import { randomUUID } from "node:crypto";

import { createTemplate, type TemplateContent } from "~/features/template";
import { createCycle, openRound, type CycleDates, type NewCycle } from "~/features/cycle";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { publishMachines } from "~/workflow/publish.server";
import { addWorkingDays } from "~/workflow/working-days";
import { workingDay } from "../support/days";

/** A small template with one chapter and two questions. */
export const smallTemplate: TemplateContent = {
  chapters: [
    {
      id: "leadership",
      title: "Leadership",
      guidance: "",
      sections: [
        {
          id: "leadership-1",
          title: "Vision",
          guidance: "",
          questions: [
            { id: "vision", kind: "longText", title: "What is your vision?", hint: "", required: true, wordLimit: 200 },
            { id: "strengths", kind: "strengths", title: "Your strengths", hint: "", required: false, themes: [] },
          ],
        },
      ],
    },
  ],
};

/** The dates of a round in whose time for writing a day falls. */
export const datesAround = (day: string): CycleDates => ({
  opensOn: addWorkingDays(day, -60),
  submissionsDueOn: addWorkingDays(day, 15),
  challengeStartsOn: addWorkingDays(day, 30),
  summitOn: addWorkingDays(day, 75),
  endsOn: addWorkingDays(day, 165),
});

export const someDates = datesAround(workingDay(0));

export interface TestAuthority {
  readonly id: string;
  readonly name: string;
  readonly dcs: SignedIn;
  readonly delegate: SignedIn;
  readonly chiefExecutive: SignedIn;
  readonly leadMember: SignedIn;
}

export interface TestRegion {
  readonly id: string;
  readonly name: string;
  readonly coordinator: SignedIn;
  readonly deputy: SignedIn;
  readonly chair: SignedIn;
  readonly authorities: readonly TestAuthority[];
  readonly templateVersionId: string;
}

/** A person in a new post. */
export async function aHolder(about: { regionId: string; authorityId?: string; kind: string; name: string }): Promise<SignedIn> {
  const post = await db.post.create({ data: { kind: about.kind, title: about.kind, regionId: about.regionId, authorityId: about.authorityId ?? null } });
  return inPost(post.id, about.name);
}

/** A new person in a post that exists, beside or after whoever holds it. */
export async function inPost(postId: string, name: string): Promise<SignedIn> {
  const post = await db.post.findUniqueOrThrow({ where: { id: postId } });
  const person = await db.person.create({
    data: { name, email: `${randomUUID()}@example.org`, holdings: { create: { postId, from: new Date("2026-01-01") } } },
  });
  return {
    kind: "person",
    personId: person.id,
    name,
    email: person.email,
    holdings: [{ postId, kind: post.kind, title: post.title, regionId: post.regionId, authorityId: post.authorityId }],
  };
}

/** A region with its coordinators, its chair, as many authorities as names, all their posts held, and a template. */
export async function aRegion(names: readonly string[] = ["Ashford", "Barton", "Carne"]): Promise<TestRegion> {
  await publishMachines();
  const id = `region-${randomUUID().slice(0, 8)}`;
  const name = `Region ${id.slice(7)}`;
  await db.region.create({
    data: { id, name, codeGss: id, settings: { endorsements: ["chiefExecutive"], outlierRule: false, moderation: { needed: false, workingDaysBefore: 10 } } },
  });
  const authorities: TestAuthority[] = [];
  for (const authorityName of names) {
    const authorityId = `${authorityName.toLowerCase()}-${id.slice(7)}`;
    await db.authority.create({
      data: { id: authorityId, codeGss: authorityId, codeDfe: authorityId, name: authorityName, regionId: id, type: "county", latitude: 51, longitude: 0 },
    });
    const hold = (kind: string, who: string) => aHolder({ regionId: id, authorityId, kind, name: `${who} of ${authorityName}` });
    authorities.push({
      id: authorityId,
      name: authorityName,
      dcs: await hold("dcs", "Director"),
      delegate: await hold("dcs-delegate", "Delegate"),
      chiefExecutive: await hold("chief-executive", "Chief executive"),
      leadMember: await hold("lead-member", "Lead member"),
    });
  }
  const coordinator = await aHolder({ regionId: id, kind: "sli-coordinator", name: "Priya Nair" });
  const [held] = coordinator.holdings;
  if (!held) throw new Error("the coordinator holds no post");
  const deputy = await inPost(held.postId, "Sam Deputy");
  const chair = await aHolder({ regionId: id, kind: "regional-chair", name: "Colin Marsh" });
  const template = await createTemplate({ regionId: id, name: "Self-assessment", content: smallTemplate, actor: coordinator });
  if (template.kind !== "saved") throw new Error(`the template was refused: ${template.reason}`);
  return { id, name, coordinator, deputy, chair, authorities, templateVersionId: template.versionId };
}

/** A draft round of the region. */
export async function aDraft(region: TestRegion, over: Partial<NewCycle> = {}): Promise<string> {
  const made = await createCycle({
    regionId: region.id,
    name: "2026/27",
    templateVersionId: region.templateVersionId,
    dates: someDates,
    actor: region.coordinator,
    ...over,
  });
  if (made.kind !== "made") throw new Error(`the round was refused: ${made.reason}`);
  return made.id;
}

/** A round that has opened, with the self-assessments it began, by authority name. */
export async function anOpenRound(region: TestRegion, over: Partial<NewCycle> = {}): Promise<{ id: string; selfAssessments: Readonly<Record<string, string>> }> {
  const id = await aDraft(region, over);
  const opened = await openRound(id, region.coordinator);
  if (opened.kind !== "moved") throw new Error(`the round did not open: ${JSON.stringify(opened)}`);
  const begun = await db.selfAssessment.findMany({ where: { cycleId: id }, include: { authority: true } });
  return { id, selfAssessments: Object.fromEntries(begun.map((one) => [one.authority.name, one.id])) };
}

/** The emails that an event of a record called for, as "template > person". */
export async function lettersOf(workflowId: string, event: string): Promise<string[]> {
  const rows = await db.outboxEmail.findMany({
    where: { workflowId, event: { event } },
    include: { person: { select: { name: true } } },
  });
  return rows.map((row) => `${row.template} > ${row.person?.name ?? "nobody"}`).sort();
}
