import { cycleRules } from "~/features/cycle";
import { now } from "~/platform/clock.server";
import { db, type Database } from "~/platform/db.server";
import { Refusal, withReason } from "~/workflow/acting.server";
import { system } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { act, keepReason, type Act } from "./acting.server";
import { heldNow, holdsPostAt, holdsPostIn } from "./people.server";
import { currentVersion } from "./versions.server";

export interface ReaderPost {
  readonly postId: string;
  readonly authority: string;
}

/**
 * The directors' posts that will read a document by its round's policy: those of its group, or of the
 * whole region. Never its own authority's.
 */
export async function readersByPolicy(database: Database, id: string): Promise<readonly ReaderPost[]> {
  const record = await database.selfAssessment.findUniqueOrThrow({
    where: { id },
    select: { authorityId: true, cycleId: true, cycle: { select: { rules: true, regionId: true } } },
  });
  const { visibility } = cycleRules.parse(record.cycle.rules);
  const group = { groupMembers: { some: { group: { cycleId: record.cycleId, members: { some: { authorityId: record.authorityId } } } } } };
  const posts = await database.post.findMany({
    where: {
      kind: "dcs",
      authorityId: { not: record.authorityId },
      authority: { regionId: record.cycle.regionId, ...(visibility === "group" ? group : {}) },
    },
    select: { id: true, authority: { select: { name: true } } },
    orderBy: { authority: { name: "asc" } },
  });
  return posts.map((post) => ({ postId: post.id, authority: post.authority?.name ?? "" }));
}

/** Lets the readers of the round's policy read the submitted version. */
export function share(given: Act): Promise<FireResult> {
  return act(given, "document.share", { write: openToReaders });
}

/** Shares it with its submission, in one transaction, where the round's rule says so. */
export async function shareWithSubmission(tx: Tx, id: string): Promise<void> {
  const { cycle } = await tx.selfAssessment.findUniqueOrThrow({ where: { id }, select: { cycle: { select: { rules: true } } } });
  if (!cycleRules.parse(cycle.rules).shareAutomatically) return;
  await fireWithin(tx, { workflowId: id, event: "document.share", actor: system, write: openToReaders });
}

async function openToReaders(tx: Tx, { id, state }: { readonly id: string; readonly state: string }): Promise<void> {
  if (state !== "submitted") return;
  const { id: versionId } = await currentVersion(tx, id);
  await tx.documentVersion.update({ where: { id: versionId }, data: { sharedAt: now() }, select: { id: true } });
  for (const { postId } of await readersByPolicy(tx, id)) await addParty(tx, id, { role: "reader", postId });
}

/**
 * Makes the readers of a round's shared documents those of its groups as they are now: newcomers read, those
 * who left read no more. Inside the transaction that changes the groups; what is shared meanwhile waits for it.
 */
export async function followGroups(tx: Tx, cycleId: string): Promise<void> {
  const { rules } = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { rules: true } });
  if (cycleRules.parse(rules).visibility !== "group") return;
  await tx.$executeRaw`SELECT 1 FROM workflow WHERE id IN (SELECT id FROM self_assessment WHERE cycle_id = ${cycleId}::uuid) ORDER BY id FOR UPDATE`;
  const shared = await tx.selfAssessment.findMany({
    where: { cycleId, versions: { some: { sharedAt: { not: null } } } },
    select: { id: true, workflow: { select: { parties: { where: { role: "reader", to: null }, select: { postId: true } } } } },
  });
  for (const { id, workflow } of shared) {
    const readers = new Set((await readersByPolicy(tx, id)).map(({ postId }) => postId));
    for (const { postId } of workflow.parties) if (postId && !readers.has(postId)) await endParty(tx, id, { role: "reader", postId });
    for (const postId of readers) await addParty(tx, id, { role: "reader", postId });
  }
}

/** Begins a new version of a submitted document. Its readers keep the one they have, and are told. */
export function revise(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "document.revise", { payload, write: (tx) => keepReason(tx, given.selfAssessmentId, text) });
}

/** The director takes the document back: nobody outside the authority reads it any more. */
export function withdraw(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "document.withdraw", { payload, write: (tx) => keepReason(tx, given.selfAssessmentId, text) });
}

/** Lets a named person read, and nothing else, where the round's policy has observers. */
export function admitObserver(given: Act & { readonly personId: string }): Promise<FireResult> {
  const { selfAssessmentId: id, personId } = given;
  return act(given, "observer.admit", {
    addressees: { personIds: [personId] },
    write: async (tx) => {
      const record = await tx.selfAssessment.findUniqueOrThrow({ where: { id }, select: { cycle: { select: { rules: true } } } });
      if (cycleRules.parse(record.cycle.rules).visibility !== "regionAndObservers") throw new Refusal("no-observers");
      const known = await tx.person.findFirst({ where: { id: personId, holdings: { some: heldNow() } }, select: { id: true } });
      if (!known) throw new Refusal("no-such-person");
      await addParty(tx, id, { role: "observer", personId });
    },
  });
}

/** Asks somebody of another authority in the region to moderate. Refused: "of-this-authority", "not-of-this-region". */
export function assignModerator(given: Act & { readonly personId: string }): Promise<FireResult> {
  const { selfAssessmentId: id, personId } = given;
  return act(given, "moderator.assign", {
    addressees: { personIds: [personId] },
    write: async (tx) => {
      const record = await tx.selfAssessment.findUniqueOrThrow({ where: { id }, select: { authorityId: true, cycle: { select: { regionId: true } } } });
      if (await holdsPostAt(tx, personId, record.authorityId)) throw new Refusal("of-this-authority");
      if (!(await holdsPostIn(tx, personId, record.cycle.regionId))) throw new Refusal("not-of-this-region");
      await addParty(tx, id, { role: "moderator", personId });
    },
  });
}

/**
 * Writes down that somebody outside the authority has read a version: on the page, in print, or as a
 * Word file. Its owner sees every line. Repeated looks within five minutes count once.
 */
export async function noteReading({ selfAssessmentId, personId, version, how }: { selfAssessmentId: string; personId: string; version: number; how: "page" | "word" | "evidence" }): Promise<void> {
  const moment = now();
  const lately = await db.documentRead.findFirst({
    where: { selfAssessmentId, personId, version, how, at: { gt: new Date(moment.getTime() - 5 * 60_000) } },
    select: { id: true },
  });
  if (!lately) await db.documentRead.create({ data: { selfAssessmentId, personId, version, how, at: moment }, select: { id: true } });
}
