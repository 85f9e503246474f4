import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { addJobSql } from "~/platform/jobs.server";
import { SchedulingInputError, type GroupsInput } from "~/scheduling";
import type { SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";

import { boardsOf, visibleTo } from "./access.server";
import type { SearchAsked } from "./acts";
import { lockDraft } from "./drafting.server";
import { boardFacts } from "./facts.server";
import { questionOf, takingPart, whyNotGroupable } from "./question";
import { arrangementRules, certificate, isLive, searchProgress, type ArrangementRules, type SearchKind, type SearchProgress } from "./rules";
import { roundsWords } from "./words";

/** A worker that says nothing for so long has gone: somebody else takes the search up. */
export const silentMs = 15_000;
/** After so many tries a search is given up, and says so. */
export const mostAttempts = 3;

export const taskName = "arrange";

const refused = (reason: string, words?: string): SearchAsked => ({ kind: "refused", reason, ...(words ? { words } : {}) });

/** Asks for the best groups of a draft around those that are kept, or for the next best different ones. */
export async function askSearch(arrangementId: string, kind: Exclude<SearchKind, "years">, actor: SignedIn, { expectedRevision }: { readonly expectedRevision?: number | undefined } = {}): Promise<SearchAsked> {
  await reviveSearches({ arrangementId });
  return inTransaction(async (tx): Promise<SearchAsked> => {
    const draft = await lockDraft(tx, arrangementId, actor);
    if (!draft) return refused("no-such-draft");
    if (draft.publishedAt) return refused("published");
    const live = await tx.arrangementSearch.findFirst({ where: { arrangementId, kind, stage: { in: ["waiting", "running"] } }, select: { id: true } });
    // Two presses, or two coordinators: the search that is under way answers both.
    if (live) return { kind: "asked", searchId: live.id };
    if (expectedRevision !== undefined && expectedRevision !== draft.revision) return { kind: "conflict", revision: draft.revision };
    const facts = await boardFacts(draft.cycleId, tx);
    const members = takingPart(facts, draft.rules);
    const impossible = whyNotGroupable(members.length);
    if (impossible) return refused("cannot", impossible);
    const present = new Set(members.map((member) => member.id));
    const pinned = draft.groups.filter((group) => group.pinned && group.members.every((member) => present.has(member))).map((group) => group.members);
    await tx.arrangementSearch.updateMany({ where: { arrangementId, kind, stage: "counting" }, data: { stage: "done", endedAt: now() } });
    return queue(tx, { cycleId: draft.cycleId, arrangementId, kind, question: { ...questionOf(facts, draft.rules), pinned }, seconds: draft.rules.seconds, actor });
  });
}

/** Asks for as many rounds without a repeat as can be planned from here on, or for so many rounds. */
export async function askYears(cycleId: string, { rules, rounds }: { readonly rules: ArrangementRules; readonly rounds: number }, actor: SignedIn): Promise<SearchAsked> {
  await reviveSearches({ cycleId });
  return inTransaction(async (tx): Promise<SearchAsked> => {
    const cycle = await tx.cycle.findFirst({ where: { AND: [{ id: cycleId }, boardsOf(actor)] }, select: { id: true } });
    if (!cycle) return refused("no-such-round");
    await tx.$executeRaw`SELECT 1 FROM cycle WHERE id = ${cycleId}::uuid FOR UPDATE`;
    const live = await tx.arrangementSearch.findFirst({ where: { cycleId, kind: "years", stage: { in: ["waiting", "running"] } }, select: { id: true } });
    if (live) return { kind: "asked", searchId: live.id };
    const facts = await boardFacts(cycleId, tx);
    const impossible = whyNotGroupable(takingPart(facts, rules).length);
    if (impossible) return refused("cannot", impossible);
    return queue(tx, { cycleId, arrangementId: null, kind: "years", question: { ...questionOf(facts, arrangementRules.parse(rules)), rounds }, seconds: rules.seconds, actor });
  });
}

interface Queued {
  readonly cycleId: string;
  readonly arrangementId: string | null;
  readonly kind: SearchKind;
  readonly question: GroupsInput;
  readonly seconds: number;
  readonly actor: SignedIn;
}

/** The search's row and the job that runs it, both or neither. */
async function queue(tx: Tx, { question, actor, ...rest }: Queued): Promise<SearchAsked> {
  const asked = now();
  const { id } = await tx.arrangementSearch.create({ data: { ...rest, question: question as object, stage: "waiting", askedById: actor.personId, askedAt: asked, seenAt: asked }, select: { id: true } });
  await tx.$queryRaw`SELECT ${addJobSql({ task: taskName, payload: { id }, key: `${taskName}:${id}`, maxAttempts: 1 })}`;
  return { kind: "asked", searchId: id };
}

/** Stops a search. What was on the board stays; the worker finds out within half a second and lets go. */
export async function cancelSearch(searchId: string, actor: SignedIn): Promise<boolean> {
  const { count } = await db.arrangementSearch.updateMany({
    where: { id: searchId, stage: { in: ["waiting", "running"] }, OR: [{ arrangement: visibleTo(actor) }, { arrangementId: null, cycle: boardsOf(actor) }] },
    data: { stage: "cancelled", endedAt: now() },
  });
  return count > 0;
}

/**
 * Takes up searches whose worker has gone silent, asked by every page that shows one: puts them in the
 * queue again, gives up after some tries, and lets the counting of further rounds end with what it had.
 */
export async function reviveSearches(where: { readonly arrangementId: string } | { readonly cycleId: string } | { readonly id: string }): Promise<void> {
  const silent = new Date(now().getTime() - silentMs);
  const stale = await db.arrangementSearch.findMany({ where: { ...where, stage: { in: ["waiting", "running", "counting"] }, seenAt: { lt: silent } }, select: { id: true } });
  for (const { id } of stale) {
    await inTransaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ stage: string; attempt: number; arrangement_id: string | null }[]>`
        SELECT stage, attempt, arrangement_id FROM arrangement_search WHERE id = ${id}::uuid AND seen_at < ${silent} AND stage IN ('waiting', 'running', 'counting') FOR UPDATE`;
      if (!row) return;
      if (row.stage === "counting") {
        await tx.arrangementSearch.update({ where: { id }, data: { stage: "done", endedAt: now() } });
        await tx.$executeRaw`UPDATE arrangement SET certificate = certificate || '{"counting": false}'::jsonb WHERE id = ${row.arrangement_id}::uuid AND certificate->>'searchId' = ${id}`;
        return;
      }
      if (row.attempt >= mostAttempts) {
        await tx.arrangementSearch.update({ where: { id }, data: { stage: "failed", failure: `The search broke off ${mostAttempts} times and was given up. The groups are as they were. Try again, with less time or fewer rules.`, endedAt: now() } });
        return;
      }
      await tx.arrangementSearch.update({ where: { id }, data: { stage: "waiting", seenAt: now() } });
      await tx.$queryRaw`SELECT ${addJobSql({ task: taskName, payload: { id }, key: `${taskName}:${id}:${row.attempt + 1}`, maxAttempts: 1 })}`;
    });
  }
}

