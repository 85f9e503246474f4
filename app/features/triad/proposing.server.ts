import { coordinates } from "~/features/template";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import { scheduleSessions, type SessionsAnswer, type SessionsInput } from "~/scheduling";
import { Refusal, personOf } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { fireWithin } from "~/workflow/fire.server";
import { inTransaction } from "~/workflow/transaction.server";
import { checkPlacing, dayRulesOf, type Placing } from "./day-rules.server";
import { challengersFor, type PoolMember } from "./pool.server";
import { roundProposal, USUAL_HOURS, type ProposedSession, type RoundProposal } from "./proposal";
import { triadRulesOf } from "./rules.server";
import { placeSession } from "./session.server";

/** Groups that wait for a day: their poll is closed, or a day they were given is being looked at again. */
const WAITING: readonly string[] = ["awaitingProposal"];

type Made = { readonly kind: "made"; readonly revision: number } | { readonly kind: "refused"; readonly reason: string };

interface WaitingGroup {
  readonly id: string;
  readonly number: number;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly days: readonly string[];
  /** authority id -> day -> answer */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly offers: readonly { readonly authorityId: string; readonly venue: string }[];
}

/** The groups of a round that wait for a day, with what their members said. */
export async function waitingGroups(cycleId: string): Promise<readonly WaitingGroup[]> {
  const triads = await db.triad.findMany({
    where: { cycleId, workflow: { state: { in: [...WAITING] } } },
    orderBy: { number: "asc" },
    select: {
      id: true, number: true, poll: true,
      members: { where: { leftAt: null }, select: { authority: { select: { id: true, name: true } } }, orderBy: { authority: { name: "asc" } } },
      options: { select: { poll: true, day: true, answers: { select: { authorityId: true, answer: true } } }, orderBy: { day: "asc" } },
      offers: { select: { authorityId: true, venue: true } },
    },
  });
  return triads.map((triad) => {
    const options = triad.options.filter((option) => option.poll === triad.poll);
    const members = triad.members.map((member) => member.authority);
    return {
      id: triad.id, number: triad.number, members,
      days: options.map((option) => dayText(option.day)),
      answers: new Map(members.map(({ id }) => [id, new Map(options.flatMap((option) => option.answers.filter((one) => one.authorityId === id).map((one): [string, string] => [dayText(option.day), one.answer])))])),
      offers: triad.offers.filter((offer) => members.some(({ id }) => id === offer.authorityId)),
    };
  });
}

/**
 * Days, hosts, venues and challengers for every group that waits, found together by the scheduling
 * library in its worker, and kept as the coordinator's working proposal: nobody else sees it.
 */
export async function makeProposal(cycleId: string, actor: Actor): Promise<Made> {
  const cycle = await db.cycle.findUnique({ where: { id: cycleId }, select: { regionId: true, rules: true, summitOn: true } });
  if (!cycle || !(await coordinates(db, actor, cycle.regionId))) return { kind: "refused", reason: "not-your-role" };
  const groups = await waitingGroups(cycleId);
  if (groups.length === 0) return { kind: "refused", reason: "nothing-waits" };
  const rules = triadRulesOf(cycle.rules);
  const days = await dayRulesOf(db, cycleId);
  const all = [...new Set(groups.flatMap((group) => group.days))].filter((day) => day > days.today).sort();
  if (all.length === 0) return { kind: "refused", reason: "no-days" };
  const pool = await challengersFor(cycle.regionId, { from: all[0] ?? "", to: all.at(-1) ?? "" });
  const answer = await scheduleSessions(question({ groups, days: all, summit: days.summitOn, blocked: [...days.blocked.keys()], pool, challengers: rules.challengersPerSession }), { timeLimitMs: 20_000 });
  const content = toProposal(groups, answer);
  const row = { content, madeById: personOf(actor), updatedAt: now() };
  const saved = await db.sessionProposal.upsert({ where: { cycleId }, create: { cycleId, ...row }, update: { ...row, revision: { increment: 1 } }, select: { revision: true } });
  return { kind: "made", revision: saved.revision };
}

const NOT_FOUND = "place to be found";
const venueId = (group: WaitingGroup, authorityId: string): string => `${group.id} ${authorityId}`;

