import { randomUUID } from "node:crypto";
import { boardFacts, createArrangement, startingRules } from "~/features/arrangement";
import { takingPart } from "~/features/arrangement/question";
import { beginChallenge, beginSynthesis, closeRound, closeSubmissions, createCycle, openRound, recordDecisions, remindChosen, setGroups, type CycleRules } from "~/features/cycle";
import { challengeSettings, type RegionSettings } from "~/features/region/settings";
import { createTemplate, newVersionFrom, saveTemplate, type TemplateContent } from "~/features/template";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { addMonths, dayOf, workingDayFrom } from "~/workflow/working-days";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import { roundsOfGroups } from "./groups";
import { wayTo } from "./paths";
import { signedIn, type Staff } from "./people";
import { must, Part } from "./rounds";
import { evidence, reasons } from "./sentences";
import { southEastEarlierTemplate, southEastTemplate } from "./template-south-east";
import type { Writer } from "./texts";
import { LAST_MET, metOn, triadsStory } from "./triads";

export const REGION = "south-east";

/** Groups of three and four challenge each other; chief executive and lead member endorse. */
export const southEastSettings: RegionSettings = {
  challengeStyle: "triads",
  visibility: "group",
  endorsements: ["chiefExecutive", "leadMember"],
  outlierRule: true,
  moderation: { needed: true, workingDaysBefore: 10 },
  followUpMonths: 6,
  shareAutomatically: false,
  contactEmail: "sli@south-east.example",
  challenge: challengeSettings.parse({}),
};

/** Working days from the day the story is told: submissions were due three days ago. */
const OPENED = -48;
const DUE = -3;

interface Told {
  readonly calendar: Calendar;
  readonly staff: Staff;
  readonly writer: Writer;
  readonly authorityIds: readonly string[];
}

/** Two rounds that are over and one that is live, in order. */
export function southEastStory(told: Told): Moment[] {
  const [first, second, live] = roundsOfGroups(told.authorityIds, 3);
  if (!first || !second || !live) throw new Error("three rounds need three sets of groups");
  const version = { id: "" };
  return [
    ...pastRound({ ...told, calendar: told.calendar.yearsBefore(2) }, { groups: first, version, rules: { outlierRule: false, moderation: { needed: false, workingDaysBefore: 10 } }, aside: { "isle-of-wight": "optOut" } }),
    ...pastRound({ ...told, calendar: told.calendar.yearsBefore(1) }, { groups: second, version, rules: { outlierRule: false }, aside: { slough: "waive" }, sessions: true }),
    ...liveRound(told, { groups: live, version }),
  ];
}

interface Round {
  readonly groups: readonly (readonly string[])[];
  /** The newest version of the region's template, as the story goes on. */
  readonly version: { id: string };
}

/** The coordinator's own part: the template, the round, its groups. */
function opening({ calendar, staff }: Told, { groups, version }: Round, about: { cycleId: string; content: TemplateContent; rules: Partial<Omit<CycleRules, "takingPart">> }): Moment[] {
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const dates = { opensOn: calendar.day(OPENED), submissionsDueOn: calendar.day(DUE), challengeStartsOn: calendar.day(40), summitOn: calendar.day(66), endsOn: calendar.day(190) };
  const of = `round ${dates.opensOn}`;
  return [
    { of, at: calendar.moment(OPENED - 10, 14), act: () => prepareTemplate(version, about.content, coordinator()) },
    {
      of,
      at: calendar.moment(OPENED - 8, 14),
      act: async () => {
        must("create the round", await createCycle({ id: about.cycleId, regionId: REGION, name: calendar.roundNameOn(OPENED), templateVersionId: version.id, dates, rules: about.rules, actor: coordinator() }));
        must("set the groups", await setGroups(about.cycleId, groups, coordinator()));
      },
    },
    { of, at: calendar.moment(OPENED, 9), act: async () => void must("open the round", await openRound(about.cycleId, coordinator())) },
  ];
}

/** Last round's template becomes a further version, with what is asked anew. */
async function prepareTemplate(version: { id: string }, content: TemplateContent, actor: ReturnType<Staff["actor"]>): Promise<void> {
  if (!version.id) {
    const made = await createTemplate({ regionId: REGION, name: "South East self-assessment", content, actor });
    if (made.kind === "refused") throw new Error(made.reason);
    version.id = made.versionId;
    return;
  }
  const next = await newVersionFrom({ versionId: version.id, actor });
  if (next.kind === "refused") throw new Error(next.reason);
  must("save the template", await saveTemplate({ versionId: next.versionId, content, expectedRevision: next.revision, actor }));
  version.id = next.versionId;
}