export interface SearchSeen {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly progress: SearchProgress | null;
  readonly failure: string | null;
  readonly seconds: number;
  readonly askedAt: string;
  /** How long it has been going on, or took. */
  readonly elapsedSeconds: number;
  readonly arrangementId: string | null;
  readonly rules: ArrangementRules | null;
  /** How many rounds without a repeat remain, as far as they are counted, in words. */
  readonly rounds: string;
}

/** A search as its page or its script shows it; null for whoever may not see it. */
export async function searchSeen(actor: SignedIn, cycleId: string, searchId: string): Promise<SearchSeen | null> {
  await reviveSearches({ id: searchId });
  const row = await db.arrangementSearch.findFirst({
    where: { id: searchId, cycleId, cycle: boardsOf(actor) },
    select: { id: true, kind: true, stage: true, progress: true, failure: true, seconds: true, askedAt: true, endedAt: true, arrangementId: true, arrangement: { select: { rules: true, certificate: true } } },
  });
  if (!row) return null;
  const { progress, arrangement, askedAt, endedAt, ...rest } = row;
  const found = certificate.nullable().catch(null).parse(arrangement?.certificate ?? null);
  return {
    ...rest,
    askedAt: askedAt.toISOString(),
    elapsedSeconds: Math.max(0, Math.round(((endedAt ?? now()).getTime() - askedAt.getTime()) / 1000)),
    progress: searchProgress.nullable().catch(null).parse(progress),
    rules: arrangement ? arrangementRules.parse(arrangement.rules) : null,
    rounds: found?.searchId === searchId ? roundsWords(found).join(" ") : "",
  };
}

/** Waits for a search to end, for as long as a page may keep somebody without script waiting. True when it has. */
export async function waitForSearch(searchId: string, milliseconds: number): Promise<boolean> {
  for (const ends = Date.now() + milliseconds; ; ) {
    const row = await db.arrangementSearch.findUnique({ where: { id: searchId }, select: { stage: true } });
    if (!row || !isLive(row.stage)) return true;
    if (Date.now() >= ends) return false;
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
}

/** Why a search failed, in words for the coordinator who asked. */
export function failureOf(error: unknown): string | null {
  return error instanceof SchedulingInputError ? `These rules cannot be used: ${error.message}` : null;
}
