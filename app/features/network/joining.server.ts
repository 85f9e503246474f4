import { coordinates } from "~/features/event";
import { now } from "~/platform/clock.server";
import { act, orRefusal, personOf, Refusal, withReason, type Acting, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, fireWithin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { mayBelong } from "./access.server";

/** What every verb about one membership takes. */
export interface MembershipAct extends Acting {
  readonly membershipId: string;
}

interface Locked {
  readonly regionId: string;
  readonly title: string;
}

/** The network, locked, when it is open to new members: who joins, is invited and is counted come one after the other. */
async function lockOpen(tx: Tx, networkId: string): Promise<Locked> {
  const [row] = await tx.$queryRaw<(Locked & { readonly state: string })[]>`SELECT region_id AS "regionId", title, state FROM workflow WHERE id = ${networkId}::uuid AND machine = 'network' FOR UPDATE`;
  if (!row) throw new Refusal("no-such-record");
  if (row.state !== "open") throw new Refusal("not-open");
  return row;
}

async function make(tx: Tx, { networkId, personId, event, actor, region, requestKey }: { readonly requestKey?: string | undefined; readonly networkId: string; readonly personId: string; readonly event: "network.join" | "member.invite"; readonly actor: Actor; readonly region: Locked }): Promise<string> {
  const id = uuidv7();
  const posts = await tx.post.findMany({ where: { regionId: region.regionId, kind: "sli-coordinator", authorityId: null }, select: { id: true } });
  await begin(
    {
      id, machine: "membership", regionId: region.regionId, parentId: networkId, title: region.title, actor,
      parties: [{ role: "person", personId }, ...posts.map((post) => ({ role: "coordinator", postId: post.id }))],
      write: async (inner) => {
        await inner.membership.create({ data: { id, networkId, personId, createdAt: now() }, select: { id: true } });
      },
    },
    tx,
  );
  const result = await fireWithin(tx, { workflowId: id, event, actor, ...(requestKey ? { requestKey } : {}) });
  if (result.kind !== "moved") throw new Refusal(result.kind === "refused" ? result.reason : "no-such-step");
  if (event === "network.join") await addParty(tx, networkId, { role: "member", personId });
  return id;
}

export type Joined = { readonly kind: "joined"; readonly membershipId: string } | Refused;

/** Somebody joins a network that they may belong to. Who belongs to it already stays as they are; an invitation is accepted by it. */
export function joinNetwork({ networkId, actor }: { readonly networkId: string; readonly actor: Actor }): Promise<Joined> {
  return orRefusal(() => inTransaction(async (tx): Promise<Joined> => {
    const personId = personOf(actor);
    const region = await lockOpen(tx, networkId);
    const known = await tx.membership.findFirst({ where: { networkId, personId, active: true }, select: { id: true, workflow: { select: { state: true } } } });
    if (known) {
      if (known.workflow.state === "invited") await accept(tx, { membershipId: known.id, networkId, personId, actor });
      return { kind: "joined", membershipId: known.id };
    }
    if (!(await mayBelong(tx, networkId, [personId], now())).has(personId)) throw new Refusal("may-not-join");
    return { kind: "joined", membershipId: await make(tx, { networkId, personId, event: "network.join", actor, region }) };
  }));
}

async function accept(tx: Tx, { membershipId, networkId, personId, actor }: { readonly membershipId: string; readonly networkId: string; readonly personId: string; readonly actor: Actor }): Promise<void> {
  const result = await fireWithin(tx, { workflowId: membershipId, event: "invitation.accept", actor });
  if (result.kind !== "moved") throw new Refusal(result.kind === "refused" ? result.reason : "no-such-step");
  await addParty(tx, networkId, { role: "member", personId });
}

/** The coordinator invites people who may belong to it. All of them or none: refused when one is a member already, or may not be one. */
export function inviteMembers({ networkId, personIds, actor, requestKey }: { readonly networkId: string; readonly personIds: readonly string[]; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<{ readonly kind: "invited"; readonly count: number } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => {
    const region = await lockOpen(tx, networkId);
    await coordinates(tx, personOf(actor), region.regionId);
    const wanted = [...new Set(personIds)];
    if (wanted.length === 0) throw new Refusal("choose-people");
    // The same press again: everybody it was for has been invited since.
    if (requestKey && (await tx.workflowEvent.count({ where: { workflow: { parentId: networkId, machine: "membership" }, requestKey } })) > 0) return { kind: "invited" as const, count: wanted.length };
    if ((await tx.membership.count({ where: { networkId, personId: { in: wanted }, active: true } })) > 0) throw new Refusal("member-already");
    const may = await mayBelong(tx, networkId, wanted, now());
    if (wanted.some((id) => !may.has(id))) throw new Refusal("may-not-join");
    for (const personId of wanted) await make(tx, { networkId, personId, event: "member.invite", actor, region, requestKey });
    return { kind: "invited" as const, count: wanted.length };
  }));
}

/** Whoever is invited says yes. */
export function acceptInvitation(given: MembershipAct): Promise<FireResult> {
  return withParty(given, "invitation.accept", addParty);
}

export function declineInvitation(given: MembershipAct): Promise<FireResult> {
  return act(given.membershipId, given, "invitation.decline");
}

/** A member leaves. Places they have booked stay theirs until they cancel them. */
export function leaveNetwork(given: MembershipAct): Promise<FireResult> {
  return withParty(given, "network.leave", endParty);
}

/** The coordinator ends a membership, with a reason that only the person reads. */
export function endMembership({ reason, ...given }: MembershipAct & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return withParty(given, "membership.end", endParty, { payload, write: async (tx) => void (await tx.membership.update({ where: { id: given.membershipId }, data: { reason: text }, select: { id: true } })) });
}

function withParty(given: MembershipAct, event: string, change: typeof addParty, beside: Pick<Parameters<typeof act>[3] & object, "payload" | "write"> = {}): Promise<FireResult> {
  return act(given.membershipId, given, event, {
    ...beside,
    settle: async (tx) => {
      const { networkId, personId } = await tx.membership.findUniqueOrThrow({ where: { id: given.membershipId }, select: { networkId: true, personId: true } });
      await change(tx, networkId, { role: "member", personId });
    },
  });
}
