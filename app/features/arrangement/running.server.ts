import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { TaskList } from "~/platform/jobs.server";
import { log } from "~/platform/log.server";
import { alternatives, planRounds, repeatFreeRoundsLeft, scheduleGroups, type GroupsAnswer, type GroupsInput, type GroupsSolved } from "~/scheduling";
import { inTransaction } from "~/workflow/transaction.server";

import { inOrder } from "./arranging";
import { namesOf } from "./drafting.server";
import { fingerprintOf } from "./question";
import { certificate, draftGroups, type Certificate, type SearchProgress } from "./rules";
import { failureOf, taskName } from "./searching.server";

/** How often a worker says that it is at it, and looks whether it was told to stop. */
const beatMs = 500;
/** Up to so many members a proof takes a moment: a first try is short, so that the groups are soon there. */
const quickMembers = 60;
const quickMs = 4_000;
const alternativesWanted = 4;

/** What the worker does for the board. Run twice, at once or after a crash, it does no harm. */
export const arrangementTasks: TaskList = {
  [taskName]: async (payload, helpers) => {
    const { id } = payload as { id: string };
    await runSearch(id, helpers.abortSignal);
  },
};

interface Claimed {
  readonly id: string;
  readonly attempt: number;
  readonly kind: string;
  readonly question: GroupsInput;
  readonly seconds: number;
  readonly arrangement_id: string | null;
}

/** Thrown when the search is no longer ours: cancelled, or taken up by another worker. */
class LetGo extends Error {}

/**
 * Runs a search that waits, in a worker thread of the solver. Its progress is written beside it twice a
 * second; the search ends when its row says that it is cancelled, or that another worker has it.
 * @param stopping ends it when the whole process ends: it then waits again, for the next worker
 */
export async function runSearch(searchId: string, stopping?: AbortSignal): Promise<void> {
  const [claimed] = await db.$queryRaw<Claimed[]>`
    UPDATE arrangement_search SET stage = 'running', attempt = attempt + 1, started_at = coalesce(started_at, ${now()}), seen_at = ${now()}
    WHERE id = ${searchId}::uuid AND stage = 'waiting'
    RETURNING id, attempt, kind, question, seconds, arrangement_id`;
  if (!claimed) return;
  const beating = beat(claimed, stopping);
  try {
    if (claimed.kind === "groups") await findGroups(claimed, beating);
    else await findOthers(claimed, beating);
  } catch (error) {
    if (error instanceof LetGo || beating.signal.aborted) {
      if (stopping?.aborted) await mine(claimed, { stage: "waiting" }, ["running"]);
      return;
    }
    const failure = failureOf(error);
    if (!failure) log.error("a search for groups failed", { error });
    await mine(claimed, { stage: "failed", endedAt: now(), failure: failure ?? "The search stopped because of a fault of ours. The groups are as they were. Try again." }, ["running", "counting"]);
  } finally {
    beating.stop();
  }
}

interface Beating {
  readonly signal: AbortSignal;
  tell(progress: SearchProgress): void;
  stop(): void;
}

/** Keeps the row told, and listens to it: one statement does both. */
function beat(claimed: Claimed, stopping: AbortSignal | undefined): Beating {
  const controller = new AbortController();
  let progress: SearchProgress | null = null;
  const letGo = (): void => controller.abort(new LetGo("the search is no longer ours"));
  const once = async (): Promise<void> => {
    const still = await mine(claimed, { seenAt: now(), ...(progress ? { progress } : {}) }, ["running", "counting"]);
    if (!still) letGo();
  };
  // A beat that fails (the database is away for a moment) is made up for by the next.
  const timer = setInterval(() => void once().catch(() => undefined), beatMs);
  stopping?.addEventListener("abort", letGo, { once: true });
  return {
    signal: controller.signal,
    tell: (latest) => (progress = latest),
    stop: () => {
      clearInterval(timer);
      stopping?.removeEventListener("abort", letGo);
    },
  };
}

/** Writes to the search's row while it is still this worker's, in one of these states. */
async function mine(claimed: Claimed, data: Parameters<typeof db.arrangementSearch.updateMany>[0]["data"], states: readonly string[]): Promise<boolean> {
  const { count } = await db.arrangementSearch.updateMany({ where: { id: claimed.id, attempt: claimed.attempt, stage: { in: [...states] } }, data });
  return count > 0;
}

