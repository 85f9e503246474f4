import { acceptInvitation, declineInvitation } from "~/features/assignment";
import { enterChallenger } from "~/features/challenger-pool";
import {
  agreeScope, beginVisit, closeVisit, confirmTeam, declineRequest, endorseVisit, givePresentation, postponeVisit, proposeTeam, proposeTeams, questionOf, saveRequest, saveStatement, sendArrangements, sendRequest, shareStatement, shareTimetable, welcomeTeam,
  withdrawVisit, type VariantId,
} from "~/features/visit";
import { wrongWithDay } from "~/features/visit/days";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { dayOf } from "~/workflow/working-days";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import type { Staff } from "./people";
import { must } from "./rounds";

const REGION = "yorkshire-and-the-humber";

/** Authorities whose directors lead, and those whose people come along. */
const LEADS = ["leeds", "york", "sheffield", "kingston-upon-hull", "north-yorkshire", "kirklees", "calderdale"];

interface About {
  readonly authorityId: string;
  readonly theme: string;
  readonly variant?: VariantId;
  readonly wants: string;
  readonly why: string;
  readonly kloes: readonly string[];
  /** The working day from today near which it begins. */
  readonly near: number;
}

const send = (authorityId: string, near: number): About => ({
  authorityId, near, theme: "SEND",
  wants: "An outside view of how soon a plan reaches a family, and whether what it promises is then done.",
  why: "The second round of visits in the region is about SEND.",
  kloes: ["How soon after a request does a family have a plan it recognises?", "Do schools, health and the authority plan as one?", "What do leaders know about waiting, and what have they changed because of it?"],
});

/** One visit as the people of it act: every method is one thing somebody did, now. */
class Visit {
  private id = "";

  constructor(private readonly staff: Staff, private readonly calendar: Calendar, private readonly about: About) {}

  private as(kind: "dcs" | "dcs-delegate" | "chief-executive") {
    return this.staff.actor(kind, this.about.authorityId, now());
  }

  private coordinator() {
    return this.staff.actor("sli-coordinator", null, now());
  }

  private check<Result extends { readonly kind: string }>(what: string, result: Result): Result {
    return must(`${what}, visit of ${this.about.authorityId}`, result);
  }

  /** Two first days round the one wished for that can be. A visit that has begun has one: its story knows when it is over, whichever day of the week today is. About Christmas three working days on end are rare. */
  private days(): readonly string[] {
    const { near } = this.about;
    const bounds = { today: dayOf(now()), endsOn: this.calendar.day(150), days: 3 };
    const possible = (round: readonly number[]) => round.map((by) => this.calendar.day(near + by)).filter((day) => wrongWithDay(day, bounds) === null);
    return near > 0 ? possible([0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5]).slice(0, 2) : possible([0, -1, 1, -2, -3, -4, -5, -6, -7, -8]).slice(0, 1);
  }

  async draft(): Promise<void> {
    const { authorityId, theme, variant = "peer" } = this.about;
    const begun = this.check("begin", await beginVisit({ authorityId, variant, theme, actor: this.as("dcs-delegate") }));
    if (begun.kind === "begun") this.id = begun.id;
    this.check("save", await saveRequest({ visitId: this.id, actor: this.as("dcs-delegate") }, { variant, theme, passage: "", themeReason: this.about.why, wants: this.about.wants, wishedDays: this.days() }));
  }

  async request(): Promise<void> {
    this.check("ask for it", await sendRequest({ visitId: this.id, actor: this.as("dcs") }));
  }

  async scope(): Promise<void> {
    this.check("scope", await agreeScope({ visitId: this.id, actor: this.coordinator(), scope: { days: 3, teamSize: 4, themes: [this.about.theme], candidateDays: this.days(), kloes: this.about.kloes } }));
  }

  async endorse(): Promise<void> {
    this.check("endorse", await endorseVisit({ visitId: this.id, actor: this.as("chief-executive") }));
  }

  async propose(): Promise<void> {
    const question = await questionOf(this.id);
    const [proposal] = question ? await proposeTeams(REGION, [question]) : [];
    if (proposal?.kind !== "team") throw new Error(`no team for ${this.about.authorityId}: ${proposal?.reason ?? "no question"}`);
    this.check("propose", await proposeTeam({ visitId: this.id, actor: this.coordinator(), team: proposal }));
  }

