import { booksForKinds } from "~/features/booking/rights";
import { now } from "~/platform/clock.server";
import { act, orRefusal, personOf, Refusal, type Acting, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, fireWithin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { awaitJudges } from "./asked.server";

/** What every verb about one nomination takes. */
export interface NominationAct extends Acting {
  readonly nominationId: string;
}

export interface NewNomination {
  readonly awardId: string;
  readonly authorityId: string;
  readonly team: string;
  readonly text: string;
  readonly actor: Actor;
}

/** The authorities for which somebody may nominate now. */
async function nominatesFor(tx: Tx, personId: string, regionId: string): Promise<ReadonlySet<string>> {
  const moment = now();
  const held = await tx.holding.findMany({ where: { personId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId, kind: { in: [...booksForKinds] } } }, select: { post: { select: { authorityId: true } } } });
  return new Set(held.flatMap(({ post }) => (post.authorityId ? [post.authorityId] : [])));
}

/** An authority nominates a team: it has one nomination, whoever of its people sends it first. Whoever sends the same again finds it sent. */
export function nominateTeam({ awardId, authorityId, team, text, actor }: NewNomination): Promise<{ readonly kind: "made"; readonly id: string } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    const personId = personOf(actor);
    const [award] = await tx.$queryRaw<{ state: string; regionId: string; title: string }[]>`SELECT state, region_id AS "regionId", title FROM workflow WHERE id = ${awardId}::uuid AND machine = 'award' FOR UPDATE`;
    if (!award) throw new Refusal("no-such-record");
    const mine = await nominatesFor(tx, personId, award.regionId);
    if (mine.size === 0) throw new Refusal("not-your-role");
    if (!mine.has(authorityId)) throw new Refusal("not-of-your-authority");
    const known = await tx.awardNomination.findFirst({ where: { awardId, authorityId, active: true }, select: { id: true, team: true, text: true, nominatedById: true } });
    if (known && known.nominatedById === personId && known.team === team.trim() && known.text === text.trim()) return { kind: "made" as const, id: known.id };
    if (known) throw new Refusal("nominated-already");
    if (award.state !== "nominationsOpen") throw new Refusal("not-open");
    if (team.trim() === "") throw new Refusal("write-team");
    if (text.trim() === "") throw new Refusal("write-text");
    const id = uuidv7();
    const authority = await tx.authority.findUniqueOrThrow({ where: { id: authorityId }, select: { name: true } });
    const posts = await tx.post.findMany({ where: { OR: [{ authorityId, kind: "dcs" }, { regionId: award.regionId, authorityId: null, kind: "sli-coordinator" }] }, select: { id: true, kind: true } });
    await begin(
      {
        id, machine: "award-nomination", regionId: award.regionId, authorityId, parentId: awardId, title: `${authority.name}’s nomination for ${award.title}`, actor,
        parties: [{ role: "nominator", personId }, ...posts.map((post) => ({ role: post.kind === "dcs" ? "hostDcs" : "coordinator", postId: post.id }))],
        write: async (inner) => void (await inner.awardNomination.create({ data: { id, awardId, authorityId, team: team.trim(), text: text.trim(), nominatedById: personId, createdAt: now() }, select: { id: true } })),
      },
      tx,
    );
    const sent = await fireWithin(tx, { workflowId: id, event: "nomination.submit", actor });
    if (sent.kind !== "moved") throw new Refusal(sent.kind === "refused" ? sent.reason : "no-such-step");
    return { kind: "made" as const, id };
  }));
}

/** Whoever nominated, or their director, changes it until nominations close. */
export function changeNomination({ team, text, ...given }: NominationAct & { readonly team: string; readonly text: string }): Promise<FireResult> {
  return act(given.nominationId, given, "nomination.change", {
    write: async (tx) => {
      if (team.trim() === "") throw new Refusal("write-team");
      if (text.trim() === "") throw new Refusal("write-text");
      await tx.awardNomination.update({ where: { id: given.nominationId }, data: { team: team.trim(), text: text.trim() }, select: { id: true } });
    },
  });
}

/** It is not judged. While nominations are open the authority can nominate another team. */
export function withdrawNomination(given: NominationAct): Promise<FireResult> {
  return act(given.nominationId, given, "nomination.withdraw", {
    settle: async (tx) => {
      const { awardId } = await tx.awardNomination.findUniqueOrThrow({ where: { id: given.nominationId }, select: { awardId: true } });
      const [award] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM workflow WHERE id = ${awardId}::uuid FOR UPDATE`;
      // Whoever had only this one left to judge is awaited no longer.
      if (award?.state === "judging") await awaitJudges(tx, awardId);
    },
  });
}

export interface Score {
  readonly score: number;
  readonly comment: string;
}

/** A judge scores nominations, all that are given or none: from 1 to 5, never one of an authority in which they hold a post. Done again it replaces what they said, and the coordinator is told; the same said again does nothing. */
export function judge({ awardId, actor, scores }: { readonly awardId: string; readonly actor: Actor; readonly scores: ReadonlyMap<string, Score> }): Promise<{ readonly kind: "saved" } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    const judgeId = personOf(actor);
    const [award] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM workflow WHERE id = ${awardId}::uuid AND machine = 'award' FOR UPDATE`;
    if (!award) throw new Refusal("no-such-record");
    if ((await tx.workflowParty.count({ where: { workflowId: awardId, role: "judge", personId: judgeId, to: null } })) === 0) throw new Refusal("not-your-role");
    if (award.state !== "judging") throw new Refusal("no-such-step");
    const own = await ownAuthorities(tx, judgeId);
    const nominations = await tx.awardNomination.findMany({ where: { awardId, active: true, workflow: { state: "submitted" } }, select: { id: true, authorityId: true } });
    const before = await tx.awardScore.findMany({ where: { judgeId, nominationId: { in: nominations.map(({ id }) => id) } }, select: { nominationId: true, score: true, comment: true } });
    const said: { nominationId: string; score: number; comment: string; at: Date }[] = [];
    for (const [nominationId, { score, comment }] of scores) {
      const nomination = nominations.find(({ id }) => id === nominationId);
      if (!nomination) throw new Refusal("no-such-step");
      if (own.has(nomination.authorityId)) throw new Refusal("own-authority");
      if (!Number.isInteger(score) || score < 1 || score > 5) throw new Refusal("score-range");
      // The same said again is not said anew: a second press leaves when it was said as it is.
      if (before.some((one) => one.nominationId === nominationId && one.score === score && one.comment === comment.trim())) continue;
      said.push({ nominationId, score, comment: comment.trim(), at: now() });
    }
    if (said.length === 0) return { kind: "saved" as const };
    const given = await fireWithin(tx, {
      workflowId: awardId, event: "scores.give", actor,
      write: async (inner) => {
        for (const { nominationId, ...score } of said) await inner.awardScore.upsert({ where: { nominationId_judgeId: { nominationId, judgeId } }, create: { nominationId, judgeId, ...score }, update: score, select: { score: true } });
        await awaitJudges(inner, awardId);
      },
    });
    if (given.kind !== "moved") throw new Refusal(given.kind === "refused" ? given.reason : "no-such-step");
    return { kind: "saved" as const };
  }));
}

/** Authorities in which somebody holds a post now: whose nominations they do not judge. */
export async function ownAuthorities(tx: Pick<Tx, "holding">, personId: string): Promise<ReadonlySet<string>> {
  const moment = now();
  const held = await tx.holding.findMany({ where: { personId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] }, select: { post: { select: { authorityId: true } } } });
  return new Set(held.flatMap(({ post }) => (post.authorityId ? [post.authorityId] : [])));
}
