import { randomUUID } from "node:crypto";
import { acceptInvitation, declineInvitation } from "~/features/assignment";
import { withdrawRecord } from "~/features/challenge-record";
import {
  answerDates, changeDetails, closeTriad, confirmAttendance, confirmSession, holdSession, keepNote, makeProposal, offerDates, postponeSession, proposalOf, publishGroups, refillTeam, releasePacks,
  remindAsked, rescheduleSession, sendProposal, shareLines, triadsOf, waiveSelfAssessment, type Answer,
} from "~/features/triad";
import { freePlaces } from "~/features/triad/team.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import { findingsStory, recordOf } from "./findings";
import { letterWay, type LetterWay } from "./letters";
import { signedIn, type Staff } from "./people";
import { must } from "./rounds";
import { declined, lines, notes, whyPostponed, whyWaived, whyWithdrawn } from "./sentences-triads";

interface Told {
  readonly cycleId: string;
  readonly calendar: Calendar;
  readonly staff: Staff;
  readonly groups: readonly (readonly string[])[];
  /** The authority whose pack goes out without its self-assessment, and which lets the date poll pass. */
  readonly silent: string;
}

/** Working days of the sessions of a round, from the day its story is counted from. */
const days = { published: -22, offered: 2, reminded: 8, proposed: 18, confirmed: 24, released: 31, postponed: 41, rescheduled: 44, closed: 100 } as const;

/** The day that each group was to meet on. */
const FIRST_DAYS = [46, 47, 48, 49, 51, 52] as const;
/** The groups that were postponed, by their place in the round, and the day on which they met in the end. */
const LATER_DAYS: ReadonlyMap<number, number> = new Map([[2, 54], [4, 56]]);
/** The last of them all. */
export const LAST_MET = 56;

/** The working day on which an authority's group met in the end. */
export function metOn(groups: Told["groups"], authorityId: string): number {
  const index = groups.findIndex((group) => group.includes(authorityId));
  const day = LATER_DAYS.get(index) ?? FIRST_DAYS[index];
  if (day === undefined) throw new Error(`${authorityId} is in no group`);
  return day;
}

/** How far each record of the round has come by today: nearly all are closed. Four waited for their findings, until a lead was back or another had been found. */
const letters: readonly (Pick<LetterWay, "to" | "check" | "returned" | "released"> & { readonly findings?: number })[] = [
  { to: "closed", returned: true, released: true }, { to: "closed", check: "silent" }, { to: "closed", check: "agrees", released: true },
  { to: "closed", released: true }, { to: "closed", check: "agrees" }, { to: "closed" },
  { to: "closed", released: true }, { to: "closed", check: "agrees", released: true }, { to: "closed", check: "agrees" },
  { to: "closed", check: "agrees", released: true }, { to: "closed", check: "agrees" }, { to: "closed", check: "agrees" },
  { to: "planAgreed", findings: 185, released: true }, { to: "closed" }, { to: "closed", check: "agrees" },
  { to: "reviewOpen", findings: 74 }, { to: "sent", findings: 236 }, { to: "planSent", findings: 208, check: "agrees" }, { to: "closed" },
];
/** The one of them that was withdrawn instead: its place in the list. */
const WITHDRAWN = 5;

/**
 * The sessions of a round that is over, by the verbs people use: groups published, dates answered, one
 * proposal for all, challengers asked, two sessions postponed and held later, and what became of each
 * authority's record. One authority was silent in the poll; one challenger declined, and another came.
 */
export function triadsStory(told: Told): Moment[] {
  const { calendar, groups, cycleId, staff } = told;
  const coordinator = () => staff.actor("sli-coordinator", null, now());
  const together = (day: number, act: () => Promise<unknown>): Moment => ({ of: `round of triads ${cycleId}`, at: calendar.moment(day, 10, 20), act: async () => void (await act()) });
  const offered = FIRST_DAYS.map((day) => calendar.day(day));
  return [
    together(days.published, async () => must("publish the groups", await publishGroups({ cycleId, groups, actor: coordinator(), requestKey: randomUUID() }))),
    together(days.offered, async () => must("offer dates", await offerDates({ triadIds: (await triadsOf(cycleId)).map(({ id }) => id), days: offered, actor: coordinator() }))),
    together(days.proposed, async () => must("find days", await makeProposal(cycleId, coordinator()))),
    together(days.proposed + 1, async () => {
      const { revision, proposal } = await proposalOf(cycleId);
      must("send the proposal", await sendProposal({ cycleId, triadIds: (proposal?.sessions ?? []).map(({ triadId }) => triadId), expectedRevision: revision, actor: coordinator(), requestKey: randomUUID() }));
    }),
    ...groups.flatMap((_, index) => new Group(told, index).story()),
    ...groups.flat().flatMap((authorityId, index) => recordStory(told, authorityId, index)),
  ];
}