async function findGroups(claimed: Claimed, beating: Beating): Promise<void> {
  const { question, seconds } = claimed;
  const began = Date.now();
  const options = { signal: beating.signal, onProgress: beating.tell };
  const quick = question.members.length <= quickMembers ? Math.min(quickMs, seconds * 1000) : seconds * 1000;
  let answer = await scheduleGroups(question, { ...options, timeLimitMs: quick });
  const left = seconds * 1000 - (Date.now() - began);
  if (answer.status !== "infeasible" && !(answer.status === "solved" && answer.proven) && left > 1000) {
    const longer = await scheduleGroups(question, { ...options, timeLimitMs: left });
    if (longer.status !== "unknown") answer = longer;
  }
  if (answer.status !== "solved") {
    await mine(claimed, { stage: "failed", endedAt: now(), failure: whyNone(answer), result: answer as object }, ["running"]);
    return;
  }
  const countOn = answer.repeatFreeRoundsLeft < answer.repeatFreeRoundsAtMost;
  if (!(await keepFound(claimed, answer, countOn)) || !countOn) return;
  const after = { ...question, pinned: undefined, metBefore: [...(question.metBefore ?? []), ...pairsIn(answer.rounds[0]?.groups ?? [])] };
  const further = await repeatFreeRoundsLeft(after, { signal: beating.signal, timeLimitMs: seconds * 1000 });
  await inTransaction(async (tx) => {
    const { count } = await tx.arrangementSearch.updateMany({ where: { id: claimed.id, attempt: claimed.attempt, stage: "counting" }, data: { stage: "done", endedAt: now() } });
    if (count === 0) return;
    const known = { counting: false, roundsLeft: Math.max(further.rounds, answer.repeatFreeRoundsLeft) };
    await tx.$executeRaw`UPDATE arrangement SET certificate = certificate || ${JSON.stringify(known)}::jsonb WHERE id = ${claimed.arrangement_id}::uuid AND certificate->>'searchId' = ${claimed.id}`;
  });
}

function pairsIn(groups: readonly (readonly string[])[]): [string, string][] {
  return groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b): [string, string] => [a, b])));
}

/** Writes the groups found and their certificate onto the draft, as one more change that can be undone. */
function keepFound(claimed: Claimed, answer: GroupsSolved, counting: boolean): Promise<boolean> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM arrangement WHERE id = ${claimed.arrangement_id}::uuid FOR UPDATE`;
    const { count } = await tx.arrangementSearch.updateMany({
      where: { id: claimed.id, attempt: claimed.attempt, stage: "running" },
      data: { stage: counting ? "counting" : "done", seenAt: now(), progress: { best: answer.cost, bound: answer.lowerBound, gap: answer.gap, repeats: answer.repeats }, ...(counting ? {} : { endedAt: now() }) },
    });
    const draft = claimed.arrangement_id ? await tx.arrangement.findUnique({ where: { id: claimed.arrangement_id } }) : null;
    const round = answer.rounds[0];
    if (count === 0 || !draft || draft.publishedAt || !round) return false;
    const search = await tx.arrangementSearch.findUniqueOrThrow({ where: { id: claimed.id }, select: { askedById: true } });
    const before = draftGroups.parse(draft.groups);
    const { question } = claimed;
    const found: Certificate = certificate.parse({
      searchId: claimed.id, question: fingerprintOf(question), groups: round.groups,
      cost: answer.cost, lowerBound: answer.lowerBound, gap: answer.gap, repeats: answer.repeats, repeatsLowerBound: answer.repeatsLowerBound, proven: answer.proven,
      kept: question.pinned?.length ?? 0, roundsLeft: answer.repeatFreeRoundsLeft, roundsAtMost: answer.repeatFreeRoundsAtMost, counting, elapsedMs: answer.elapsedMs, at: now().toISOString(),
    });
    const groups = inOrder(round.groups, await namesOf(tx, round.groups.flat()), before);
    const revision = draft.revision + 1;
    await tx.arrangementChange.create({ data: { arrangementId: draft.id, revision, what: answer.proven ? "found the best groups" : "found better groups", before, byId: search.askedById, at: now() } });
    await tx.arrangement.update({ where: { id: draft.id }, data: { groups, certificate: found, revision, updatedById: search.askedById, updatedAt: now() } });
    return true;
  });
}

async function findOthers(claimed: Claimed, beating: Beating): Promise<void> {
  const { kind, question, seconds } = claimed;
  const options = { signal: beating.signal, onProgress: beating.tell, timeLimitMs: seconds * 1000 };
  if (kind === "alternatives") {
    const found = await alternatives(question, { ...options, count: alternativesWanted });
    await mine(claimed, { stage: "done", endedAt: now(), result: { question: fingerprintOf(question), ...found } }, ["running"]);
    return;
  }
  const answer = await planRounds(question, { ...options, rounds: question.rounds });
  if (answer.status !== "solved") await mine(claimed, { stage: "failed", endedAt: now(), failure: whyNone(answer), result: answer as object }, ["running"]);
  else await mine(claimed, { stage: "done", endedAt: now(), result: answer as object }, ["running"]);
}

/** Why there are no groups: the smallest set of rules in the way, or that the time was too short. */
function whyNone(answer: Exclude<GroupsAnswer, { status: "solved" }>): string {
  return answer.status === "infeasible" ? answer.reason : "The time ended before any arrangement was found. Give the search more time, or ask for less.";
}
