import { authoritiesOf } from "~/features/authority";
import { runsEventsOf } from "~/features/booking";
import { db } from "~/platform/db.server";
import { dayText } from "~/platform/day-column";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing } from "~/workflow/reading.server";
import { plansVisibleTo, READS, visibleTo } from "./access.server";
import { draftSchema, type Draft } from "./draft";
import { VALIDATED, type State } from "./words";

export interface ListedValidation {
  readonly id: string;
  readonly authority: string;
  readonly eventId: string;
  readonly event: string;
  readonly state: State;
  readonly outcome: string | null;
  readonly replyBy: string | null;
  readonly reads: boolean;
  readonly own: boolean;
}

export interface Validations {
  readonly events: readonly { readonly id: string; readonly title: string; readonly region: string; readonly published: boolean; readonly validated: number; readonly of: number }[];
  readonly reports: readonly ListedValidation[];
}

/** Every validation event and every report under scrutiny that exists for this person. */
export async function validationsFor(actor: SignedIn): Promise<Validations> {
  const posts = actor.holdings.map(({ postId }) => postId);
  const [events, reports] = await Promise.all([
    db.event.findMany({
      where: { kind: "validation", OR: [{ regionId: { in: [...runsEventsOf(actor)] } }, { workflow: { scrutiny: plansVisibleTo(actor) } }] },
      select: { id: true, title: true, region: { select: { name: true } }, workflow: { select: { scrutiny: { select: { publishedAt: true } } } } }, orderBy: { createdAt: "desc" },
    }),
    db.validation.findMany({
      where: visibleTo(actor),
      select: {
        id: true, authorityId: true, outcome: true, replyBy: true, authority: { select: { name: true } }, scrutinyId: true, scrutiny: { select: { event: { select: { title: true } } } },
        workflow: { select: { state: true, parties: { where: { to: null, postId: { in: posts }, role: { in: [...READS] } }, select: { id: true } } } },
      },
      orderBy: { authority: { name: "asc" } },
    }),
  ]);
  const counts = await countsOf(events.map(({ id }) => id));
  return {
    events: events.map(({ id, title, region, workflow }) => ({ id, title, region: region.name, published: Boolean(workflow.scrutiny?.publishedAt), ...(counts.get(id) ?? { validated: 0, of: 0 }) })),
    reports: reports.map(({ id, authorityId, outcome, replyBy, authority, scrutinyId, scrutiny, workflow }) => ({
      id, authority: authority.name, eventId: scrutinyId, event: scrutiny.event.title, state: workflow.state as State, outcome, replyBy: replyBy && dayText(replyBy),
      reads: workflow.parties.length > 0, own: actor.holdings.some((post) => post.authorityId === authorityId),
    })),
  };
}

/** How many reports of each event are validated, of those that take part: counted from where they stand. */
export async function countsOf(eventIds: readonly string[]): Promise<ReadonlyMap<string, { readonly validated: number; readonly of: number }>> {
  const rows = await db.validation.findMany({ where: { scrutinyId: { in: [...eventIds] }, workflow: { state: { not: "withdrawn" } } }, select: { scrutinyId: true, workflow: { select: { state: true } } } });
  return new Map(eventIds.map((id) => {
    const own = rows.filter((row) => row.scrutinyId === id);
    return [id, { validated: own.filter(({ workflow }) => VALIDATED.includes(workflow.state)).length, of: own.length }];
  }));
}

export interface PlanRow {
  readonly authority: string;
  readonly readers: readonly string[];
  readonly turn: number;
  readonly table: number;
  /** Null in a draft, and where this person may not know how it stands. */
  readonly id: string | null;
  readonly state: State | null;
}

export interface ScrutinyPlan {
  readonly eventId: string;
  readonly title: string;
  readonly region: string;
  readonly runs: boolean;
  readonly publishedAt: Date | null;
  readonly revision: number;
  readonly rules: { readonly cycleId: string; readonly perReport: number; readonly groupsAllowed: boolean; readonly tables: number; readonly replyDays: number; readonly never: string; readonly elsewhere: readonly string[] } | null;
  readonly draft: Pick<Draft, "least" | "most" | "turns" | "turnsAtLeast"> | null;
  readonly rows: readonly PlanRow[];
  readonly validated: number;
  readonly of: number;
  readonly ready: number;
  readonly cycles: readonly { readonly id: string; readonly name: string }[];
  readonly authorities: readonly { readonly id: string; readonly name: string }[];
}

