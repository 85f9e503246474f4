import { randomUUID } from "node:crypto";
import { acceptInvitation, declineInvitation } from "~/features/assignment";
import { enterChallenger } from "~/features/challenger-pool";
import { beginChallenge, closeSubmissions, createCycle, openRound } from "~/features/cycle";
import { challengeSettings, type RegionSettings } from "~/features/region/settings";
import { createTemplate } from "~/features/template";
import { answerDates, confirmAttendance, confirmSession, holdSession, offerDates, postponeSession, proposeSession, publishGroups, refillTeam, releasePacks, shareLines } from "~/features/triad";
import { freePlaces } from "~/features/triad/team.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import { roundName, type Calendar } from "./days";
import { findingsStory, recordOf, typedAtOnce } from "./findings";
import { letterWay, type LetterWay } from "./letters";
import { REGION } from "./london";
import type { Staff } from "./people";
import { must, Part } from "./rounds";
import { declined, lines, whyPostponed } from "./sentences-triads";
import { yorkshireTemplate } from "./template-yorkshire";
import type { Writer } from "./texts";

/** Groups of three read each other's; the director signs, and that shares it. */
export const londonSettings: RegionSettings = {
  challengeStyle: "triads", visibility: "group", endorsements: [], outlierRule: false, moderation: { needed: false, workingDaysBefore: 10 },
  followUpMonths: 6, shareAutomatically: true, contactEmail: "sli@london.example", challenge: challengeSettings.parse({}),
};

/** Working days from today. London's groups meet all through the autumn and the winter, each when it can. */
const OPENED = -78;
const DUE = -62;
const CHALLENGE = -50;
const PUBLISHED = -58;

/** How far a record is: its findings on the way, all filed or finished, or its letter at a stage. */
type Letter = Pick<LetterWay, "check"> & { readonly to: LetterWay["to"] | "filing" | "filed" | "finished" };
type Stop = "answered" | "chosen" | "asked" | "confirmed" | "released" | "postponed" | "held";

/**
 * Where each group is today: the working day of its session, how long before the usual it was arranged, and
 * what has become of its authorities' records. So every state there is has a group in it, on a day that fits.
 */
const groups: readonly { readonly on: number; readonly earlier?: number; readonly upTo: Stop; readonly letters?: readonly Letter[] }[] = [
  { on: -29, upTo: "held", letters: [{ to: "final", check: "agrees" }, { to: "final" }, { to: "final", check: "agrees" }] },
  { on: -25, upTo: "held", letters: [{ to: "checked", check: "agrees" }, { to: "checked" }, { to: "checked" }] },
  { on: -20, upTo: "held", letters: [{ to: "pointsSent" }, { to: "pointsWritten" }, { to: "pointsSent" }] },
  { on: -13, upTo: "held", letters: [{ to: "sent" }, { to: "drafted" }, { to: "finished" }] },
  { on: -4, upTo: "held", letters: [{ to: "filed" }, { to: "filed" }, { to: "filing" }] },
  { on: 0, upTo: "released" },
  { on: 17, earlier: 12, upTo: "confirmed" },
  { on: 4, upTo: "postponed" },
  { on: 25, earlier: 10, upTo: "asked" },
  { on: 30, earlier: 12, upTo: "chosen" },
  { on: 34, earlier: 14, upTo: "answered" },
];

interface Told {
  readonly calendar: Calendar;
  readonly staff: Staff;
  readonly writer: Writer;
  readonly authorityIds: readonly string[];
}

