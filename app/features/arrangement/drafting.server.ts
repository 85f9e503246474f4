import { isDeepStrictEqual } from "node:util";

import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";

import { boardsOf, visibleTo } from "./access.server";
import type { DraftResult, Press } from "./acts";
import { applied, inOrder, membersOf, sameGroups, whyNot, type Change, type Members } from "./arranging";
import { boardFacts } from "./facts.server";
import { takingPart } from "./question";
import { arrangementRules, certificate, draftGroups, firstRules, isLive, type ArrangementRules, type Certificate, type DraftGroup } from "./rules";
import { changedWords } from "./words";

const mostDrafts = 12;

const refused = (reason: string): DraftResult => ({ kind: "refused", reason });

export interface NewDraft {
  /** Given by the form so that the same request sent twice makes one draft. */
  readonly id?: string | undefined;
  readonly cycleId: string;
  readonly name: string;
  readonly rules: ArrangementRules;
  /** Groups to begin with, when they come from elsewhere: the round's own, a plan of years, an alternative. */
  readonly groups?: Members | undefined;
  readonly actor: SignedIn;
}

/** Makes a draft that only the region's coordinators see. */
export function createArrangement({ id, cycleId, name, rules, groups = [], actor }: NewDraft): Promise<DraftResult> {
  return inTransaction(async (tx) => {
    const cycle = await tx.cycle.findFirst({ where: { AND: [{ id: cycleId }, boardsOf(actor)] }, select: { id: true } });
    if (!cycle) return refused("not-your-role");
    // One new draft at a time, so that a double press and the limit are both counted truly.
    await tx.$executeRaw`SELECT 1 FROM cycle WHERE id = ${cycleId}::uuid FOR UPDATE`;
    if (id) {
      const before = await tx.arrangement.findFirst({ where: { id, cycleId }, select: { revision: true } });
      if (before) return { kind: "saved", id, revision: before.revision };
    }
    if ((await tx.arrangement.count({ where: { cycleId } })) >= mostDrafts) return refused("too-many-drafts");
    const nameOf = await namesOf(tx, groups.flat());
    const made = await tx.arrangement.create({
      data: {
        ...(id ? { id } : {}), cycleId, name, rules: arrangementRules.parse(rules), groups: inOrder(groups, nameOf),
        createdById: actor.personId, createdAt: now(), updatedById: actor.personId, updatedAt: now(),
      },
      select: { id: true, revision: true },
    });
    return { kind: "saved", ...made };
  });
}

/** The rules a new draft begins with: those of the region's latest, with every earlier round counted. */
export async function startingRules(actor: SignedIn, cycleId: string): Promise<ArrangementRules> {
  const [cycle, facts] = await Promise.all([db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { regionId: true } }), boardFacts(cycleId)]);
  const latest = await db.arrangement.findFirst({ where: { AND: [visibleTo(actor), { cycle: { regionId: cycle.regionId } }] }, orderBy: { updatedAt: "desc" }, select: { rules: true, cycleId: true } });
  const before = latest ? arrangementRules.parse(latest.rules) : firstRules;
  return {
    ...before,
    earlier: latest?.cycleId === cycleId ? before.earlier : facts.earlier.map((round) => round.id),
    // Who was left out of another year's groups is asked anew.
    leftOut: latest?.cycleId === cycleId ? before.leftOut : [],
  };
}

/** Changes the name and the rules. The groups stay until they are searched for again. */
export function changeRules(id: string, change: { readonly name: string; readonly rules: ArrangementRules }, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  const rules = arrangementRules.parse(change.rules);
  return onDraft(id, actor, press, () => ({ data: { name: change.name, rules } }), (draft) => draft.name === change.name && isDeepStrictEqual(draft.rules, rules));
}

/** One change by hand. Groups may have wrong sizes for a while: the board says so, and does not publish them. */
export function changeGroups(id: string, change: Change, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  return onDraft(id, actor, press, async (draft, tx) => {
    const enters = change.kind === "move" && !draft.groups.some((group) => group.members.includes(change.authority));
    if (enters && !(await mayEnter(tx, draft, change.authority))) return refused("no-such-change");
    const why = whyNot(change, draft.groups);
    if (why) return refused(why);
    const nameOf = await namesOf(tx, change.kind === "swap" ? [change.a, change.b] : [change.authority]);
    return { groups: sorted(applied(change, draft.groups), await namesOf(tx, draft.groups.flatMap((group) => group.members))), what: changedWords(change, nameOf) };
  });
}

