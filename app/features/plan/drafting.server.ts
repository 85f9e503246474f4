import { holds, regionParties } from "~/features/summit";
import { now } from "~/platform/clock.server";
import { orRefusal, personOf, Refusal, writing, type Acting, type Refused } from "~/workflow/acting.server";
import { begin } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { retitle } from "~/workflow/title.server";
import { inTransaction } from "~/workflow/transaction.server";
import { editing } from "./access.server";

/** What every change of a draft takes. */
export interface Edit extends Pick<Acting, "actor"> {
  readonly planId: string;
}

export type Saved = { readonly kind: "saved" } | Refused;
const saved = { kind: "saved" } as const;

export interface Details {
  readonly name: string;
  /** ISO days. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly consultBy: string;
}

export interface NewPlan extends Details, Pick<Acting, "actor" | "requestKey"> {
  readonly regionId: string;
  /** The plan that it follows: its priorities, workstreams and open actions are carried into the draft. */
  readonly previousId: string | null;
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const columns = ({ name, startsOn, endsOn, consultBy }: Details) => ({ name, startsOn: asDate(startsOn), endsOn: asDate(endsOn), consultBy: asDate(consultBy) });

/** Begins a draft that only the coordinator and the chair see. The same press makes one. */
export function draftPlan({ regionId, previousId, actor, requestKey, ...details }: NewPlan): Promise<{ readonly kind: "made"; readonly id: string } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    if (!(await holds(tx, personOf(actor), regionId, ["sli-coordinator"]))) throw new Refusal("not-your-role");
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.plan.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made" as const, id: known.id };
    }
    if (previousId !== null && !(await tx.plan.findFirst({ where: { id: previousId, regionId, next: null, workflow: { state: { in: ["live", "reviewed"] } } }, select: { id: true } }))) throw new Refusal("no-such-plan");
    const id = uuidv7();
    const directors = await tx.post.findMany({ where: { regionId, kind: "dcs" }, select: { id: true } });
    await begin(
      {
        id, machine: "plan", regionId, title: titleOf(details.name), actor, parties: [...(await regionParties(tx, regionId)), ...directors.map((post) => ({ role: "director", postId: post.id }))],
        write: async (inner) => {
          await inner.plan.create({ data: { id, regionId, previousId, ...columns(details), requestKey: requestKey ?? null, createdAt: now() }, select: { id: true } });
          if (previousId !== null) await carry(inner, previousId, id);
        },
      },
      tx,
    );
    return { kind: "made" as const, id };
  }));
}

export const titleOf = (name: string): string => `the plan “${name}”`;

/** The same priorities and workstreams, with what is still open in them. */
async function carry(tx: Tx, previousId: string, planId: string): Promise<void> {
  const priorities = await tx.planPriority.findMany({ where: { planId: previousId }, include: { workstreams: { include: { commitments: { where: { workflow: { state: { in: [...OPEN] } } }, orderBy: { doneBy: "asc" } } }, orderBy: { id: "asc" } } }, orderBy: { id: "asc" } });
  for (const { title, workstreams } of priorities) {
    const priority = await tx.planPriority.create({ data: { planId, title }, select: { id: true } });
    for (const one of workstreams) {
      const { id: workstreamId } = await tx.workstream.create({ data: { planId, priorityId: priority.id, title: one.title, sponsorPostId: one.sponsorPostId, leadPostId: one.leadPostId }, select: { id: true } });
      await tx.workplanAction.createMany({ data: one.commitments.map(({ id, text, ownerPostId, doneBy }) => ({ workstreamId, text, ownerPostId, doneBy, carriedId: id })), skipDuplicates: true });
    }
  }
}

/** States of a commitment in which somebody is still to do it. */
export const OPEN: readonly string[] = ["made", "declined", "accepted", "inProgress"];

export function saveDetails({ planId, actor, ...details }: Edit & Details): Promise<Saved> {
  return writing(async (tx) => {
    await editing(tx, actor, planId);
    await tx.plan.update({ where: { id: planId }, data: columns(details), select: { id: true } });
    await retitle(tx, planId, titleOf(details.name));
    return saved;
  });
}