/** The question in names, so that its reasons can be read as they are. */
function question(about: { groups: readonly WaitingGroup[]; days: readonly string[]; summit: string; blocked: readonly string[]; pool: readonly PoolMember[]; challengers: number }): SessionsInput {
  const { groups, days, pool } = about;
  // With nobody in the pool the days are found all the same, and challengers are asked later.
  const needed = pool.length === 0 ? 0 : about.challengers;
  const said = { yes: "yes", ifNeedBe: "if need be", no: "no" } as const;
  return {
    sessions: groups.map((group) => ({ id: `Triad ${group.number}`, members: group.members.map(({ name }) => name), challengers: needed, lead: needed > 0 })),
    dates: days.map((id) => ({ id })),
    availability: groups.flatMap((group) =>
      group.members.flatMap(({ id, name }) =>
        days.flatMap((date) => {
          // A day that was not offered to a group is not one of its days.
          const answer = group.days.includes(date) ? group.answers.get(id)?.get(date) : "no";
          return answer ? [{ member: name, date, answer: said[answer as keyof typeof said] }] : [];
        }),
      ),
    ),
    venues: groups.flatMap((group) => {
      const hosts = group.offers.length > 0 ? group.offers.map((offer) => offer.authorityId) : group.members.map(({ id }) => id);
      return hosts.map((id) => ({
        id: venueId(group, id),
        host: group.members.find((member) => member.id === id)?.name ?? id,
        dates: group.days.filter((day) => group.answers.get(id)?.get(day) !== "no"),
      }));
    }),
    challengers: pool.map((member) => ({ ...member, themes: [...member.themes], notOn: [...member.notOn], employer: nameOf(groups, member.employer) ?? member.employer, conflicts: member.conflicts.map((id) => nameOf(groups, id) ?? id), sitsFor: member.sitsFor.map((id) => nameOf(groups, id) ?? id) })),
    summit: about.summit,
    blocked: [...about.blocked],
  };
}

function nameOf(groups: readonly WaitingGroup[], authorityId: string | undefined): string | undefined {
  return groups.flatMap((group) => group.members).find((member) => member.id === authorityId)?.name;
}

function toProposal(groups: readonly WaitingGroup[], answer: SessionsAnswer): RoundProposal {
  const sessions = groups.map((group): ProposedSession => {
    const id = `Triad ${group.number}`;
    const placed = answer.sessions.find((session) => session.id === id);
    const host = placed?.venue?.split(" ").slice(1).join(" ") ?? null;
    const offer = group.offers.find((one) => one.authorityId === host);
    return {
      triadId: group.id, ...USUAL_HOURS, byHand: false,
      day: placed?.date ?? null,
      hostId: host,
      venue: offer?.venue ?? "",
      lead: placed?.lead ?? null,
      challengers: [...(placed?.challengers ?? [])],
      reason: placed ? null : (answer.unplaced.find((one) => one.id === id)?.reason ?? answer.reason ?? null),
    };
  });
  return { sessions, proven: answer.proven, cost: answer.cost };
}

/** What the coordinator should know before sending a session out; each a sentence. */
export function warningsOf(session: ProposedSession, group: WaitingGroup, others: readonly ProposedSession[], pool: readonly PoolMember[], groups: readonly WaitingGroup[]): readonly string[] {
  const { day } = session;
  if (!day) return [];
  const warnings: string[] = [];
  const answered = (answer: string | undefined) => group.members.filter((member) => group.answers.get(member.id)?.get(day) === answer).map(({ name }) => name);
  const said = (names: readonly string[], words: string) => (names.length > 0 ? [`${names.join(", ")} ${words}`] : []);
  warnings.push(...said(answered("no"), "said no to this day."), ...said(answered("ifNeedBe"), "can come if need be."), ...said(answered(undefined), group.days.includes(day) ? "did not answer for this day." : "were not asked about this day."));
  if (session.hostId && !group.offers.some((offer) => offer.authorityId === session.hostId)) warnings.push("The host has not offered to host: ask first.");
  if (session.venue.trim() === "") warnings.push(`The ${NOT_FOUND}.`);
  const own = new Set(session.challengers);
  const twice = others.some((other) => other.triadId !== session.triadId && other.day === day && other.challengers.some((id) => own.has(id)));
  if (twice) warnings.push("A challenger would be in two sessions on this day.");
  for (const { name, sitsFor } of pool.filter(({ id }) => own.has(id))) {
    const home = others.find((other) => other.triadId !== session.triadId && other.day === day && groups.some(({ id, members }) => id === other.triadId && members.some((member) => sitsFor.includes(member.id))));
    if (home) warnings.push(`${name}, a challenger here, sits in their own authority’s session on this day.`);
  }
  if (pool.length === 0) warnings.push("No challenger is in the pool yet: the session would be held without.");
  return warnings;
}

export interface ProposalPage {
  readonly revision: number;
  readonly proposal: RoundProposal | null;
  readonly groups: readonly WaitingGroup[];
  readonly pool: readonly PoolMember[];
}

