import { now } from "~/platform/clock.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import { endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { noteChange } from "./changes.server";
import { endInTransaction } from "./holdings.server";
import { postInLetter } from "./letters.server";
import { refusedWith, type Registered } from "./refusals";
import { inForce, keepsRegister, mayFill, postsOf, type PostPlace } from "./rights.server";

/** What is kept of a person. The address is stored in lower case. */
export interface PersonFacts {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

/**
 * Adds somebody to the register. They can sign in once they hold a post. Refused to all but
 * coordinators and directors (who appoint their own delegates and authors).
 */
export function addPerson(facts: PersonFacts, actor: Actor | SignedIn): Promise<Registered<{ personId: string }>> {
  return inTransaction(async (tx) => {
    const held = await postsOf(tx, actor);
    if (held && !held.some((post) => post.kind === "sli-coordinator" || post.kind === "dcs")) return refusedWith("not-yours");
    return addInTransaction(tx, facts, actor);
  });
}

/** As `addPerson`, where the caller has asked whether the actor may and has a transaction. */
export async function addInTransaction(tx: Tx, facts: PersonFacts, actor: Actor | SignedIn): Promise<Registered<{ personId: string }>> {
  const email = facts.email.trim().toLowerCase();
  await lockAddress(tx, email);
  const known = await tx.person.findUnique({ where: { email }, select: { leftAt: true } });
  if (known) return refusedWith(known.leftAt ? "email-of-somebody-who-left" : "email-taken");
  const person = await tx.person.create({ data: { name: facts.name.trim(), email, phone: facts.phone?.trim() || null, createdAt: now() }, select: { id: true } });
  await noteChange(tx, actor, "person.added", { personId: person.id });
  return { kind: "done", personId: person.id };
}

/**
 * Changes a person's name, address or telephone number. A new address signs them out everywhere and
 * unties their council account: whoever reads the old mailbox is not them any more.
 */
export function changePerson(personId: string, facts: PersonFacts, actor: Actor | SignedIn): Promise<Registered<{ changed: readonly string[] }>> {
  return inTransaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    if (!person) return refusedWith("no-such-person");
    if (!mayKeep(await postsOf(tx, actor), person.places)) return refusedWith("not-yours");
    const next = { name: facts.name.trim(), email: facts.email.trim().toLowerCase(), phone: facts.phone?.trim() || null };
    const changed = (["name", "email", "phone"] as const).filter((field) => next[field] !== person[field]);
    if (changed.length === 0) return { kind: "done", changed };
    if (changed.includes("email")) {
      await lockAddress(tx, next.email);
      if (await tx.person.findUnique({ where: { email: next.email }, select: { id: true } })) return refusedWith("email-taken");
      await tx.session.deleteMany({ where: { userId: personId } });
      await tx.account.deleteMany({ where: { userId: personId } });
    }
    await tx.person.update({ where: { id: personId }, data: { ...next, ...(changed.includes("email") ? { emailVerified: false } : {}), updatedAt: now() } });
    await noteChange(tx, actor, "person.changed", { personId, fields: changed });
    return { kind: "done", changed };
  });
}

/**
 * Somebody has left: every post they held is vacant, every record they were on by name goes on without
 * them, and they are signed out, all at once. What they did stays in the records.
 */
export function personLeft(personId: string, actor: Actor | SignedIn): Promise<Registered<{ ended: number }>> {
  return inTransaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    if (!person) return refusedWith("no-such-person");
    const held = await postsOf(tx, actor);
    // Every post must be the actor's to clear: a person may hold posts in two regions.
    if (held && !person.current.every((holding) => mayFill(held, holding.post))) return refusedWith("not-yours");
    if (held && person.current.length === 0 && !mayKeep(held, person.places)) return refusedWith("not-yours");
    if (person.leftAt) return refusedWith("has-left");
    const moment = now();
    for (const holding of person.current) {
      const ended = await endInTransaction(tx, { holding: { ...holding, person }, to: moment, actor });
      if (ended) return refusedWith(ended);
    }
    // What was planned for them does not begin.
    await tx.holding.deleteMany({ where: { personId, from: { gt: moment } } });
    const parties = await tx.workflowParty.findMany({ where: { personId, to: null }, select: { workflowId: true, role: true } });
    for (const { workflowId, role } of parties) await endParty(tx, workflowId, { role, personId });
    await tx.person.update({ where: { id: personId }, data: { leftAt: moment, updatedAt: moment } });
    await tx.session.deleteMany({ where: { userId: personId } });
    await tx.account.deleteMany({ where: { userId: personId } });
    await noteChange(tx, actor, "person.left", { personId });
    return { kind: "done", ended: person.current.length };
  });
}

/** Somebody who left is back: they can be given posts again. Nothing they held returns by itself. */
export function personReturned(personId: string, actor: Actor | SignedIn): Promise<Registered> {
  return inTransaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    if (!person) return refusedWith("no-such-person");
    if (!mayKeep(await postsOf(tx, actor), person.places)) return refusedWith("not-yours");
    if (!person.leftAt) return { kind: "done" };
    await tx.person.update({ where: { id: personId }, data: { leftAt: null, updatedAt: now() } });
    await noteChange(tx, actor, "person.returned", { personId });
    return { kind: "done" };
  });
}

/** One at a time for an address: of two who give it at once the second is told that it is taken. */
async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address ${email}`}, 0))::text`;
}

async function lockPerson(tx: Tx, personId: string) {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: {
      id: true, name: true, email: true, phone: true, leftAt: true,
      holdings: { select: { id: true, from: true, to: true, post: { select: postInLetter } } },
    },
  });
  if (!person) return null;
  const moment = now();
  return {
    ...person,
    places: person.holdings.map((holding): PostPlace => holding.post),
    current: person.holdings.filter((holding) => holding.from <= moment && (holding.to === null || holding.to > moment)),
  };
}

/** The register of a person is kept by the coordinator of any region they hold or held a post in; of somebody without any, by every coordinator. */
function mayKeep(held: readonly PostPlace[] | null, places: readonly PostPlace[]): boolean {
  if (held === null) return true;
  if (places.length === 0) return held.some((post) => post.kind === "sli-coordinator");
  return places.some((place) => keepsRegister(held, place.regionId));
}

/** Whether a person holds anything at this moment. */
export async function holdsAnything(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.holding.count({ where: { personId, ...inForce(now()) } })) > 0;
}
