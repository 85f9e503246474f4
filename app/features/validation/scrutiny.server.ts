import { allocateScrutiny } from "~/scheduling";
import { now } from "~/platform/clock.server";
import { Refusal, orRefusal, personOf, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, fireWithin } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { draftSchema, type Draft, type ScrutinyRules } from "./draft";

/** States of a shared self-assessment: it lies before its readers. */
const SHARED: readonly string[] = ["shared", "moderated", "challenged", "followUpDue"];

export interface Proposing {
  /** The validation event. */
  readonly eventId: string;
  readonly actor: Actor;
  readonly rules: ScrutinyRules;
  /** The revision of the draft that the page showed. */
  readonly expectedRevision?: number | undefined;
}

export type Proposed = { readonly kind: "proposed" } | { readonly kind: "impossible"; readonly reasons: readonly string[] } | Refused;

/**
 * Proposes who reads whose report, as evenly as is possible, with turns and tables. Only the region's
 * coordinators see it until it is published. What cannot be done is said in words, and nothing is changed.
 */
export function proposeAllocation({ eventId, actor, rules, expectedRevision }: Proposing): Promise<Proposed> {
  return orRefusal(() => inTransaction(async (tx): Promise<Proposed> => {
    const { regionId } = await coordinated(tx, eventId, actor);
    const known = await lockScrutiny(tx, eventId);
    if (known?.publishedAt) throw new Refusal("already-published");
    if (known && expectedRevision !== undefined && expectedRevision !== known.revision) throw new Refusal("draft-changed");
    const cycle = await tx.cycle.findFirst({ where: { id: rules.cycleId, regionId }, select: { groups: { select: { members: { select: { authorityId: true } } } } } });
    if (!cycle) throw new Refusal("no-such-record");
    const authorities = await tx.authority.findMany({ where: { regionId, posts: { some: { kind: "dcs" } } }, select: { id: true, name: true }, orderBy: { name: "asc" } });
    const documents = new Map((await sharedIn(tx, rules.cycleId)).map(({ id, authorityId }) => [authorityId, id]));
    const nameOf = (id: string) => authorities.find((one) => one.id === id)?.name ?? id;
    const idOf = new Map(authorities.map(({ id, name }) => [name, id]));
    const reports = authorities.filter(({ id }) => documents.has(id) || rules.elsewhere.includes(id)).map(({ name }) => name);
    if (reports.length === 0) return { kind: "impossible", reasons: ["No report is shared in this round yet, and none is kept elsewhere."] };
    const answer = allocateScrutiny({
      reports, readers: authorities.map(({ name }) => name), perReport: rules.perReport, tables: rules.tables, groupsAllowed: rules.groupsAllowed,
      never: rules.never.map(([one, other]) => [nameOf(one), nameOf(other)]), groups: cycle.groups.map(({ members }) => members.map(({ authorityId }) => nameOf(authorityId))),
    });
    if (answer.status === "infeasible") return { kind: "impossible", reasons: answer.reasons };
    const draft: Draft = {
      reports: answer.reports.map(({ id, readers, turn, table }) => ({ authorityId: idOf.get(id) ?? id, selfAssessmentId: documents.get(idOf.get(id) ?? "") ?? null, readers: readers.map((reader) => idOf.get(reader) ?? reader), turn, table })),
      least: answer.least, most: answer.most, turns: answer.turns, turnsAtLeast: answer.turnsAtLeast,
    };
    const { never, elsewhere, ...plain } = rules;
    const data = { ...plain, never: never.map((pair) => [...pair]), elsewhere: [...elsewhere], draft };
    await tx.scrutiny.upsert({ where: { id: eventId }, create: { id: eventId, regionId, ...data, revision: 1 }, update: { ...data, revision: { increment: 1 } }, select: { id: true } });
    return { kind: "proposed" };
  }));
}