/** What became of one authority's record after the session. */
function recordStory({ calendar, groups, cycleId, staff }: Told, authorityId: string, index: number): Moment[] {
  const way = letters[index % letters.length];
  if (!way) return [];
  const of = `record of ${authorityId} in ${cycleId}`;
  const recordId = () => recordOf(cycleId, authorityId);
  const heldOn = (way.findings ?? metOn(groups, authorityId)) + 1;
  if (index === WITHDRAWN) {
    return [{ of, at: calendar.moment(heldOn + 3, 10, index), act: async () => void must("withdraw the record", await withdrawRecord({ recordId: await recordId(), actor: staff.actor("sli-coordinator", null, now()), reason: whyWithdrawn })) }];
  }
  return [
    ...findingsStory({ of, calendar, heldOn, variant: index, upTo: "finished", recordId }),
    ...letterWay({ ...way, of, recordId, calendar, from: heldOn + 3 }),
  ];
}

/** One group as its people act: every method is one thing somebody did, now. */
class Group {
  private known = "";
  private readonly members: readonly string[];

  constructor(private readonly told: Told, private readonly index: number) {
    this.members = told.groups[index] ?? [];
  }

  story(): Moment[] {
    const { calendar } = this.told;
    const on = (day: number, act: () => Promise<void>, hour = 11): Moment => ({ of: `triad ${this.index} of ${this.told.cycleId}`, at: calendar.moment(day, hour, this.index), act });
    const each = (from: number, act: (authorityId: string, place: number) => Promise<void>) => this.members.map((authorityId, place) => on(from + place, () => act(authorityId, place), 14));
    const first = FIRST_DAYS[this.index] ?? 0;
    const later = LATER_DAYS.get(this.index);
    const agree = (from: number) => [
      ...each(from, (authorityId, place) => this.comes(authorityId, place)),
      on(from + 5, () => this.confirm()),
      on(from + 6, () => this.accept(), 13),
    ];
    return [
      ...each(days.offered + 1, (authorityId, place) => this.answer(authorityId, place)).filter((_, place) => this.members[place] !== this.told.silent),
      ...(this.members.includes(this.told.silent) ? [on(days.reminded, () => this.remind()), on(days.released - 1, () => this.waive())] : []),
      ...agree(days.confirmed - 5),
      on(days.released, () => this.release()),
      ...each(days.released + 2, (authorityId, place) => this.share(authorityId, place)),
      on(days.released + 7, () => this.arrange()),
      ...(later === undefined ? [] : [
        on(days.postponed, () => this.postpone()),
        on(days.rescheduled, () => this.reschedule(later)),
        ...agree(days.rescheduled + 1),
        on(days.rescheduled + 8, () => this.release()),
      ]),
      on(later ?? first, () => this.note(), 12),
      on(later ?? first, () => this.hold(), 17),
      // The fifth waited for the last of its letters; the sixth still does.
      ...(this.index < 5 ? [on(this.index < 4 ? days.closed + this.index : 218, () => this.close(), 9)] : []),
    ];
  }

  private async triadId(): Promise<string> {
    this.known ||= (await db.triadMember.findFirstOrThrow({ where: { cycleId: this.told.cycleId, authorityId: this.members[0] ?? "", leftAt: null }, select: { triadId: true } })).triadId;
    return this.known;
  }

  private coordinator() {
    return this.told.staff.actor("sli-coordinator", null, now());
  }

  private as(kind: "dcs" | "dcs-delegate", authorityId: string) {
    return this.told.staff.actor(kind, authorityId, now());
  }

  private check<Result extends { readonly kind: string }>(what: string, result: Result): Result {
    return must(`${what}, triad ${this.index + 1}`, result);
  }

  /** Everybody can make the group's own day; each other day somebody cannot. */
  private async answer(authorityId: string, place: number): Promise<void> {
    const triadId = await this.triadId();
    const options = await db.dateOption.findMany({ where: { triadId }, orderBy: { day: "asc" }, select: { id: true } });
    const said = (day: number): Answer => {
      if (day === this.index) return place === 2 && this.index % 2 === 1 ? "ifNeedBe" : "yes";
      if (this.members.includes(this.told.silent) || (day + place) % this.members.length === 0) return "no";
      return (day + place) % 2 === 0 ? "ifNeedBe" : "yes";
    };
    const { name } = await db.authority.findUniqueOrThrow({ where: { id: authorityId }, select: { name: true } });
    this.check("answer", await answerDates({
      triadId, authorityId, actor: this.as(place === 0 ? "dcs" : "dcs-delegate", authorityId), venue: this.host() === authorityId ? `${name} council offices, committee room 1` : "",
      answers: Object.fromEntries(options.map(({ id }, day) => [id, said(day)])),
    }));
  }

  private host(): string {
    return this.members.find((id) => id !== this.told.silent) ?? "";
  }

  private async remind(): Promise<void> {
    this.check("remind", await remindAsked({ triadId: await this.triadId(), actor: this.coordinator() }));
  }