/** Adds a headline priority. The same again is the same one. */
export function addPriority({ planId, actor, title }: Edit & { readonly title: string }): Promise<Saved> {
  return writing(async (tx) => {
    await editing(tx, actor, planId);
    await tx.planPriority.upsert({ where: { planId_title: { planId, title } }, create: { planId, title }, update: {}, select: { id: true } });
    return saved;
  });
}

export function removePriority({ planId, actor, priorityId }: Edit & { readonly priorityId: string }): Promise<Saved> {
  return writing(async (tx) => {
    await editing(tx, actor, planId);
    if ((await tx.workstream.count({ where: { planId, priorityId } })) > 0) throw new Refusal("has-workstreams");
    await tx.planPriority.deleteMany({ where: { id: priorityId, planId } });
    return saved;
  });
}

export interface NewWorkstream {
  readonly title: string;
  readonly priorityId: string;
  /** A director's post. */
  readonly sponsorPostId: string;
  readonly leadPostId: string;
}

/** Adds a workstream, or changes the one of that title: who sponsors and leads it, and under which priority. */
export function addWorkstream({ planId, actor, ...given }: Edit & NewWorkstream): Promise<Saved> {
  return writing(async (tx) => {
    const { regionId } = await editing(tx, actor, planId);
    if (!(await tx.planPriority.findFirst({ where: { id: given.priorityId, planId }, select: { id: true } }))) throw new Refusal("no-such-priority");
    const posts = await tx.post.findMany({ where: { id: { in: [given.sponsorPostId, given.leadPostId] }, regionId }, select: { id: true, kind: true } });
    if (!posts.some(({ id, kind }) => id === given.sponsorPostId && kind === "dcs") || !posts.some(({ id }) => id === given.leadPostId)) throw new Refusal("no-such-post");
    await tx.workstream.upsert({ where: { planId_title: { planId, title: given.title } }, create: { planId, ...given }, update: given, select: { id: true } });
    return saved;
  });
}

/** Takes a workstream out with its workplan; one that carries something on from the plan before stays. */
export function removeWorkstream({ planId, actor, workstreamId }: Edit & { readonly workstreamId: string }): Promise<Saved> {
  return writing(async (tx) => {
    await editing(tx, actor, planId);
    if ((await tx.workplanAction.count({ where: { workstreamId, workstream: { planId }, carriedId: { not: null } } })) > 0) throw new Refusal("is-carried");
    await tx.workstream.deleteMany({ where: { id: workstreamId, planId } });
    return saved;
  });
}

export interface NewAction {
  readonly workstreamId: string;
  readonly text: string;
  readonly ownerPostId: string;
  /** ISO day within the plan. */
  readonly doneBy: string;
}

/** Adds a line to a workplan, or changes the one of those words. */
export function addAction({ planId, actor, doneBy, ...given }: Edit & NewAction): Promise<Saved> {
  return writing(async (tx) => {
    const { regionId, startsOn, endsOn } = await editing(tx, actor, planId);
    const { workstreamId, text } = given;
    if (!(await tx.workstream.findFirst({ where: { id: workstreamId, planId }, select: { id: true } }))) throw new Refusal("no-such-workstream");
    if (!(await tx.post.findFirst({ where: { id: given.ownerPostId, regionId }, select: { id: true } }))) throw new Refusal("no-such-post");
    const day = asDate(doneBy);
    if (day < startsOn || day > endsOn) throw new Refusal("outside-plan");
    await tx.workplanAction.upsert({ where: { workstreamId_text: { workstreamId, text } }, create: { ...given, doneBy: day }, update: { ownerPostId: given.ownerPostId, doneBy: day }, select: { id: true } });
    return saved;
  });
}

export function removeAction({ planId, actor, actionId }: Edit & { readonly actionId: string }): Promise<Saved> {
  return writing(async (tx) => {
    await editing(tx, actor, planId);
    const action = await tx.workplanAction.findFirst({ where: { id: actionId, workstream: { planId } }, select: { carriedId: true } });
    if (action?.carriedId) throw new Refusal("is-carried");
    await tx.workplanAction.deleteMany({ where: { id: actionId, workstream: { planId } } });
    return saved;
  });
}