/** Names the readers to everybody concerned: each report becomes a process of its own, and opens to its readers. The same press again changes nothing. */
export function publishAllocation({ eventId, actor, expectedRevision }: Omit<Proposing, "rules">): Promise<{ readonly kind: "published" } | { readonly kind: "repeated" } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    const { regionId, title } = await coordinated(tx, eventId, actor);
    const scrutiny = await lockScrutiny(tx, eventId);
    if (!scrutiny?.draft) throw new Refusal("no-draft");
    if (scrutiny.publishedAt) return { kind: "repeated" as const };
    if (expectedRevision !== undefined && expectedRevision !== scrutiny.revision) throw new Refusal("draft-changed");
    const { reports } = draftSchema.parse(scrutiny.draft);
    const shared = new Set((await sharedIn(tx, scrutiny.cycleId)).map(({ id }) => id));
    if (reports.some(({ selfAssessmentId }) => selfAssessmentId !== null && !shared.has(selfAssessmentId))) throw new Refusal("report-gone");
    const authorities = await tx.authority.findMany({ where: { regionId }, select: { id: true, name: true, posts: { where: { kind: { in: ["dcs", "dcs-delegate"] } }, select: { id: true, kind: true } } } });
    const coordinators = await tx.post.findMany({ where: { regionId, authorityId: null, kind: "sli-coordinator" }, select: { id: true } });
    const directorOf = (authorityId: string) => {
      const post = authorities.find(({ id }) => id === authorityId)?.posts.find(({ kind }) => kind === "dcs");
      if (!post) throw new Refusal("no-director");
      return post.id;
    };
    const delegatesOf = (authorityId: string) => (authorities.find(({ id }) => id === authorityId)?.posts ?? []).filter(({ kind }) => kind === "dcs-delegate").map(({ id }) => id);
    for (const report of reports) {
      const authority = authorities.find(({ id }) => id === report.authorityId);
      const id = uuidv7();
      await begin(
        {
          id, machine: "validation", regionId, authorityId: report.authorityId, parentId: eventId, title: `${possessive(authority?.name ?? "")} report, ${title}`, actor,
          parties: [
            ...coordinators.map((post) => ({ role: "coordinator", postId: post.id })),
            { role: "hostDcs", postId: directorOf(report.authorityId) },
            ...(authority?.posts ?? []).filter(({ kind }) => kind === "dcs-delegate").map((post) => ({ role: "hostDelegate", postId: post.id })),
            ...report.readers.map((reader, place) => ({ role: place === 0 ? "leadScrutineer" : "scrutineer", postId: directorOf(reader) })),
            ...report.readers.flatMap((reader) => delegatesOf(reader).map((postId) => ({ role: "readerDelegate", postId }))),
          ],
          write: async (inner) => {
            await inner.validation.create({
              data: {
                id, scrutinyId: eventId, authorityId: report.authorityId, selfAssessmentId: report.selfAssessmentId, turn: report.turn, tableNo: report.table,
                readers: { create: report.readers.map((authorityId, place) => ({ authorityId, leads: place === 0 })) },
              },
              select: { id: true },
            });
          },
        },
        tx,
      );
      const fired = await fireWithin(tx, { workflowId: id, event: "allocation.publish", actor });
      if (fired.kind !== "moved") throw new Refusal(fired.kind === "refused" ? fired.reason : "no-such-step");
    }
    await tx.scrutiny.update({ where: { id: eventId }, data: { publishedAt: now() }, select: { id: true } });
    return { kind: "published" as const };
  }));
}

/** "Leeds’", "Barnsley’s". */
export const possessive = (name: string): string => (name.endsWith("s") ? `${name}’` : `${name}’s`);

async function sharedIn(tx: Tx, cycleId: string): Promise<{ readonly id: string; readonly authorityId: string }[]> {
  return tx.selfAssessment.findMany({ where: { cycleId, workflow: { state: { in: [...SHARED] } }, versions: { some: { sharedAt: { not: null } } } }, select: { id: true, authorityId: true } });
}

interface Locked {
  readonly cycleId: string;
  readonly perReport: number;
  readonly groupsAllowed: boolean;
  readonly never: unknown;
  readonly draft: unknown;
  readonly revision: number;
  readonly publishedAt: Date | null;
}

export async function lockScrutiny(tx: Tx, id: string): Promise<Locked | null> {
  // Also where there is no row yet: two coordinators who propose at once come one after the other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 5))`;
  return tx.scrutiny.findUnique({ where: { id }, select: { cycleId: true, perReport: true, groupsAllowed: true, never: true, draft: true, revision: true, publishedAt: true } });
}

/** The event, when the person coordinates its region now and it is one for validation. */
async function coordinated(tx: Tx, eventId: string, actor: Actor): Promise<{ readonly regionId: string; readonly title: string }> {
  const event = await tx.event.findFirst({ where: { id: eventId, kind: "validation" }, select: { regionId: true, title: true } });
  if (!event) throw new Refusal("no-such-record");
  const moment = now();
  const post = await tx.post.findFirst({
    where: { regionId: event.regionId, authorityId: null, kind: "sli-coordinator", holdings: { some: { personId: personOf(actor), from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] } } },
    select: { id: true },
  });
  if (!post) throw new Refusal("not-your-role");
  return event;
}