/** Replaces the groups as a whole: typed by hand, an alternative, or back to the best that was found. Kept groups that are in both stay kept. */
export function replaceGroups(id: string, groups: Members, what: string, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  return onDraft(id, actor, press, async (draft, tx) => {
    const nameOf = await namesOf(tx, groups.flat());
    return { groups: inOrder(groups, nameOf, draft.groups), what };
  }, (draft) => sameGroups(membersOf(draft.groups), groups));
}

/** Puts back the groups that the last search found. */
export function restoreFound(id: string, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  return onDraft(id, actor, press, async (draft, tx) => {
    if (!draft.certificate) return refused("no-groups");
    const found = draft.certificate.groups;
    return { groups: inOrder(found, await namesOf(tx, found.flat()), draft.groups), what: "went back to the groups that were found" };
  });
}

/** Keeps a group as it is (counted from 1), or no longer keeps it. */
export function keepGroup(id: string, number: number, keep: boolean, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  return onDraft(id, actor, press, (draft) => {
    if (!draft.groups[number - 1]) return refused("no-such-change");
    return { data: { groups: draft.groups.map((group, at) => (at === number - 1 ? { ...group, pinned: keep } : group)) } };
  }, (draft) => draft.groups[number - 1]?.pinned === keep);
}

/** Takes out of the groups whoever takes no part any more. */
export function takeOutAbsent(id: string, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  return onDraft(id, actor, press, async (draft, tx) => {
    const present = new Set(takingPart(await boardFacts(draft.cycleId, tx), draft.rules).map((member) => member.id));
    const groups = draft.groups.map((group) => ({ ...group, members: group.members.filter((member) => present.has(member)) }));
    return { groups: groups.filter((group) => group.members.length > 0), what: "took out those that take no part any more" };
  });
}

/** Puts back the groups as they were before the last change that is not undone. */
export function undoChange(id: string, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  return onDraft(id, actor, press, async (draft, tx) => {
    const last = await tx.arrangementChange.findFirst({ where: { arrangementId: id, undoneAt: null }, orderBy: { revision: "desc" } });
    if (!last) return refused("nothing-to-undo");
    // The other side of the change is kept in its place: doing it again puts that back. So is the key of the press.
    await tx.arrangementChange.update({ where: { id: last.id }, data: { undoneAt: now(), before: draft.groups, ...keyOf(press) } });
    return { data: { groups: draftGroups.parse(last.before) } };
  });
}

/** Does the change again that was undone last, unless another was made since. */
export function redoChange(id: string, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  return onDraft(id, actor, press, async (draft, tx) => {
    const undone = await undoneLast(tx, id);
    if (!undone) return refused("nothing-to-redo");
    await tx.arrangementChange.update({ where: { id: undone.id }, data: { undoneAt: null, before: draft.groups, ...keyOf(press) } });
    return { data: { groups: draftGroups.parse(undone.before) } };
  });
}

/** The change that doing again would do: the earliest of those undone after the newest that stands. */
export async function undoneLast(tx: Pick<Tx, "arrangementChange">, id: string) {
  const stands = await tx.arrangementChange.findFirst({ where: { arrangementId: id, undoneAt: null }, orderBy: { revision: "desc" }, select: { revision: true } });
  return tx.arrangementChange.findFirst({ where: { arrangementId: id, undoneAt: { not: null }, revision: { gt: stands?.revision ?? 0 } }, orderBy: { revision: "asc" }, select: { id: true, what: true, before: true } });
}

/** Removes a draft for good. One that was published stays. */
export function removeArrangement(id: string, actor: SignedIn, press: Press = {}): Promise<DraftResult> {
  return inTransaction(async (tx) => {
    const draft = await lockDraft(tx, id, actor);
    if (!draft) return refused("no-such-draft");
    if (draft.publishedAt) return refused("published");
    if (press.expectedRevision !== undefined && press.expectedRevision !== draft.revision) return { kind: "conflict", revision: draft.revision };
    await tx.arrangement.delete({ where: { id } });
    return { kind: "saved", id, revision: draft.revision };
  });
}