  /** All who are asked accept but the last so many; of those the very last declines. */
  async answer({ leave = 0, decline = false } = {}): Promise<void> {
    const places = await db.assignment.findMany({ where: { activityId: this.id, workflow: { state: "invited" } }, orderBy: [{ role: "desc" }, { challenger: { person: { name: "asc" } } }], select: { id: true, challenger: { select: { personId: true } } } });
    const accepting = places.slice(0, places.length - leave);
    for (const { id, challenger } of accepting) this.check("accept", await acceptInvitation({ assignmentId: id, actor: { kind: "person", personId: challenger.personId }, conflict: "", signed: true }));
    const last = places.at(-1);
    if (decline && last) this.check("decline", await declineInvitation({ assignmentId: last.id, actor: { kind: "person", personId: last.challenger.personId }, reason: "A hearing that I cannot move falls into that week." }));
  }

  async confirm(): Promise<void> {
    this.check("welcome", await welcomeTeam({ visitId: this.id, actor: this.as("dcs") }));
    this.check("confirm", await confirmTeam({ visitId: this.id, actor: this.coordinator() }));
  }

  async arrange(): Promise<void> {
    const { name } = await db.authority.findUniqueOrThrow({ where: { id: this.about.authorityId }, select: { name: true } });
    this.check("arrange", await sendArrangements({
      visitId: this.id, actor: this.as("dcs-delegate"),
      arrangements: { venue: `Civic Centre, ${name}\nCommittee rooms 1 and 2, first floor`, contact: "The director’s office, 01632 960 100", joining: "Ten minutes on foot from the station. Sign in at reception; the lift is on the left. Lunch is provided." },
    }));
    this.check("timetable", await shareTimetable({ visitId: this.id, actor: this.as("dcs-delegate") }));
  }

  async state(): Promise<void> {
    const value = "We know our plans come late. Two thirds were in time last year, against half the year before, and the wait is longest where a health assessment is needed.\n\nWhat we have done: one front door for requests, a weekly meeting with health, and a named officer for each family.\n\nWhat we want you to test: whether families notice, and whether what a plan promises is done.";
    this.check("write", await saveStatement({ visitId: this.id, actor: this.as("dcs-delegate"), value, baseRevision: 0 }));
    this.check("share", await shareStatement({ visitId: this.id, actor: this.as("dcs") }));
  }

  async present(): Promise<void> {
    const lead = await db.assignment.findFirstOrThrow({ where: { activityId: this.id, role: "lead", workflow: { state: "accepted" } }, select: { challenger: { select: { personId: true } } } });
    this.check("present", await givePresentation({ visitId: this.id, actor: { kind: "person", personId: lead.challenger.personId } }));
  }

  async decline(): Promise<void> {
    this.check("decline", await declineRequest({ visitId: this.id, actor: this.coordinator(), reason: "Two visits on this theme are under way already. Please ask again in the next round." }));
  }

  async postpone(): Promise<void> {
    this.check("postpone", await postponeVisit({ visitId: this.id, actor: this.as("dcs"), reason: "An area inspection was announced for the same week." }));
  }

  async withdraw(): Promise<void> {
    this.check("withdraw", await withdrawVisit({ visitId: this.id, actor: this.as("dcs"), reason: "We have agreed to join our neighbour’s visit instead." }));
  }

  async close(): Promise<void> {
    this.check("close", await closeVisit({ visitId: this.id, actor: this.coordinator(), reason: "The letter was agreed on paper, as it was before the region wrote letters here." }));
  }
}

