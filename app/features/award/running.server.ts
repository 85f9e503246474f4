import { coordinates } from "~/features/event";
import { now } from "~/platform/clock.server";
import { act, orRefusal, personOf, Refusal, withReason, type Acting, type Refused } from "~/workflow/acting.server";
import { system, type Actor } from "~/workflow/actor.server";
import { begin, fireWithin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { retitle } from "~/workflow/title.server";
import { inTransaction } from "~/workflow/transaction.server";
import { awaitJudges } from "./asked.server";

export interface AwardDetails {
  readonly title: string;
  readonly about: string;
  readonly criteria: string;
  /** ISO day. */
  readonly closesOn: string;
  readonly shortlist: number;
}

/** What every verb about an award takes. */
export interface Act extends Acting {
  readonly awardId: string;
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const columnsOf = ({ closesOn, ...details }: AwardDetails) => ({ ...details, closesOn: asDate(closesOn) });

/** Plans an award. Nobody but the region's coordinators sees it until nominations open. The same press plans one. */
export function planAward({ regionId, details, actor, requestKey }: { readonly regionId: string; readonly details: AwardDetails; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<{ readonly kind: "made"; readonly id: string } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.award.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made" as const, id: known.id };
    }
    const posts = await coordinates(tx, personOf(actor), regionId);
    const nominators = await tx.post.findMany({ where: { regionId, kind: { in: ["dcs", "dcs-delegate"] } }, select: { id: true, kind: true } });
    const id = uuidv7();
    await begin(
      {
        id, machine: "award", regionId, title: details.title, actor,
        parties: [...posts.map((postId) => ({ role: "coordinator", postId })), ...nominators.map((post) => ({ role: post.kind === "dcs" ? "director" : "delegate", postId: post.id }))],
        write: async (inner) => void (await inner.award.create({ data: { id, regionId, ...columnsOf(details), createdById: personOf(actor), createdAt: now(), requestKey: requestKey ?? null }, select: { id: true } })),
      },
      tx,
    );
    return { kind: "made" as const, id };
  }));
}

/** Changes an award that is not open yet. */
export function changeAward({ awardId, details, actor }: Act & { readonly details: AwardDetails }): Promise<{ readonly kind: "saved" } | Refused> {
  return prepared({ awardId, actor }, ["planned"], async (tx) => {
    await tx.award.update({ where: { id: awardId }, data: columnsOf(details), select: { id: true } });
    await retitle(tx, awardId, details.title);
  });
}

/** Says who judges: people with a post in the region, chosen before the judging. */
export function setJudges({ awardId, actor, personIds }: Act & { readonly personIds: readonly string[] }): Promise<{ readonly kind: "saved" } | Refused> {
  return prepared({ awardId, actor }, ["planned", "nominationsOpen"], async (tx, regionId) => {
    const wanted = [...new Set(personIds)];
    const moment = now();
    const found = await tx.person.count({ where: { id: { in: wanted }, leftAt: null, holdings: { some: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId } } } } });
    if (wanted.length === 0 || found !== wanted.length) throw new Refusal("choose-judges");
    const before = await tx.workflowParty.findMany({ where: { workflowId: awardId, role: "judge", to: null }, select: { personId: true } });
    for (const { personId } of before) if (personId && !wanted.includes(personId)) await endParty(tx, awardId, { role: "judge", personId });
    for (const personId of wanted) await addParty(tx, awardId, { role: "judge", personId });
  });
}

async function prepared({ awardId, actor }: Pick<Act, "awardId" | "actor">, states: readonly string[], write: (tx: Tx, regionId: string) => Promise<void>): Promise<{ readonly kind: "saved" } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    const [workflow] = await tx.$queryRaw<{ state: string; regionId: string }[]>`SELECT state, region_id AS "regionId" FROM workflow WHERE id = ${awardId}::uuid AND machine = 'award' FOR UPDATE`;
    if (!workflow) throw new Refusal("no-such-record");
    await coordinates(tx, personOf(actor), workflow.regionId);
    if (!states.includes(workflow.state)) throw new Refusal("no-such-step");
    await write(tx, workflow.regionId);
    return { kind: "saved" as const };
  }));
}

export function openAward(given: Act): Promise<FireResult> {
  return act(given.awardId, given, "award.open");
}

/** Another last day to nominate. Refused when it has passed: "deadlineAhead". */
export function moveDeadline({ closesOn, ...given }: Act & { readonly closesOn: string }): Promise<FireResult> {
  return act(given.awardId, given, "deadline.move", { write: async (tx) => void (await tx.award.update({ where: { id: given.awardId }, data: { closesOn: asDate(closesOn) }, select: { id: true } })) });
}

export function closeNominations(given: Act): Promise<FireResult> {
  return act(given.awardId, given, "nominations.close", { write: (tx) => awaitJudges(tx, given.awardId) });
}

/** Publishes who is on the shortlist; every other nomination is told that it is not. What the judges say goes with each. */
export function publishShortlist({ chosen, feedback = new Map(), ...given }: Act & { readonly chosen: readonly string[]; readonly feedback?: ReadonlyMap<string, string> }): Promise<FireResult> {
  const ids = [...new Set(chosen)];
  return act(given.awardId, given, "shortlist.publish", {
    payload: { chosen: ids.length },
    write: async (tx) => {
      if ((await tx.awardNomination.count({ where: { id: { in: ids }, awardId: given.awardId, workflow: { state: "submitted" } } })) !== ids.length) throw new Refusal("hasShortlist");
      for (const [id, text] of feedback) await tx.awardNomination.updateMany({ where: { id, awardId: given.awardId }, data: { feedback: text } });
    },
    settle: async (tx) => {
      for (const { id } of await tx.awardNomination.findMany({ where: { awardId: given.awardId, workflow: { state: "submitted" } }, select: { id: true }, orderBy: { id: "asc" } })) {
        await fireWithin(tx, { workflowId: id, event: ids.includes(id) ? "nomination.shortlist" : "nomination.pass", actor: system });
      }
      await awaitJudges(tx, given.awardId);
    },
  });
}

/** Tells everybody who has won; the others of the shortlist are commended. */
export function tellOutcome({ winnerId, ...given }: Act & { readonly winnerId: string }): Promise<FireResult> {
  return act(given.awardId, given, "outcome.tell", {
    payload: { hasWinner: winnerId !== "" },
    write: async (tx) => {
      if (winnerId !== "" && (await tx.awardNomination.count({ where: { id: winnerId, awardId: given.awardId, workflow: { state: "shortlisted" } } })) === 0) throw new Refusal("not-shortlisted");
    },
    settle: async (tx) => {
      for (const { id } of await tx.awardNomination.findMany({ where: { awardId: given.awardId, workflow: { state: "shortlisted" } }, select: { id: true }, orderBy: { id: "asc" } })) {
        await fireWithin(tx, { workflowId: id, event: id === winnerId ? "award.win" : "award.commend", actor: system });
      }
    },
  });
}

/** The award is not given this time. */
export function cancelAward({ reason, ...given }: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given.awardId, given, "award.cancel", { payload, write: async (tx) => void (await tx.award.update({ where: { id: given.awardId }, data: { reason: text }, select: { id: true } })), settle: (tx) => awaitJudges(tx, given.awardId) });
}