interface Past extends Round {
  readonly rules: Partial<Omit<CycleRules, "takingPart">>;
  readonly aside: Readonly<Record<string, "optOut" | "waive">>;
  /** Its groups met in sessions that Candour arranged; before that, by hand. */
  readonly sessions?: boolean;
}

function pastRound(told: Told, past: Past): Moment[] {
  const { calendar, staff, authorityIds } = told;
  const cycleId = randomUUID();
  const year = Number(calendar.day(OPENED).slice(0, 4));
  const round = { cycleId, year, template: southEastEarlierTemplate, staff, writer: told.writer };
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const of = `round ${calendar.day(OPENED)}`;
  const moderated = past.rules.moderation?.needed !== false;
  const parts = authorityIds.flatMap((authorityId, index): Moment[] => {
    const part = new Part(round, authorityId);
    const aside = past.aside[authorityId];
    if (aside) return [{ of: authorityId, at: calendar.moment(-20, 10), act: () => part[aside](reasons[aside]) }];
    const groupIndex = past.groups.findIndex((group) => group.includes(authorityId));
    const challengedOn = past.sessions ? metOn(past.groups, authorityId) : 40 + groupIndex;
    // Every seventh hands in a few days late, as happens.
    const from = index % 7 === 3 ? -10 : -24 + (index % 9);
    return [
      ...wayTo({
        part, calendar, from, to: "challenged", leadMember: true, sharedOn: 4, challengedOn,
        ...(moderated ? { moderator: elsewhere(authorityIds, past.groups[groupIndex] ?? [], index) } : {}),
      }),
      // The update falls due six months after the challenge, by itself; the director answers within two weeks.
      { of: authorityId, at: calendar.moment(Math.max(176 + (index % 8), afterSixMonths(calendar, challengedOn)), 14, authorityId.length), act: () => part.followUp(index) },
    ];
  });
  const then = (day: number, hour: number, act: () => Promise<{ readonly kind: string }>): Moment => ({ of, at: calendar.moment(day, hour), act: async () => void must("move the round on", await act()) });
  return [
    ...opening(told, past, { cycleId, content: southEastEarlierTemplate, rules: past.rules }),
    ...parts,
    ...(past.sessions ? triadsStory({ cycleId, calendar, staff, groups: past.groups, silent: "slough" }) : []),
    then(2, 17, () => closeSubmissions(cycleId, coordinator())),
    then(40, 9, () => beginChallenge(cycleId, coordinator())),
    then(66, 16, () => beginSynthesis(cycleId, coordinator())),
    then(85, 16, () => recordDecisions(cycleId, coordinator())),
    then(Math.max(188, afterSixMonths(calendar, LAST_MET) + 1), 12, () => closeRound(cycleId, coordinator())),
  ];
}

/** The first working day after the last of six months: how many working days they have depends on the holidays in them. */
function afterSixMonths(calendar: Calendar, from: number): number {
  const due = workingDayFrom(addMonths(dayOf(calendar.moment(from)), 6));
  let day = from + 120;
  while (calendar.day(day) <= due) day += 1;
  return day;
}

/** An authority outside the group, to moderate. */
function elsewhere(authorityIds: readonly string[], group: readonly string[], index: number): string {
  const others = authorityIds.filter((id) => !group.includes(id));
  const chosen = others[(index * 5) % others.length];
  if (!chosen) throw new Error("there is nobody outside the group");
  return chosen;
}

