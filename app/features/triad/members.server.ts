import { now } from "~/platform/clock.server";
import { listed } from "~/ui/wording";
import { Refusal, orRefusal, withReason } from "~/workflow/acting.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import type { Act } from "./acting.server";
import { askFor, partiesFor, renameGroup, standingParties, type Wanted } from "./asked.server";
import { dropDeputy } from "./attendance.server";
import { closeWhenAllAnswered } from "./polls.server";
import { followTriads, lockRound } from "./round.server";
import { endOfGroup, putInCalendars } from "./session.server";
import { heldNow } from "./speaking.server";

/**
 * What becomes of a group that an authority leaves:
 * - stay: those left go on, which takes three of them;
 * - pair: two go on by themselves, with the reason as their waiver;
 * - reform: an authority of a group of four takes the place;
 * - merge: those left go into other groups, one each or together.
 */
export type WayOn =
  | { readonly how: "stay" }
  | { readonly how: "pair"; readonly why: string }
  | { readonly how: "reform"; readonly newcomerId: string }
  | { readonly how: "merge"; readonly into: Readonly<Record<string, string>> };

export interface Withdrawal extends Act {
  readonly authorityId: string;
  readonly reason: string;
  readonly way: WayOn;
}

/** No group has more: a day holds four slots. */
const MOST = 4;

/** What a state still wants of members, once they have changed. */
const wantedIn: Readonly<Record<string, Wanted>> = { awaitingAnswers: "answers", awaitingConfirmation: "attendance", confirmed: "kloes", packsReleased: "kloes" };

/**
 * One authority leaves its group, and what is left goes on in the way chosen: all in one transaction,
 * everybody concerned told. Refused: "not-in-this-group", "pair-needs-a-reason" (two may not simply go
 * on), "not-two", "not-from-four", "group-too-large", "no-such-group", or the process's own reason.
 */
export function withdrawMember(given: Withdrawal): Promise<FireResult> {
  const { triadId, authorityId, way } = given;
  return orRefusal(() =>
    inTransaction(async (tx): Promise<FireResult> => {
      const cycleId = await lockRound(tx, triadId);
      const already = given.requestKey ? await tx.workflowEvent.findUnique({ where: { workflowId_requestKey: { workflowId: triadId, requestKey: given.requestKey } }, select: { toState: true } }) : null;
      if (already) return { kind: "repeated", to: already.toState };
      const before = await membersOf(tx, triadId);
      const leaving = before.find((member) => member.id === authorityId);
      if (!leaving) throw new Refusal("not-in-this-group");
      const rest = before.filter((member) => member.id !== authorityId);
      checkWay(way, rest.length);
      const result = await leave(tx, given, { authorityId, name: leaving.name, reason: given.reason, pairWhy: way.how === "pair" ? way.why.trim() : null });
      if (result.kind !== "moved") throw new Refusal(result.kind === "refused" ? result.reason : "conflict");
      if (way.how === "reform") await reform(tx, given, way.newcomerId);
      if (way.how === "merge") await merge(tx, given, way.into, rest);
      await followTriads(tx, cycleId);
      return result;
    }),
  ).then((result) => (result.kind === "refused" && result.reason === "conflict" ? { kind: "conflict", revision: 0 } : result));
}

function checkWay(way: WayOn, left: number): void {
  if (way.how === "stay" && left < 3) throw new Refusal("pair-needs-a-reason");
  if (way.how === "pair" && left !== 2) throw new Refusal("not-two");
  if (way.how === "pair" && way.why.trim() === "") throw new Refusal("pair-needs-a-reason");
}

async function membersOf(tx: Pick<Tx, "triadMember">, triadId: string): Promise<readonly { id: string; name: string }[]> {
  const rows = await tx.triadMember.findMany({ where: { triadId, leftAt: null }, select: { authority: { select: { id: true, name: true } } }, orderBy: { authority: { name: "asc" } } });
  return rows.map((row) => row.authority);
}

/** Takes an authority off its group, inside the transition that says so. */
async function leave(tx: Tx, given: Act, about: { authorityId: string; name: string; reason: string; pairWhy: string | null }): Promise<FireResult> {
  const { triadId } = given;
  const { payload, text } = withReason(about.reason);
  const parties = await standingParties(tx, [about.authorityId]);
  return fireWithin(tx, {
    workflowId: triadId, event: "member.withdraw", actor: given.actor, expectedRevision: given.expectedRevision, requestKey: given.requestKey,
    payload: { ...payload, authority: about.authorityId, who: about.name },
    addressees: await whoHasTheDate(tx, triadId, about.authorityId, parties),
    write: async (inside, workflow) => {
      await dropDeputy(inside, triadId, about.authorityId);
      await inside.triadMember.update({ where: { triadId_authorityId: { triadId, authorityId: about.authorityId } }, data: { leftAt: now(), reason: text, confirmedAt: null, attendeeId: null }, select: { triadId: true } });
      await inside.triad.updateMany({ where: { id: triadId, hostAuthorityId: about.authorityId }, data: { hostAuthorityId: null, venue: "" } });
      await inside.triad.update({ where: { id: triadId }, data: { pairReason: about.pairWhy }, select: { id: true } });
      for (const party of parties) await endParty(inside, triadId, party);
      await askFor(inside, triadId, wantedIn[workflow.state] ?? "nothing");
      await renameGroup(inside, triadId);
      await nameInCalendars(inside, triadId);
    },
    settle: async (inside) => {
      const { state } = await inside.workflow.findUniqueOrThrow({ where: { id: triadId }, select: { state: true } });
      // The one who left may have been the last whose answer was awaited.
      if (state === "awaitingAnswers" && (await membersOf(inside, triadId)).length > 1) await closeWhenAllAnswered(inside, triadId);
    },
  });
}