/** The region's pool, and visits of its second round of them in every state: SEND, and one led by a partnership chair. */
export function visitsStory({ calendar, staff, authorityIds, opened }: { readonly calendar: Calendar; readonly staff: Staff; readonly authorityIds: readonly string[]; readonly opened: number }): Moment[] {
  const start = opened + 1;
  const story = (about: About, ...steps: readonly (readonly [day: number, act: (visit: Visit) => Promise<void>])[]): Moment[] => {
    const visit = new Visit(staff, calendar, about);
    return steps.map(([day, act], index) => ({ of: `visit ${about.authorityId} ${about.theme}`, at: calendar.moment(day, 9 + Math.floor(index / 2) % 8, about.authorityId.length), act: () => act(visit) }));
  };
  const draft = (visit: Visit) => visit.draft();
  const asked = (from: number) => [[from, draft], [from, (visit: Visit) => visit.request()]] as const;
  const endorsed = (from: number) => [...asked(from), [from + 2, (visit: Visit) => visit.scope()], [from + 4, (visit: Visit) => visit.endorse()]] as const;
  const teamed = (from: number) => [...endorsed(from), [from + 5, (visit: Visit) => visit.propose()], [from + 8, (visit: Visit) => visit.answer()], [from + 9, (visit: Visit) => visit.confirm()]] as const;
  const arranged = (from: number) => [...teamed(from), [from + 11, (visit: Visit) => visit.arrange()]] as const;
  return [
    { of: `round ${REGION}`, at: calendar.moment(opened - 3, 11), act: () => seedPool(staff, authorityIds) },
    ...story(send("barnsley", 60), [-3, draft]),
    ...story(send("doncaster", 62), ...asked(-4)),
    ...story(send("wakefield", 64), ...asked(-9), [-6, (visit) => visit.scope()]),
    ...story(send("calderdale", 66), ...endorsed(-10)),
    ...story(send("rotherham", 50), ...endorsed(-14), [-4, (visit) => visit.propose()], [-2, (visit) => visit.answer({ leave: 2, decline: true })]),
    ...story(send("sheffield", 40), ...teamed(-14)),
    ...story(send("bradford", 25), ...arranged(-20)),
    ...story(send("kirklees", 12), ...arranged(-24), [-3, (visit) => visit.state()]),
    ...story(send("north-yorkshire", -1), ...arranged(start), [-12, (visit) => visit.state()]),
    ...story(send("east-riding-of-yorkshire", -8), ...arranged(start), [-14, (visit) => visit.state()], [-5, (visit) => visit.present()]),
    ...story(send("leeds", -12), ...arranged(start), [-16, (visit) => visit.state()], [-9, (visit) => visit.present()], [-2, (visit) => visit.close()]),
    ...story(send("kingston-upon-hull", 20), ...teamed(-22), [-5, (visit) => visit.postpone()]),
    ...story(send("north-lincolnshire", 45), ...asked(-20), [-17, (visit) => visit.decline()]),
    ...story(send("york", 45), ...endorsed(-25), [-15, (visit) => visit.withdraw()]),
    ...story(
      { authorityId: "wakefield", near: 35, theme: "safeguarding partnership", variant: "partnership", wants: "Whether the three partners act as one when it matters.", why: "Our partnership arrangements are a year old.", kloes: ["Do the partners decide together, or one after another?", "What has a child’s experience changed in the last year?"] },
      ...teamed(-16),
    ),
  ];
}

/** Directors who lead, partnership chairs who lead the other kind, and people of every authority who come along. */
async function seedPool(staff: Staff, authorityIds: readonly string[]): Promise<void> {
  const moment = now();
  const actor = staff.actor("sli-coordinator", null, moment);
  const trainedOn = dayOf(new Date(moment.getTime() - 120 * 86_400_000));
  const enter = async (personId: string, level: "lead" | "challenger", themes: readonly string[]) => {
    if (await db.challenger.findFirst({ where: { personId }, select: { id: true } })) return;
    must("enter a challenger", await enterChallenger({ regionId: REGION, personId, level, themes, about: "", maxLoad: 6, trainedOn, actor }));
  };
  for (const id of LEADS.filter((one) => authorityIds.includes(one))) await enter(staff.actor("dcs", id, moment).personId, "lead", ["SEND", "leadership"]);
  for (const [index, id] of authorityIds.entries()) {
    for (const personId of staff.authors(id).slice(0, 2)) await enter(personId, "challenger", index % 2 === 0 ? ["SEND", "safeguarding partnership"] : ["SEND", "workforce"]);
  }
  for (const [name, authorityId] of [["Margaret Holroyd", "bradford"], ["Anil Chaudhry", "york"]] as const) {
    const post = await db.post.create({ data: { kind: "lscb-chair", title: "Independent Chair of the Safeguarding Partnership", regionId: REGION, authorityId } });
    const person = await db.person.create({
      data: { name, email: `${name.toLowerCase().replace(" ", ".")}@${authorityId}.example`, emailVerified: true, createdAt: moment, holdings: { create: { postId: post.id, from: new Date(moment.getTime() - 400 * 86_400_000) } } },
    });
    await enter(person.id, "lead", ["safeguarding partnership", "leadership"]);
  }
}