/** London's round of triads: eleven groups of three, each as far as it has come. */
export function londonTriadsStory(told: Told): Moment[] {
  const { calendar, staff, writer, authorityIds } = told;
  const cycleId = randomUUID();
  const of = "round of triads in London";
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const members = groups.map((_, index) => authorityIds.slice(index * 3, index * 3 + 3));
  const dates = { opensOn: calendar.day(OPENED), submissionsDueOn: calendar.day(DUE), challengeStartsOn: calendar.day(CHALLENGE), summitOn: calendar.day(70), endsOn: calendar.day(140) };
  const round = { cycleId, year: Number(dates.opensOn.slice(0, 4)), template: onePage, staff, writer };
  const together = (day: number, hour: number, act: () => Promise<unknown>): Moment => ({ of: `round ${of}`, at: calendar.moment(day, hour), act: async () => void (await act()) });
  return [
    together(OPENED - 6, 11, () => enterPool(told)),
    together(OPENED - 5, 15, async () => {
      const template = must("make a template", await createTemplate({ regionId: REGION, name: "London self-assessment, on one page", content: onePage, actor: coordinator() }));
      if (template.kind === "refused") throw new Error(template.reason);
      must("create the round", await createCycle({ id: cycleId, regionId: REGION, name: roundName(dates.opensOn), templateVersionId: template.versionId, dates, rules: {}, actor: coordinator() }));
    }),
    together(OPENED, 10, async () => must("open the round", await openRound(cycleId, coordinator()))),
    ...authorityIds.flatMap((authorityId, index): Moment[] => {
      const part = new Part(round, authorityId);
      const group = groups[Math.floor(index / 3)];
      const on = (day: number, act: () => Promise<void>, hour = 13): Moment => ({ of: authorityId, at: calendar.moment(day, hour, index), act });
      return [
        on(DUE - 8 + (index % 5), () => part.writeAll()),
        on(DUE - 3, () => part.completeDraft()),
        on(DUE - 1, () => part.sign()),
        ...(group?.letters ? [on(group.on, () => part.challenged(), 16)] : []),
      ];
    }),
    together(DUE + 1, 9, async () => must("close submissions", await closeSubmissions(cycleId, coordinator()))),
    together(PUBLISHED + 1, 11, async () => must("publish the groups", await publishGroups({ cycleId, groups: members, actor: coordinator(), requestKey: randomUUID() }))),
    together(CHALLENGE, 9, async () => must("begin the challenge", await beginChallenge(cycleId, coordinator()))),
    ...groups.flatMap((_, index) => new Group(told, cycleId, members[index] ?? [], index).story()),
  ];
}

/** The first chapter of its neighbour's, and nothing else. */
const onePage = { chapters: yorkshireTemplate.chapters.slice(0, 1) };

/** Every director leads; the assistant directors of every other authority come along. */
async function enterPool({ staff, authorityIds, calendar }: Told): Promise<void> {
  const actor = staff.actor("sli-coordinator", null, now());
  const trainedOn = calendar.day(OPENED - 20);
  for (const [index, authorityId] of authorityIds.entries()) {
    const people = [{ personId: staff.actor("dcs", authorityId, now()).personId, level: "lead" as const }, ...(index % 2 === 0 ? staff.authors(authorityId).slice(0, 1).map((personId) => ({ personId, level: "challenger" as const })) : [])];
    for (const { personId, level } of people) must("enter a challenger", await enterChallenger({ regionId: REGION, personId, level, themes: index % 3 === 0 ? ["SEND", "workforce"] : ["front door", "leadership"], about: "", maxLoad: 2, trainedOn, actor }));
  }
}

/** One group as its people act, each on the day that is so long before the session. */
class Group {
  constructor(private readonly told: Told, private readonly cycleId: string, private readonly members: readonly string[], private readonly index: number) {}

  story(): Moment[] {
    const about = groups[this.index];
    if (!about) return [];
    const { calendar } = this.told;
    const { on, upTo, earlier = 0 } = about;
    const of = `triad ${this.index} of London`;
    const at = (before: number, act: () => Promise<unknown>, hour = 10): Moment => ({ of, at: calendar.moment(on - before - (before > 0 ? earlier : 0), hour, this.index), act: async () => void (await act()) });
    const each = (before: number, act: (authorityId: string, place: number) => Promise<unknown>) => this.members.map((authorityId, place) => at(before - place, () => act(authorityId, place), 14));
    const stages: readonly (readonly [Stop, readonly Moment[]])[] = [
      ["answered", [at(24, () => this.offer()), ...each(23, (id, place) => this.answer(id, place)).slice(0, upTo === "answered" ? 1 : 3)]],
      ["chosen", []],
      ["asked", [at(18, () => this.propose()), ...each(17, (id) => this.comes(id)).slice(0, upTo === "asked" ? 1 : 3)]],
      ["confirmed", [at(13, () => this.confirm()), at(12, () => this.team()), ...each(11, (id, place) => this.share(id, place)).slice(0, upTo === "confirmed" ? 2 : 3)]],
      ...(upTo === "postponed" ? ([["postponed", [at(7, () => this.postpone())]]] as const) : ([["released", [at(8, () => this.release())]], ["held", [at(0, () => this.hold(), 17)]]] as const)),
    ];
    const last = stages.findIndex(([stage]) => stage === upTo);
    return [...stages.slice(0, last + 1).flatMap(([, moments]) => moments), ...(about.letters ?? []).flatMap((letter, place) => this.record(letter, place, on))];
  }