/** The plan of an event's scrutiny: the draft for its coordinators, and who reads what for directors once it is published. */
export async function scrutinyPlan(actor: SignedIn, eventId: string | undefined): Promise<ScrutinyPlan | null> {
  if (!isUuid(eventId)) return null;
  const event = await db.event.findFirst({
    where: { id: eventId, kind: "validation", OR: [{ regionId: { in: [...runsEventsOf(actor)] } }, { workflow: { scrutiny: plansVisibleTo(actor) } }] },
    select: { id: true, title: true, regionId: true, region: { select: { name: true } }, workflow: { select: { scrutiny: true } } },
  });
  if (!event) return null;
  const runs = runsEventsOf(actor).includes(event.regionId);
  const { scrutiny } = event.workflow;
  const [authorities, cycles, counts, reports, seen] = await Promise.all([
    authoritiesOf(event.regionId),
    runs ? db.cycle.findMany({ where: { regionId: event.regionId, workflow: { state: { notIn: ["draft", "cancelled"] } } }, select: { id: true, name: true }, orderBy: { opensOn: "desc" } }) : [],
    countsOf([event.id]),
    db.validation.findMany({ where: { scrutinyId: event.id }, select: { id: true, turn: true, tableNo: true, authority: { select: { name: true } }, readers: { select: { authority: { select: { name: true } } }, orderBy: { leads: "desc" } }, workflow: { select: { state: true } } }, orderBy: [{ turn: "asc" }, { tableNo: "asc" }] }),
    db.validation.findMany({ where: { AND: [{ scrutinyId: event.id }, visibleTo(actor)] }, select: { id: true } }),
  ]);
  const nameOf = (id: string) => authorities.find((one) => one.id === id)?.name ?? id;
  const draft = runs && scrutiny?.draft ? draftSchema.parse(scrutiny.draft) : null;
  const known = new Set(seen.map(({ id }) => id));
  const rows: PlanRow[] = scrutiny?.publishedAt
    ? reports.map((one) => ({ id: known.has(one.id) ? one.id : null, authority: one.authority.name, readers: one.readers.map(({ authority }) => authority.name), turn: one.turn, table: one.tableNo, state: known.has(one.id) ? (one.workflow.state as State) : null }))
    : (draft?.reports ?? []).map((one) => ({ id: null, authority: nameOf(one.authorityId), readers: one.readers.map(nameOf), turn: one.turn, table: one.table, state: null }));
  return {
    eventId: event.id, title: event.title, region: event.region.name, runs, publishedAt: scrutiny?.publishedAt ?? null, revision: scrutiny?.revision ?? 0, draft, rows: rows.sort((a, b) => a.turn - b.turn || a.table - b.table), cycles, authorities,
    ...(counts.get(event.id) ?? { validated: 0, of: 0 }),
    ready: reports.filter(({ workflow }) => ["agreed", "disputed", "unanswered"].includes(workflow.state)).length,
    rules: runs && scrutiny ? {
      cycleId: scrutiny.cycleId, perReport: scrutiny.perReport, groupsAllowed: scrutiny.groupsAllowed, tables: scrutiny.tables, replyDays: scrutiny.replyDays, elsewhere: scrutiny.elsewhere,
      never: (scrutiny.never as [string, string][]).map((pair) => pair.map(nameOf).join(", ")).join("\n"),
    } : null,
  };
}

export interface ValidationPage {
  readonly id: string;
  readonly authority: string;
  readonly eventId: string;
  readonly event: string;
  readonly region: string;
  readonly state: State;
  readonly revision: number;
  readonly steps: Standing["steps"];
  readonly roles: readonly string[];
  readonly selfAssessmentId: string | null;
  readonly turn: number;
  readonly table: number;
  readonly readers: readonly { readonly name: string; readonly leads: boolean }[];
  readonly outcome: string | null;
  readonly outcomeText: string;
  readonly replyBy: string | null;
  readonly reply: string;
  readonly closing: string;
  /** Who declined to read it, with the reason: for the coordinators. */
  readonly declines: readonly { readonly name: string; readonly reason: string }[];
  readonly questions: readonly { readonly id: string; readonly text: string; readonly by: string; readonly at: Date; readonly answer: string; readonly answeredBy: string | null }[];
  readonly runs: boolean;
  /** Whether this person is one of its readers. */
  readonly reads: boolean;
}

/** The scrutiny of one report for whoever it exists for; null for everybody else. */
export async function validationPage(actor: SignedIn, id: string | undefined): Promise<ValidationPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.validation.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    include: {
      authority: { select: { name: true } }, readers: { include: { authority: { select: { name: true } } }, orderBy: [{ leads: "desc" }, { authorityId: "asc" }] },
      questions: { include: { askedBy: { select: { name: true } }, answeredBy: { select: { name: true } } }, orderBy: { askedAt: "asc" } },
      declines: { include: { authority: { select: { name: true } } }, orderBy: { at: "asc" } },
      scrutiny: { select: { regionId: true, region: { select: { name: true } }, event: { select: { title: true } } } }, workflow: { select: { state: true, revision: true } },
    },
  });
  const standing = row && (await stepsOn(row.id, actor));
  if (!row || !standing) return null;
  return {
    id: row.id, authority: row.authority.name, eventId: row.scrutinyId, event: row.scrutiny.event.title, region: row.scrutiny.region.name, state: row.workflow.state as State, revision: row.workflow.revision,
    steps: standing.steps, roles: standing.roles, reads: standing.roles.some((role) => READS.includes(role)), selfAssessmentId: row.selfAssessmentId, turn: row.turn, table: row.tableNo, readers: row.readers.map(({ authority, leads }) => ({ name: authority.name, leads })),
    outcome: row.outcome, outcomeText: row.outcomeText, replyBy: row.replyBy && dayText(row.replyBy), reply: row.reply, closing: row.closing, runs: runsEventsOf(actor).includes(row.scrutiny.regionId),
    declines: runsEventsOf(actor).includes(row.scrutiny.regionId) ? row.declines.map(({ authority, reason }) => ({ name: authority.name, reason })) : [],
    questions: row.questions.map((one) => ({ id: one.id, text: one.text, by: one.askedBy.name, at: one.askedAt, answer: one.answer, answeredBy: one.answeredBy?.name ?? null })),
  };
}