const keyOf = ({ requestKey }: Press) => (requestKey ? { requestKey } : {});

export interface LockedDraft {
  readonly id: string;
  readonly name: string;
  readonly updatedById: string | null;
  readonly cycleId: string;
  readonly revision: number;
  readonly publishedAt: Date | null;
  readonly rules: ArrangementRules;
  readonly groups: DraftGroup[];
  readonly certificate: Certificate | null;
}

/** A draft that exists for this person, its row locked until the transaction ends; null when there is none. */
export async function lockDraft(tx: Tx, id: string, actor: SignedIn): Promise<LockedDraft | null> {
  await tx.$executeRaw`SELECT 1 FROM arrangement WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.arrangement.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: { id: true, name: true, updatedById: true, cycleId: true, revision: true, publishedAt: true, rules: true, groups: true, certificate: true } });
  if (!row) return null;
  return { ...row, rules: arrangementRules.parse(row.rules), groups: draftGroups.parse(row.groups), certificate: certificate.nullable().parse(row.certificate) };
}

type Made = { readonly data: Prisma.ArrangementUncheckedUpdateInput } | { readonly groups: DraftGroup[]; readonly what: string } | DraftResult;

/**
 * The frame of every change: the row is locked, a stale page gets a conflict, the same press twice changes once, and what was
 * there can be put back. `isSo`: for what leaves no change behind that could keep the key of its press, whether the draft is so already.
 */
function onDraft(id: string, actor: SignedIn, { expectedRevision, requestKey }: Press, change: (draft: LockedDraft, tx: Tx) => Made | Promise<Made>, isSo: (draft: LockedDraft) => boolean = () => false): Promise<DraftResult> {
  return inTransaction(async (tx) => {
    const draft = await lockDraft(tx, id, actor);
    if (!draft) return refused("no-such-draft");
    if (requestKey) {
      const before = await tx.arrangementChange.findFirst({ where: { arrangementId: id, requestKey }, select: { id: true } });
      if (before) return { kind: "saved", id, revision: draft.revision };
    }
    if (draft.publishedAt) return refused("published");
    if (expectedRevision !== undefined && expectedRevision !== draft.revision) {
      const ownPress = draft.revision === expectedRevision + 1 && draft.updatedById === actor.personId && isSo(draft);
      return ownPress ? { kind: "saved", id, revision: draft.revision } : { kind: "conflict", revision: draft.revision };
    }
    const live = await tx.arrangementSearch.findFirst({ where: { arrangementId: id, kind: "groups", stage: { in: ["waiting", "running"] } }, select: { stage: true } });
    if (live && isLive(live.stage)) return refused("searching");
    const made = await change(draft, tx);
    if ("kind" in made) return made;
    const revision = draft.revision + 1;
    if ("groups" in made) {
      await tx.arrangementChange.create({ data: { arrangementId: id, revision, what: made.what, before: draft.groups, requestKey: requestKey ?? null, byId: actor.personId, at: now() } });
    }
    await tx.arrangement.update({ where: { id }, data: { ...("groups" in made ? { groups: made.groups } : made.data), revision, updatedById: actor.personId, updatedAt: now() } });
    return { kind: "saved", id, revision };
  });
}

async function mayEnter(tx: Tx, { cycleId, rules }: LockedDraft, authority: string): Promise<boolean> {
  return takingPart(await boardFacts(cycleId, tx), rules).some((member) => member.id === authority);
}

/** Members of each group in the order of their names; the groups stay in theirs. */
function sorted(groups: readonly DraftGroup[], nameOf: (id: string) => string): DraftGroup[] {
  return groups.map((group) => ({ ...group, members: [...group.members].sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en-GB")) }));
}

/** Names of authorities by id. */
export async function namesOf(tx: Pick<Tx, "authority">, ids: readonly string[]): Promise<(id: string) => string> {
  const rows = await tx.authority.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => names.get(id) ?? id;
}

/** The members of a draft's groups, read by whoever sees it; null when there is none. */
export async function groupsOf(actor: SignedIn, id: string): Promise<string[][] | null> {
  const row = await db.arrangement.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: { groups: true } });
  return row ? membersOf(draftGroups.parse(row.groups)) : null;
}