  private async comes(authorityId: string, place: number): Promise<void> {
    const attendee = this.as(place === 2 && this.index % 3 === 0 ? "dcs-delegate" : "dcs", authorityId);
    this.check("say who comes", await confirmAttendance({ triadId: await this.triadId(), authorityId, attendeeId: attendee.personId, actor: this.as("dcs-delegate", authorityId) }));
  }

  private async confirm(): Promise<void> {
    this.check("confirm", await confirmSession({ triadId: await this.triadId(), actor: this.coordinator() }));
  }

  /** Those who were asked accept. In the second group one cannot, and somebody else is asked and comes. */
  private async accept(): Promise<void> {
    const triadId = await this.triadId();
    const asked = () => db.assignment.findMany({ where: { activityId: triadId, workflow: { state: "invited" } }, orderBy: { role: "asc" }, select: { id: true, role: true, challenger: { select: { personId: true } } } });
    for (const { id, role, challenger } of await asked()) {
      const actor = { kind: "person", personId: challenger.personId, channel: "demo" } as const;
      if (this.index === 1 && role === "challenger") this.check("decline", await declineInvitation({ assignmentId: id, actor, reason: declined }));
      else this.check("accept", await acceptInvitation({ assignmentId: id, actor, conflict: "", signed: true }));
    }
    if (this.index !== 1) return;
    const [next] = (await freePlaces(triadId)).candidates;
    if (!next) throw new Error("nobody is left to ask");
    this.check("ask somebody else", await refillTeam({ triadId, challengerId: next.id, role: "challenger", actor: this.coordinator() }));
    for (const { id, challenger } of await asked()) this.check("accept", await acceptInvitation({ assignmentId: id, actor: { kind: "person", personId: challenger.personId, channel: "demo" }, conflict: "", signed: true }));
  }

  private async waive(): Promise<void> {
    this.check("waive", await waiveSelfAssessment({ triadId: await this.triadId(), authorityId: this.told.silent, reason: whyWaived, actor: this.coordinator() }));
  }

  private async release(): Promise<void> {
    this.check("release the pack", await releasePacks({ triadId: await this.triadId(), actor: this.coordinator() }));
  }

  private async share(authorityId: string, place: number): Promise<void> {
    const texts = Array.from({ length: 2 + (place % 2) }, (_, index) => lines[(this.index * 2 + place * 3 + index) % lines.length] ?? "");
    this.check("share lines of enquiry", await shareLines({ triadId: await this.triadId(), authorityId, texts, actor: this.as("dcs-delegate", authorityId) }));
  }

  private async arrange(): Promise<void> {
    const triadId = await this.triadId();
    const { hostAuthorityId, venue } = await db.triad.findUniqueOrThrow({ where: { id: triadId }, select: { hostAuthorityId: true, venue: true } });
    this.check("say how to get in", await changeDetails({ triadId, actor: this.coordinator(), hostId: hostAuthorityId ?? "", venue, startsAt: "09:30", endsAt: "16:00", joining: "Sign in at the front desk and ask for the director’s office. There is step-free access from the car park." }));
  }

  private async postpone(): Promise<void> {
    this.check("postpone", await postponeSession({ triadId: await this.triadId(), actor: this.coordinator(), reason: whyPostponed[this.index === 2 ? 0 : 1] }));
  }

  private async reschedule(day: number): Promise<void> {
    const triadId = await this.triadId();
    const { hostAuthorityId, venue } = await db.triad.findUniqueOrThrow({ where: { id: triadId }, select: { hostAuthorityId: true, venue: true } });
    this.check("set a new date", await rescheduleSession({ triadId, actor: this.coordinator(), day: this.told.calendar.day(day), hostId: hostAuthorityId ?? "", venue, startsAt: "09:30", endsAt: "16:00" }));
  }

  /** A challenger notes what is said while two of the authorities are challenged. */
  private async note(): Promise<void> {
    const triadId = await this.triadId();
    const { personId } = await db.workflowParty.findFirstOrThrow({ where: { workflowId: triadId, role: "leadChallenger", to: null }, select: { personId: true } });
    for (const [place, value] of notes.entries()) {
      this.check("take notes", await keepNote({ triadId, authorityId: this.members[place] ?? "", value, baseRevision: 0, actor: await signedIn(personId ?? "") }));
    }
  }

  private async hold(): Promise<void> {
    const triadId = await this.triadId();
    const members = await db.triadMember.findMany({ where: { triadId, leftAt: null }, select: { attendeeId: true } });
    this.check("hold", await holdSession({ triadId, present: members.flatMap(({ attendeeId }) => (attendeeId ? [attendeeId] : [])), actor: this.coordinator() }));
  }

  private async close(): Promise<void> {
    this.check("close", await closeTriad({ triadId: await this.triadId(), reason: "", actor: this.coordinator() }));
  }
}