  /** What became of one authority's record after the session. */
  private record(letter: Letter, place: number, on: number): Moment[] {
    const authorityId = this.members[place] ?? "";
    const of = `record of ${authorityId}`;
    const recordId = () => recordOf(this.cycleId, authorityId);
    const { calendar } = this.told;
    const { to, check } = letter;
    const early = to === "filing" || to === "filed" || to === "finished";
    return [
      ...findingsStory({ of, calendar, heldOn: on + 1, variant: this.index * 3 + place, upTo: early ? to : "finished", recordId }),
      ...(to === "filing" ? [{ of, at: calendar.moment(on + 3, 10), act: async () => typedAtOnce(await recordId()) }] : []),
      ...(early ? [] : letterWay({ to, ...(check ? { check } : {}), of, recordId, calendar, from: on + 4 })),
    ];
  }

  private async triadId(): Promise<string> {
    return (await db.triadMember.findFirstOrThrow({ where: { cycleId: this.cycleId, authorityId: this.members[0] ?? "", leftAt: null }, select: { triadId: true } })).triadId;
  }

  private coordinator() {
    return this.told.staff.actor("sli-coordinator", null, now());
  }

  private director(authorityId: string) {
    return this.told.staff.actor("dcs", authorityId, now());
  }

  private async offer() {
    const { on } = groups[this.index] ?? { on: 0 };
    return must("offer dates", await offerDates({ triadIds: [await this.triadId()], days: [0, 1, 2, 3].map((by) => this.told.calendar.day(on + by)), actor: this.coordinator() }));
  }

  private async answer(authorityId: string, place: number) {
    const triadId = await this.triadId();
    const options = await db.dateOption.findMany({ where: { triadId }, orderBy: { day: "asc" }, select: { id: true } });
    return must("answer", await answerDates({
      triadId, authorityId, actor: this.director(authorityId), venue: place === 0 ? "Town hall, committee room 2" : "",
      answers: Object.fromEntries(options.map(({ id }, day) => [id, day === 0 ? "yes" : (day + place) % 3 === 0 ? "no" : (day + place) % 2 === 0 ? "ifNeedBe" : "yes"])),
    }));
  }

  private async propose() {
    const { on } = groups[this.index] ?? { on: 0 };
    return must("propose a session", await proposeSession({ triadId: await this.triadId(), actor: this.coordinator(), day: this.told.calendar.day(on), hostId: this.members[0] ?? "", venue: "Town hall, committee room 2", startsAt: "09:30", endsAt: "15:30" }));
  }

  private async comes(authorityId: string) {
    const actor = this.director(authorityId);
    return must("say who comes", await confirmAttendance({ triadId: await this.triadId(), authorityId, attendeeId: actor.personId, actor }));
  }

  private async confirm() {
    return must("confirm", await confirmSession({ triadId: await this.triadId(), actor: this.coordinator() }));
  }

  /** One leads and one comes along; both accept, but where the session is only confirmed the second cannot come, and the place waits for somebody. */
  private async team(): Promise<void> {
    const triadId = await this.triadId();
    for (const role of ["lead", "challenger"] as const) {
      const candidates = (await freePlaces(triadId)).candidates;
      const next = candidates.find((one) => one.canLead === (role === "lead")) ?? candidates[0];
      must("ask a challenger", await refillTeam({ triadId, challengerId: next?.id ?? "", role, actor: this.coordinator() }));
    }
    for (const { id, role, challenger } of await db.assignment.findMany({ where: { activityId: triadId, workflow: { state: "invited" } }, orderBy: { role: "asc" }, select: { id: true, role: true, challenger: { select: { personId: true } } } })) {
      const actor = { kind: "person", personId: challenger.personId, channel: "demo" } as const;
      if (role === "challenger" && groups[this.index]?.upTo === "confirmed") must("decline", await declineInvitation({ assignmentId: id, actor, reason: declined }));
      else must("accept", await acceptInvitation({ assignmentId: id, actor, conflict: "", signed: true }));
    }
  }

  private async share(authorityId: string, place: number) {
    return must("share lines of enquiry", await shareLines({ triadId: await this.triadId(), authorityId, texts: [0, 1].map((by) => lines[(this.index + place * 2 + by) % lines.length] ?? ""), actor: this.told.staff.actor("dcs-delegate", authorityId, now()) }));
  }

  private async release() {
    return must("release the pack", await releasePacks({ triadId: await this.triadId(), actor: this.coordinator() }));
  }

  private async postpone() {
    return must("postpone", await postponeSession({ triadId: await this.triadId(), actor: this.coordinator(), reason: whyPostponed[0] }));
  }

  private async hold() {
    const triadId = await this.triadId();
    const present = (await db.triadMember.findMany({ where: { triadId, leftAt: null }, select: { attendeeId: true } })).flatMap(({ attendeeId }) => attendeeId ?? []);
    return must("hold", await holdSession({ triadId, present, actor: this.coordinator() }));
  }
}
