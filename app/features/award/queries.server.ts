import { booksForOf, runsEventsOf } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { dayText } from "~/platform/day-column";
import type { Prisma } from "~/platform/prisma-client/client";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn } from "~/workflow/reading.server";
import { ownAuthorities } from "./nominating.server";
import { AWARD_ACTS, type NominationState, type State } from "./words";

/** Every award that exists for this person: those they coordinate or judge, and those of their regions once nominations have opened. */
export function visibleTo(actor: SignedIn): Prisma.AwardWhereInput {
  const regions = [...new Set(actor.holdings.map(({ regionId }) => regionId))];
  return {
    OR: [
      { regionId: { in: [...runsEventsOf(actor)] } },
      { workflow: { state: { not: "planned" }, parties: { some: { role: "judge", personId: actor.personId, to: null } } } },
      { regionId: { in: regions }, workflow: { state: { not: "planned" } } },
    ],
  };
}

export interface ListedAward {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly state: State;
  readonly closesOn: string;
  readonly nominations: number;
}

/** The awards that exist for a person, newest first. */
export async function awardsFor(actor: SignedIn): Promise<{ readonly awards: readonly ListedAward[]; readonly runs: readonly { readonly id: string; readonly name: string }[] }> {
  const [rows, runs] = await Promise.all([
    db.award.findMany({ where: visibleTo(actor), orderBy: { createdAt: "desc" }, select: { id: true, title: true, closesOn: true, region: { select: { name: true } }, workflow: { select: { state: true } }, _count: { select: { nominations: { where: { active: true } } } } } }),
    db.region.findMany({ where: { id: { in: [...runsEventsOf(actor)] } }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  return { runs, awards: rows.map(({ id, title, region, workflow, closesOn, _count }) => ({ id, title, region: region.name, state: workflow.state as State, closesOn: dayText(closesOn), nominations: _count.nominations })) };
}

export interface NominationShown {
  readonly id: string;
  readonly authorityId: string;
  readonly authority: string;
  readonly team: string;
  readonly text: string;
  readonly state: NominationState;
  readonly feedback: string;
  /** Of those judges who have said something: how many, and their mean. */
  readonly scored: number;
  readonly mean: number | null;
  readonly comments: readonly string[];
  /** What this person, as a judge, has said. */
  readonly mine: { readonly score: number; readonly comment: string } | null;
}

export interface AwardPage extends ListedAward {
  readonly regionId: string;
  readonly about: string;
  readonly criteria: string;
  readonly shortlist: number;
  readonly reason: string;
  readonly revision: number;
  readonly keeps: boolean;
  readonly judges: readonly { readonly id: string; readonly name: string }[];
  readonly judgesIt: boolean;
  readonly authorities: number;
  /** What this person may read of the nominations: all for the coordinator, those they judge, their own authority's. */
  readonly list: readonly NominationShown[];
  /** Teams on the shortlist, and who has won, for everybody once they are published. */
  readonly published: readonly { readonly authority: string; readonly team: string; readonly won: boolean }[];
  /** Authorities for which this person can still nominate. */
  readonly mayNominateFor: readonly { readonly id: string; readonly name: string }[];
  readonly acts: readonly { readonly slug: string; readonly title: string; readonly blockedBy: string | null; readonly tells: readonly string[] }[];
  readonly may: readonly string[];
}

/** An award for whoever it exists for; null for everybody else. */
export async function awardPage(actor: SignedIn, awardId: string | undefined): Promise<AwardPage | null> {
  if (!isUuid(awardId)) return null;
  const row = await db.award.findFirst({
    where: { AND: [{ id: awardId }, visibleTo(actor)] },
    include: {
      region: { select: { name: true } }, workflow: { select: { state: true, revision: true, parties: { where: { role: "judge", to: null }, select: { person: { select: { id: true, name: true } } } } } },
      nominations: { where: { active: true }, include: { authority: { select: { name: true } }, workflow: { select: { state: true } }, scores: true }, orderBy: { authority: { name: "asc" } } },
    },
  });
  if (!row) return null;
  const [standing, authorities, own] = await Promise.all([stepsOn(row.id, actor), db.authority.findMany({ where: { regionId: row.regionId }, select: { id: true, name: true } }), ownAuthorities(db, actor.personId)]);
  const state = row.workflow.state as State;
  const keeps = runsEventsOf(actor).includes(row.regionId);
  const judges = row.workflow.parties.flatMap(({ person }) => (person ? [person] : []));
  const judgesIt = judges.some(({ id }) => id === actor.personId);
  const reads = ({ authorityId }: { readonly authorityId: string }) => keeps || own.has(authorityId) || (judgesIt && ["judging", "shortlisted", "told"].includes(state));
  const list = row.nominations.filter(reads).map((one): NominationShown => {
    const mine = one.scores.find(({ judgeId }) => judgeId === actor.personId);
    const seesScores = keeps;
    return {
      id: one.id, authorityId: one.authorityId, authority: one.authority.name, team: one.team, text: one.text, state: one.workflow.state as NominationState, feedback: keeps || state !== "judging" ? one.feedback : "",
      scored: seesScores ? one.scores.length : 0, mean: seesScores && one.scores.length > 0 ? one.scores.reduce((sum, { score }) => sum + score, 0) / one.scores.length : null,
      comments: seesScores ? one.scores.flatMap(({ comment }) => (comment ? [comment] : [])) : [], mine: mine ? { score: mine.score, comment: mine.comment } : null,
    };
  });
  const nominated = new Set(row.nominations.map(({ authorityId }) => authorityId));
  return {
    id: row.id, regionId: row.regionId, region: row.region.name, title: row.title, about: row.about, criteria: row.criteria, shortlist: row.shortlist, reason: row.reason, state, revision: row.workflow.revision, closesOn: dayText(row.closesOn),
    nominations: row.nominations.length, keeps, judges: keeps ? judges : [], judgesIt, authorities: authorities.length, list,
    published: row.nominations.filter(({ workflow }) => ["shortlisted", "won", "commended"].includes(workflow.state)).map((one) => ({ authority: one.authority.name, team: one.team, won: one.workflow.state === "won" })),
    mayNominateFor: state === "nominationsOpen" ? authorities.filter(({ id }) => booksForOf(actor).includes(id) && !nominated.has(id)) : [],
    acts: AWARD_ACTS.flatMap(({ slug, event, title }) => {
      const step = standing?.steps.find((one) => one.event === event);
      return step ? [{ slug, title, blockedBy: step.blockedBy ?? null, tells: step.tells }] : [];
    }),
    may: (standing?.steps ?? []).filter(({ blockedBy }) => !blockedBy).map(({ event }) => event),
  };
}

/** What somebody judges of an award: never a nomination of an authority in which they hold a post. */
export async function toJudge(actor: SignedIn, award: Pick<AwardPage, "list">): Promise<readonly NominationShown[]> {
  const own = await ownAuthorities(db, actor.personId);
  return award.list.filter(({ authorityId, state }) => state === "submitted" && !own.has(authorityId));
}

/** Posts whose holders are asked to judge. */
const JUDGES: readonly string[] = ["dcs", "assistant-director", "regional-chair", "steering-member", "facilitator", "lga-adviser"];

/** Whom a coordinator can choose as judges, by name. */
export async function judgesToChoose(regionId: string): Promise<readonly { readonly id: string; readonly name: string; readonly place: string }[]> {
  const moment = now();
  const held = await db.holding.findMany({
    where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], person: { leftAt: null }, post: { regionId, kind: { in: [...JUDGES] } } },
    select: { person: { select: { id: true, name: true } }, post: { select: { title: true, authority: { select: { name: true } } } } },
  });
  const people = new Map(held.map(({ person, post }) => [person.id, { ...person, place: `${post.title}, ${post.authority?.name ?? "the region"}` }]));
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export interface NominationPage extends Pick<NominationShown, "id" | "authority" | "team" | "text" | "state" | "feedback"> {
  readonly awardId: string;
  readonly award: string;
  readonly closesOn: string;
  readonly by: string;
  readonly revision: number;
  readonly steps: readonly string[];
}

/** A nomination for its own authority's people who nominate, the coordinators, and from the judging on the judges. Null for everybody else. */
export async function nominationPage(actor: SignedIn, id: string | undefined): Promise<NominationPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.awardNomination.findFirst({
    where: {
      id,
      OR: [
        { nominatedById: actor.personId },
        { authorityId: { in: [...booksForOf(actor)] } },
        { award: { regionId: { in: [...runsEventsOf(actor)] } } },
        { award: { workflow: { state: { in: ["judging", "shortlisted", "told"] }, parties: { some: { role: "judge", personId: actor.personId, to: null } } } } },
      ],
    },
    select: { id: true, team: true, text: true, feedback: true, authority: { select: { name: true } }, nominatedBy: { select: { name: true } }, workflow: { select: { state: true, revision: true } }, award: { select: { id: true, title: true, closesOn: true, workflow: { select: { state: true } } } } },
  });
  if (!row) return null;
  const standing = await stepsOn(row.id, actor);
  return {
    id: row.id, authority: row.authority.name, team: row.team, text: row.text, state: row.workflow.state as NominationState, feedback: ["judging", "nominationsOpen"].includes(row.award.workflow.state) ? "" : row.feedback,
    awardId: row.award.id, award: row.award.title, closesOn: dayText(row.award.closesOn), by: row.nominatedBy.name, revision: row.workflow.revision, steps: (standing?.steps ?? []).filter(({ blockedBy }) => !blockedBy).map(({ event }) => event),
  };
}