/** A session that is in calendars names there whoever is in the group now. A newcomer has the date at once, not only when it is confirmed again. */
async function nameInCalendars(tx: Tx, triadId: string): Promise<void> {
  if (await tx.calendarEntry.count({ where: { workflowId: triadId, kind: "session", cancelledAt: null } })) await putInCalendars(tx, triadId);
}

/** Everybody of a leaving authority who was told of the session: its director, who was to come, and delegates who chose copies. */
async function whoHasTheDate(tx: Tx, triadId: string, authorityId: string, parties: readonly { role: string; postId: string }[]) {
  const postIds = (role: string) => parties.filter((party) => party.role === role).map((party) => party.postId);
  const [member, copied] = await Promise.all([
    tx.triadMember.findUniqueOrThrow({ where: { triadId_authorityId: { triadId, authorityId } }, select: { attendeeId: true } }),
    tx.holding.findMany({ where: { ...heldNow(), postId: { in: postIds("delegate") }, person: { copyMe: true } }, select: { personId: true } }),
  ]);
  return { postIds: postIds("memberDcs"), personIds: [...(member.attendeeId ? [member.attendeeId] : []), ...copied.map(({ personId }) => personId)] };
}

/** Brings an authority into a group, inside the transition that says so. */
async function join(tx: Tx, given: Act, newcomers: readonly { id: string; name: string }[]): Promise<void> {
  const { triadId } = given;
  const triad = await tx.triad.findUniqueOrThrow({ where: { id: triadId }, select: { cycleId: true, cycle: { select: { regionId: true } } } });
  if ((await membersOf(tx, triadId)).length + newcomers.length > MOST) throw new Refusal("group-too-large");
  const parties = await partiesFor(tx, triad.cycle.regionId, newcomers.map(({ id }) => id));
  const result = await fireWithin(tx, {
    workflowId: triadId, event: "member.join", actor: given.actor, requestKey: given.requestKey,
    payload: { who: listed(newcomers.map(({ name }) => name)) },
    addressees: { postIds: parties.filter((party) => party.role === "memberDcs").map((party) => party.postId) },
    write: async (inside, workflow) => {
      for (const { id } of newcomers) {
        await inside.triadMember.upsert({
          where: { triadId_authorityId: { triadId, authorityId: id } },
          create: { triadId, authorityId: id, cycleId: triad.cycleId, joinedAt: now() },
          update: { joinedAt: now(), leftAt: null, reason: null, confirmedAt: null, attendeeId: null, cannotReason: null },
          select: { triadId: true },
        });
      }
      await inside.triad.update({ where: { id: triadId }, data: { pairReason: null }, select: { id: true } });
      for (const party of parties) await addParty(inside, triadId, party);
      const next = ["confirmed", "packsReleased"].includes(workflow.state) ? "attendance" : (wantedIn[workflow.state] ?? "nothing");
      await askFor(inside, triadId, next);
      await renameGroup(inside, triadId);
      await nameInCalendars(inside, triadId);
    },
  });
  if (result.kind !== "moved") throw new Refusal(result.kind === "refused" ? result.reason : "conflict");
}

async function reform(tx: Tx, given: Withdrawal, newcomerId: string): Promise<void> {
  const { cycleId } = await tx.triad.findUniqueOrThrow({ where: { id: given.triadId }, select: { cycleId: true } });
  const from = await tx.triadMember.findFirst({ where: { cycleId, authorityId: newcomerId, leftAt: null, triadId: { not: given.triadId } }, select: { triadId: true, authority: { select: { id: true, name: true } } } });
  if (!from) throw new Refusal("no-such-group");
  if ((await membersOf(tx, from.triadId)).length < MOST) throw new Refusal("not-from-four");
  const left = await leave(tx, { triadId: from.triadId, actor: given.actor, requestKey: given.requestKey }, { authorityId: newcomerId, name: from.authority.name, reason: given.reason, pairWhy: null });
  if (left.kind !== "moved") throw new Refusal(left.kind === "refused" ? left.reason : "conflict");
  // The press is known by the first step it took: with its key this one would be the same step again.
  await join(tx, { triadId: given.triadId, actor: given.actor }, [from.authority]);
}

async function merge(tx: Tx, given: Withdrawal, into: Readonly<Record<string, string>>, rest: readonly { id: string; name: string }[]): Promise<void> {
  const { triadId } = given;
  const { payload, text } = withReason(given.reason);
  const dcs = (await standingParties(tx, rest.map(({ id }) => id))).filter((party) => party.role === "memberDcs").map((party) => party.postId);
  const { cycleId } = await tx.triad.findUniqueOrThrow({ where: { id: triadId }, select: { cycleId: true } });
  const targets = new Map<string, { id: string; name: string }[]>();
  for (const member of rest) {
    const target = into[member.id];
    const known = target && target !== triadId ? await tx.triad.findFirst({ where: { id: target, cycleId }, select: { id: true } }) : null;
    if (!known) throw new Refusal("no-such-group");
    targets.set(known.id, [...(targets.get(known.id) ?? []), member]);
  }
  const ended = await fireWithin(tx, {
    workflowId: triadId, event: "group.merge", actor: given.actor,
    payload: { ...payload, who: listed(rest.map(({ name }) => name)) },
    addressees: { postIds: dcs },
    ...endOfGroup(triadId, text),
  });
  if (ended.kind !== "moved") throw new Refusal(ended.kind === "refused" ? ended.reason : "conflict");
  for (const [target, newcomers] of [...targets].sort(([a], [b]) => a.localeCompare(b))) await join(tx, { ...given, triadId: target }, newcomers);
}
