import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { runsVisitsOf } from "./access.server";
import { daysFrom, lastDayFrom } from "./days";
import { candidatesOf } from "./pool.server";
import { proposeTeams, questionOf, type Proposal, type Question } from "./proposal.server";
import type { Head } from "./queries.server";
import { leadsFor, lookAtTeam, type Seat } from "./team-choice";

export interface ProposalPage {
  readonly proposal: Proposal;
  readonly stays: readonly Seat[];
  readonly days: readonly string[];
  /** Whom the coordinator may choose by hand, in words. */
  readonly candidates: readonly { readonly id: string; readonly words: string; readonly leads: boolean }[];
  /** Other visits of the region that wait for a team. */
  readonly others: readonly { readonly id: string; readonly authority: string; readonly theme: string }[];
  readonly togetherWith: readonly string[];
}

/** A proposal for one visit, alone or together with others that wait for a team, and everything to change it by hand. */
export async function proposalPage(actor: SignedIn, head: Pick<Head, "id" | "region">, together: readonly string[]): Promise<ProposalPage | null> {
  const question = await questionOf(head.id);
  if (!question || !runsVisitsOf(actor).includes(head.region.id)) return null;
  const waiting = await db.visit.findMany({
    where: { id: { not: head.id }, workflow: { state: "awaitingTeam", regionId: head.region.id } },
    orderBy: { authority: { name: "asc" } },
    select: { id: true, theme: true, authority: { select: { name: true } } },
  });
  const others = waiting.map(({ id, theme, authority }) => ({ id, theme, authority: authority.name }));
  const togetherWith = others.map(({ id }) => id).filter((id) => together.includes(id));
  const more = (await Promise.all(togetherWith.map(questionOf))).flatMap((one): Question[] => (one ? [one] : []));
  const [proposal] = await proposeTeams(head.region.id, [question, ...more]);
  if (!proposal) return null;
  const days = question.wanted.candidateDays;
  const span = spanOf(days, question.wanted.days);
  const pool = span ? await candidatesOf(head.region.id, span, head.id) : [];
  const candidates = pool
    .filter((one) => one.employer !== question.wanted.hostId && !question.gone.includes(one.id))
    .map((one) => ({ id: one.id, leads: leadsFor(one, question.wanted), words: `${one.name}, ${one.post} (${one.themes.join(", ") || "no themes"}; ${one.load} taken on)` }))
    .sort((a, b) => a.words.localeCompare(b.words, "en-GB"));
  return { proposal, stays: question.stays, days, candidates, others, togetherWith };
}

function spanOf(days: readonly string[], length: number): { from: string; to: string } | null {
  const all = days.flatMap((day) => daysFrom(day, length)).sort();
  const [from, to] = [all[0], all.at(-1)];
  return from && to ? { from, to } : null;
}

/** What stands in the way of a team put together by hand, and what there is to think of; null for no visit. */
export async function lookAt(visitId: string, team: { readonly firstDay: string; readonly seats: readonly Seat[] }) {
  const question = await questionOf(visitId);
  if (!question) return null;
  if (!question.wanted.candidateDays.includes(team.firstDay)) return { bars: [{ bar: "not-in-pool" as const, words: "Choose one of the possible first days." }], warnings: [] };
  const candidates = await candidatesOf(question.regionId, { from: team.firstDay, to: lastDayFrom(team.firstDay, question.wanted.days) }, visitId);
  return lookAtTeam(team.seats, candidates, question.wanted, team.firstDay);
}