/** The working proposal with the groups it is for. Groups that no longer wait have left it. */
export async function proposalOf(cycleId: string): Promise<ProposalPage> {
  const [row, groups, cycle] = await Promise.all([db.sessionProposal.findUnique({ where: { cycleId } }), waitingGroups(cycleId), db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { regionId: true, challengeStartsOn: true, summitOn: true } })]);
  const stored = row ? roundProposal.parse(row.content) : null;
  const proposal = stored && { ...stored, sessions: stored.sessions.filter((session) => groups.some((group) => group.id === session.triadId)) };
  return { revision: row?.revision ?? 0, proposal, groups, pool: await challengersFor(cycle.regionId, { from: dayText(cycle.challengeStartsOn), to: dayText(cycle.summitOn) }) };
}

type Changed = { readonly kind: "saved" } | { readonly kind: "conflict" } | { readonly kind: "refused"; readonly reason: string };

/** Changes one session of the proposal by hand. A day that breaks a rule is refused; what is merely awkward is warned of on the page. */
export async function changeProposal(given: Placing & { readonly cycleId: string; readonly triadId: string; readonly expectedRevision: number; readonly actor: Actor }): Promise<Changed> {
  const { cycleId, triadId } = given;
  const cycle = await db.cycle.findUnique({ where: { id: cycleId }, select: { regionId: true } });
  if (!cycle || !(await coordinates(db, given.actor, cycle.regionId))) return { kind: "refused", reason: "not-your-role" };
  return inTransaction(async (tx): Promise<Changed> => {
    await tx.$executeRaw`SELECT 1 FROM session_proposal WHERE cycle_id = ${cycleId}::uuid FOR UPDATE`;
    const row = await tx.sessionProposal.findUnique({ where: { cycleId } });
    const content = row && roundProposal.parse(row.content);
    if (!row || !content?.sessions.some((session) => session.triadId === triadId)) return { kind: "refused", reason: "no-such-group" };
    if (row.revision !== given.expectedRevision) return { kind: "conflict" };
    const placing = await checkPlacing(tx, triadId, given);
    const sessions = content.sessions.map((session) =>
      session.triadId === triadId ? { ...session, day: placing.day, hostId: placing.hostId, venue: placing.venue, startsAt: placing.startsAt, endsAt: placing.endsAt, reason: null, byHand: true } : session,
    );
    await tx.sessionProposal.update({ where: { cycleId }, data: { content: { ...content, sessions }, revision: { increment: 1 }, updatedAt: now() }, select: { cycleId: true } });
    return { kind: "saved" };
  }).catch((error: unknown): Changed => {
    if (error instanceof Refusal) return { kind: "refused", reason: error.reason };
    throw error;
  });
}

type Sent = { readonly kind: "sent"; readonly groups: number; readonly told: number } | { readonly kind: "conflict" } | { readonly kind: "refused"; readonly reason: string };

/** Sends the proposal to the groups chosen, all in one transaction: each authority is asked who comes. */
export async function sendProposal(given: { readonly cycleId: string; readonly triadIds: readonly string[]; readonly expectedRevision: number; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<Sent> {
  const { cycleId, triadIds, actor } = given;
  if (triadIds.length === 0) return { kind: "refused", reason: "no-groups" };
  return inTransaction(async (tx): Promise<Sent> => {
    await tx.$executeRaw`SELECT 1 FROM session_proposal WHERE cycle_id = ${cycleId}::uuid FOR UPDATE`;
    const row = await tx.sessionProposal.findUnique({ where: { cycleId } });
    if (!row) return { kind: "refused", reason: "no-proposal" };
    let told = 0;
    let groups = 0;
    const sessions = roundProposal.parse(row.content).sessions;
    for (const triadId of [...triadIds].sort()) {
      const session = sessions.find((one) => one.triadId === triadId);
      if (!session) throw new Refusal("no-such-group");
      const { day, hostId, venue, startsAt, endsAt } = session;
      if (!day || !hostId) throw new Refusal("no-day");
      const stale = row.revision !== given.expectedRevision;
      const result = await fireWithin(tx, {
        workflowId: triadId, event: "proposal.send", actor, requestKey: given.requestKey,
        write: async (inside) => {
          if (stale) throw new Refusal("conflict");
          await placeSession(inside, triadId, { day, hostId, venue, startsAt, endsAt });
          await inside.triad.update({ where: { id: triadId }, data: { team: { lead: session.lead, challengers: session.challengers } }, select: { id: true } });
        },
      });
      if (result.kind === "refused") throw new Refusal(result.reason);
      if (result.kind === "conflict") throw new Refusal("conflict");
      groups += 1;
      if (result.kind === "moved") told += result.told;
    }
    return { kind: "sent", groups, told };
  }).catch((error: unknown): Sent => {
    if (!(error instanceof Refusal)) throw error;
    return error.reason === "conflict" ? { kind: "conflict" } : { kind: "refused", reason: error.reason };
  });
}
