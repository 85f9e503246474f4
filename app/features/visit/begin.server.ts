import { POST_KINDS, type PostKind } from "~/features/people/posts";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { possessive } from "~/ui/wording";
import type { SignedIn } from "~/workflow/actor.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, type Party } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { mayAskFor } from "./access.server";
import { visitRulesOf } from "./rules.server";
import type { VariantId } from "./variants";

/** Rounds in which nothing new begins. */
const OVER: readonly string[] = ["draft", "closed", "cancelled"];

export interface Round {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
  readonly endsOn: string;
  readonly rules: unknown;
}

/** The region's round that is running, the newest when there are several; null when there is none. */
export async function roundOf(regionId: string, tx: Pick<Tx, "cycle"> = db): Promise<Round | null> {
  const round = await tx.cycle.findFirst({
    where: { regionId, workflow: { state: { notIn: [...OVER] } } },
    orderBy: { opensOn: "desc" },
    select: { id: true, name: true, regionId: true, endsOn: true, rules: true },
  });
  return round && { ...round, endsOn: round.endsOn.toISOString().slice(0, 10) };
}

export type Begun = { readonly kind: "begun"; readonly id: string } | { readonly kind: "refused"; readonly reason: string };

export interface RequestToBegin {
  readonly authorityId: string;
  readonly variant: VariantId;
  readonly theme: string;
  readonly actor: Actor;
  readonly requestKey?: string | undefined;
  /** Given only by those who tell an older story. */
  readonly cycleId?: string;
}

/**
 * Begins a request: a draft that exists for the host alone until its director sends it. Refused:
 * "not-your-role", "no-round". The same form pressed twice begins one.
 */
export async function beginVisit({ authorityId, variant, theme, actor, requestKey, cycleId }: RequestToBegin): Promise<Begun> {
  const authority = await db.authority.findUnique({ where: { id: authorityId }, select: { name: true, regionId: true } });
  if (!authority || actor.kind !== "person" || !(await asksFor(actor.personId, authorityId))) return { kind: "refused", reason: "not-your-role" };
  const before = requestKey ? await db.visit.findUnique({ where: { requestKey }, select: { id: true } }) : null;
  if (before) return { kind: "begun", id: before.id };
  const round = cycleId ? await db.cycle.findUnique({ where: { id: cycleId }, select: { id: true, regionId: true, rules: true } }) : await roundOf(authority.regionId);
  if (!round) return { kind: "refused", reason: "no-round" };
  const rules = visitRulesOf(round.rules);
  return inTransaction(async (tx): Promise<Begun> => {
    // Two presses at once: the second waits here, and then finds what the first began.
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${requestKey}))`;
      const already = await tx.visit.findUnique({ where: { requestKey }, select: { id: true } });
      if (already) return { kind: "begun", id: already.id };
    }
    const { id } = await begin(
      {
        id: uuidv7(),
        machine: "visit",
        regionId: round.regionId,
        authorityId,
        title: `${possessive(authority.name)} peer challenge visit`,
        parties: await partiesOf(tx, round.regionId, authorityId),
        actor,
        write: async (inside, visitId) => {
          await inside.visit.create({
            data: { id: visitId, cycleId: round.id, authorityId, variant, theme, days: Math.min(rules.visitDays, 5), teamSize: rules.visitTeamSize, requestKey: requestKey ?? null },
            select: { id: true },
          });
        },
      },
      tx,
    );
    return { kind: "begun", id };
  });
}

/** Whether the person now holds a post that may begin a request for the authority. */
async function asksFor(personId: string, authorityId: string): Promise<boolean> {
  const held = await db.holding.findMany({
    where: { personId, from: { lte: now() }, OR: [{ to: null }, { to: { gt: now() } }] },
    select: { post: { select: { id: true, kind: true, title: true, regionId: true, authorityId: true } } },
  });
  const holdings = held.map(({ post: { id, ...post } }) => ({ postId: id, ...post }));
  const signedIn: SignedIn = { kind: "person", personId, name: "", email: "", holdings };
  return mayAskFor(signedIn).includes(authorityId);
}

/** The host's posts and the region's. A post that must act exists even while it is vacant. */
async function partiesOf(tx: Tx, regionId: string, authorityId: string): Promise<Party[]> {
  const posts = await tx.post.findMany({
    where: { OR: [{ authorityId }, { regionId, authorityId: null, kind: { in: ["sli-coordinator", "regional-chair"] } }] },
    select: { id: true, kind: true },
    orderBy: { id: "asc" },
  });
  const of = async (role: string, kind: PostKind, needed: boolean): Promise<Party[]> => {
    const found = posts.filter((post) => post.kind === kind);
    if (found.length > 0 || !needed) return found.map((post) => ({ role, postId: post.id }));
    const made = await tx.post.create({ data: { kind, title: POST_KINDS[kind].label, regionId, authorityId }, select: { id: true } });
    return [{ role, postId: made.id }];
  };
  return [
    ...(await of("hostDcs", "dcs", true)),
    ...(await of("delegate", "dcs-delegate", false)),
    ...(await of("chiefExecutive", "chief-executive", true)),
    ...(await of("hostOrganiser", "host-organiser", false)),
    ...(await of("coordinator", "sli-coordinator", false)),
    ...(await of("regionalChair", "regional-chair", false)),
  ];
}