/** The live round: every state that a self-assessment can be in today. */
function liveRound(told: Told, live: Round): Moment[] {
  const { calendar, staff, authorityIds } = told;
  const cycleId = randomUUID();
  const round = { cycleId, year: Number(calendar.day(OPENED).slice(0, 4)), template: southEastTemplate, staff, writer: told.writer };
  const part = (authorityId: string) => new Part(round, authorityId);
  const way = (authorityId: string, from: number, to: Parameters<typeof wayTo>[0]["to"]): Moment[] => {
    const group = live.groups.find((one) => one.includes(authorityId)) ?? [];
    return wayTo({ part: part(authorityId), calendar, from, to, leadMember: true, moderator: elsewhere(authorityIds, group, from + 60) });
  };
  const on = (authorityId: string, day: number, act: (part: Part) => Promise<void>, hour = 10): Moment => ({
    of: authorityId, at: calendar.moment(day, hour, authorityId.length), act: () => act(part(authorityId)),
  });
  return [
    ...opening(told, live, { cycleId, content: southEastTemplate, rules: {} }),
    // Not started and late: chapters were asked for, nobody has written.
    on("slough", -40, (one) => one.assign(4)),
    // Being written: barely begun and late; nearly done and late; begun, with an extension.
    on("reading", -38, (one) => one.assign(8)),
    on("reading", -12, (one) => one.writeChapter(0)),
    on("reading", -5, (one) => one.writeChapter(3, { complete: false })),
    on("milton-keynes", -41, (one) => one.assign(8)),
    ...[0, 1, 2, 3, 4, 5].map((chapter) => on("milton-keynes", -24 + 3 * chapter, (one) => one.writeChapter(chapter))),
    on("portsmouth", -36, (one) => one.assign(8)),
    on("portsmouth", -14, (one) => one.writeChapter(1)),
    on("portsmouth", -9, (one) => one.extend(calendar.day(8), reasons.extension)),
    on("portsmouth", -4, (one) => one.writeChapter(2)),
    on("milton-keynes", -8, (one) => one.attach("practice-audit", "Audit summary, April to September.pdf", evidence.audit)),
    on("kent", -5, (one) => one.attach("practice-audit", "Practice week findings.pdf", evidence.audit)),
    on("kent", -5, (one) => one.attach("care-sufficiency", "Sufficiency statement, summary.pdf", evidence.sufficiency), 14),
    on("oxfordshire", -23, (one) => one.attach("practice-voice", "What young people told us.pdf", evidence.voice)),
    on("hampshire", -12, (one) => one.attach("care-sufficiency", "Sufficiency statement, summary.pdf", evidence.sufficiency)),
    // Waiting for the director; returned by the director.
    ...way("kent", -6, "complete"),
    ...way("southampton", -16, "complete"),
    on("southampton", -11, (one) => one.returnDraft(reasons.returned)),
    // Waiting for one more endorsement; for submission.
    ...way("east-sussex", -9, "oneEndorsement"),
    ...way("brighton-and-hove", -10, "endorsed"),
    ...way("hampshire", -13, "submitted"),
    ...way("west-berkshire", -11, "submitted"),
    ...way("oxfordshire", -24, "shared"),
    ...way("buckinghamshire", -22, "moderating"),
    ...way("west-sussex", -27, "moderated"),
    // Two authorities tried the new format early, and the update of one is due; a third has closed its own.
    ...way("medway", -34, "challenged"),
    ...way("bracknell-forest", -38, "challenged"),
    on("bracknell-forest", -8, (one) => one.openFollowUp()),
    ...way("wokingham", -40, "challenged"),
    on("wokingham", -6, (one) => one.close(reasons.closed)),
    // A first idea of the groups: only coordinators see it, and nobody has searched for better ones yet.
    { of: `round ${calendar.day(OPENED)}`, at: calendar.moment(-2, 11), act: () => draftGroups(told, cycleId) },
    // Standing aside, each in its own way.
    on("isle-of-wight", -35, (one) => one.optOut(reasons.optOut)),
    on("windsor-and-maidenhead", -30, (one) => one.waive(reasons.waive)),
    ...way("surrey", -21, "submitted"),
    on("surrey", -7, (one) => one.withdraw(reasons.withdraw)),
    {
      of: `round ${calendar.day(OPENED)}`,
      at: calendar.moment(-1, 15),
      act: async () => {
        const late = await db.selfAssessment.findMany({ where: { cycleId, authorityId: { in: ["slough", "reading"] } }, select: { id: true } });
        must("remind", await remindChosen(cycleId, late.map(({ id }) => id), staff.actor("sli-coordinator", null, now())));
      },
    },
  ];
}

/** Those who take part, in the order of the alphabet, in threes and what is left: what a coordinator begins with. */
async function draftGroups({ staff }: Told, cycleId: string): Promise<void> {
  const { personId } = staff.actor("sli-coordinator", null, now());
  const actor = await signedIn(personId);
  const rules = await startingRules(actor, cycleId);
  const taking = takingPart(await boardFacts(cycleId), rules).map(({ id }) => id);
  const groups = Array.from({ length: Math.floor(taking.length / 3) }, (_, index) => taking.slice(index * 3, index * 3 + 3));
  for (const [index, id] of taking.slice(groups.length * 3).entries()) groups.at(-1 - index)?.push(id);
  must("draft the groups", await createArrangement({ cycleId, name: "By the alphabet", rules, groups, actor }));
}
