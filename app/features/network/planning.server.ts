import { coordinates } from "~/features/event";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { act, orRefusal, personOf, Refusal, withReason, type Acting, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { retitle } from "~/workflow/title.server";
import { inTransaction } from "~/workflow/transaction.server";
import { everybodyWhoMayBelong } from "./access.server";
import type { NetworkKind } from "./words";

export interface NetworkDetails {
  readonly kind: NetworkKind;
  readonly title: string;
  readonly about: string;
  readonly instructions: string;
  readonly joinLink: string;
  /** Ids of events whose participants alone may join; none for everybody of the region. */
  readonly sourceIds: readonly string[];
}

/** What every verb takes. */
export interface Act extends Acting {
  readonly networkId: string;
}

export type NetworkMade = { readonly kind: "made"; readonly id: string } | Refused;

/** Plans a network. Nobody but the region's coordinators sees it until it opens. The same press plans one. */
export function planNetwork({ regionId, details: { sourceIds, ...details }, actor, requestKey }: { readonly regionId: string; readonly details: NetworkDetails; readonly actor: Actor; readonly requestKey?: string | undefined }): Promise<NetworkMade> {
  return inRefusal(async (tx): Promise<NetworkMade> => {
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.network.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made", id: known.id };
    }
    const posts = await coordinating(tx, actor, regionId);
    await checkSources(tx, regionId, sourceIds);
    const id = uuidv7();
    await begin(
      {
        id, machine: "network", regionId, title: details.title, actor, parties: posts.map((postId) => ({ role: "coordinator", postId })),
        write: async (inner) => {
          await inner.network.create({ data: { id, regionId, ...details, createdById: personOf(actor), createdAt: now(), requestKey: requestKey ?? null, sources: { create: sourceIds.map((eventId) => ({ eventId })) } }, select: { id: true } });
        },
      },
      tx,
    );
    return { kind: "made", id };
  });
}

/** Changes what it is, who may join, and how. A draft is changed without telling anybody; whoever is a member stays one. */
export async function changeNetwork({ details: { sourceIds, ...details }, ...given }: Act & { readonly details: NetworkDetails }): Promise<FireResult | { readonly kind: "saved" }> {
  const { networkId } = given;
  const write = async (tx: Tx, regionId: string) => {
    await checkSources(tx, regionId, sourceIds);
    await tx.network.update({ where: { id: networkId }, data: { ...details, sources: { deleteMany: {}, create: sourceIds.map((eventId) => ({ eventId })) } }, select: { id: true } });
    await retitle(tx, networkId, details.title);
    for (const { id } of await tx.membership.findMany({ where: { networkId, active: true }, select: { id: true } })) await retitle(tx, id, details.title);
  };
  const draft = await inRefusal(async (tx) => {
    const workflow = await tx.workflow.findFirst({ where: { id: networkId, machine: "network" }, select: { state: true, regionId: true } });
    if (!workflow) throw new Refusal("no-such-record");
    await coordinating(tx, given.actor, workflow.regionId);
    if (workflow.state !== "planned") return { kind: "announced" as const, regionId: workflow.regionId };
    await write(tx, workflow.regionId);
    return { kind: "saved" as const };
  });
  if (draft.kind !== "announced") return draft;
  return act(networkId, given, "network.change", { write: (tx) => write(tx, draft.regionId) });
}

/** Opens it: those who may join are told. */
export async function openNetwork(given: Act): Promise<FireResult> {
  return act(given.networkId, given, "network.open", { addressees: { personIds: await everybodyWhoMayBelong(given.networkId, now()) } });
}

/** Tells those who may join and have not. */
export async function repeatInvitation(given: Act): Promise<FireResult> {
  const [everybody, members] = await Promise.all([everybodyWhoMayBelong(given.networkId, now()), db.membership.findMany({ where: { networkId: given.networkId, active: true }, select: { personId: true } })]);
  return act(given.networkId, given, "invitation.repeat", { addressees: { personIds: everybody.filter((id) => !members.some(({ personId }) => personId === id)) } });
}

/** Sends every member how to join: a link to the page that has it. */
export function sendInstructions(given: Act): Promise<FireResult> {
  return act(given.networkId, given, "instructions.send");
}

/** Closes it: every membership ends. */
export function closeNetwork({ reason, ...given }: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given.networkId, given, "network.close", { payload, write: async (tx) => void (await tx.network.update({ where: { id: given.networkId }, data: { reason: text }, select: { id: true } })) });
}

async function checkSources(tx: Tx, regionId: string, sourceIds: readonly string[]): Promise<void> {
  if ((await tx.event.count({ where: { id: { in: [...sourceIds] }, regionId } })) !== new Set(sourceIds).size) throw new Refusal("choose-source");
}

/** The posts that coordinate the region. Refused unless the actor holds one of them now. */
async function coordinating(tx: Tx, actor: Actor, regionId: string): Promise<string[]> {
  return coordinates(tx, personOf(actor), regionId);
}

function inRefusal<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result | Refused> {
  return orRefusal(() => inTransaction(work));
}
