import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { act, personOf, Refusal, withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { addParty, changeRole, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import type { Act } from "./acting.server";

/** The posts of an authority that read a report for it. */
async function readingPosts(tx: Tx, authorityId: string): Promise<{ readonly dcs: string; readonly delegates: readonly string[] }> {
  const posts = await tx.post.findMany({ where: { authorityId, kind: { in: ["dcs", "dcs-delegate"] } }, select: { id: true, kind: true } });
  const dcs = posts.find(({ kind }) => kind === "dcs");
  if (!dcs) throw new Refusal("no-director");
  return { dcs: dcs.id, delegates: posts.filter(({ kind }) => kind === "dcs-delegate").map(({ id }) => id) };
}

/** Takes an authority off a report: its director and delegates read it no longer. */
async function release(tx: Tx, validationId: string, authorityId: string): Promise<void> {
  const { dcs, delegates } = await readingPosts(tx, authorityId);
  for (const role of ["leadScrutineer", "scrutineer"]) await endParty(tx, validationId, { role, postId: dcs });
  for (const postId of delegates) await endParty(tx, validationId, { role: "readerDelegate", postId });
  await tx.scrutineer.deleteMany({ where: { validationId, authorityId } });
}

/**
 * A reader declines, with a reason: the report is closed to them, and the coordinator names another. When it
 * was the one who leads, the next of its readers leads meanwhile.
 */
export function declineToRead({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  const { validationId } = given;
  const { payload, text: reason } = withReason(text);
  const authorityOf = async (tx: Tx): Promise<string> => {
    const moment = now();
    const party = await tx.workflowParty.findFirst({
      where: { workflowId: validationId, to: null, role: { in: ["leadScrutineer", "scrutineer"] }, post: { holdings: { some: { personId: personOf(given.actor), from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] } } } },
      select: { post: { select: { authorityId: true } } },
    });
    if (!party?.post?.authorityId) throw new Refusal("not-your-role");
    return party.post.authorityId;
  };
  return act(validationId, given, "reader.decline", {
    payload,
    settle: async (tx) => {
      const authorityId = await authorityOf(tx);
      await tx.readerDecline.create({ data: { validationId, authorityId, reason, byId: personOf(given.actor), at: now() }, select: { authorityId: true } });
      await release(tx, validationId, authorityId);
      const [next] = await tx.scrutineer.findMany({ where: { validationId }, orderBy: [{ leads: "desc" }, { authorityId: "asc" }] });
      if (!next || next.leads) return;
      await tx.scrutineer.update({ where: { validationId_authorityId: { validationId, authorityId: next.authorityId } }, data: { leads: true }, select: { leads: true } });
      await changeRole(tx, validationId, { from: "scrutineer", to: "leadScrutineer", postId: (await readingPosts(tx, next.authorityId)).dcs });
    },
  });
}

/** The coordinator says who reads a report from now, the first of them leading. Those who are new and those who read it no longer are told, and so is the authority. */
export async function changeReaders({ readers, ...given }: Act & { readonly readers: readonly string[] }): Promise<FireResult> {
  const { validationId } = given;
  const addressees: { postIds: string[] } = { postIds: [] };
  return act(validationId, given, "readers.change", {
    addressees,
    write: async (tx) => {
      if (new Set(readers).size !== readers.length) throw new Refusal("choose-readers");
      const mayRead = new Set((await readersToChoose(tx, validationId)).map(({ id }) => id));
      if (readers.some((id) => !mayRead.has(id))) throw new Refusal("may-not-read");
      const before = await tx.scrutineer.findMany({ where: { validationId }, select: { authorityId: true, leads: true } });
      for (const { authorityId } of before.filter((one) => !readers.includes(one.authorityId))) {
        addressees.postIds.push((await readingPosts(tx, authorityId)).dcs);
        await release(tx, validationId, authorityId);
      }
      for (const [place, authorityId] of readers.entries()) {
        const leads = place === 0;
        const { dcs, delegates } = await readingPosts(tx, authorityId);
        const [role, other] = leads ? ["leadScrutineer", "scrutineer"] : ["scrutineer", "leadScrutineer"];
        await endParty(tx, validationId, { role: other ?? "", postId: dcs });
        await addParty(tx, validationId, { role: role ?? "", postId: dcs });
        for (const postId of delegates) await addParty(tx, validationId, { role: "readerDelegate", postId });
        await tx.scrutineer.upsert({ where: { validationId_authorityId: { validationId, authorityId } }, create: { validationId, authorityId, leads }, update: { leads }, select: { leads: true } });
      }
    },
  });
}

/** What the page to change the readers of a report asks: how many read each, and who may. */
export async function readersPage(validationId: string): Promise<{ readonly perReport: number; readonly choices: readonly ReaderChoice[] }> {
  const [{ scrutiny }, choices] = await Promise.all([
    db.validation.findUniqueOrThrow({ where: { id: validationId }, select: { scrutiny: { select: { perReport: true } } } }),
    readersToChoose(db, validationId),
  ]);
  return { perReport: scrutiny.perReport, choices };
}

export interface ReaderChoice {
  readonly id: string;
  readonly name: string;
  /** How many reports of the event it reads. */
  readonly reads: number;
}

/**
 * The authorities that may read a report, those that read fewest first: with a director, not the authority's
 * own, not one that declined it or that the event rules out, and not of its own group unless that is allowed.
 */
export async function readersToChoose(tx: Pick<Tx, "validation" | "authority">, validationId: string): Promise<readonly ReaderChoice[]> {
  const { authorityId, scrutinyId, scrutiny, declines } = await tx.validation.findUniqueOrThrow({
    where: { id: validationId },
    select: {
      authorityId: true, scrutinyId: true, declines: { select: { authorityId: true } },
      scrutiny: { select: { regionId: true, never: true, groupsAllowed: true, cycle: { select: { groups: { select: { members: { select: { authorityId: true } } } } } } } },
    },
  });
  const ruledOut = new Set([authorityId, ...declines.map((one) => one.authorityId)]);
  for (const [one, other] of scrutiny.never as [string, string][]) {
    if (one === authorityId) ruledOut.add(other);
    if (other === authorityId) ruledOut.add(one);
  }
  const own = scrutiny.groupsAllowed ? undefined : scrutiny.cycle.groups.find(({ members }) => members.some((member) => member.authorityId === authorityId));
  for (const member of own?.members ?? []) ruledOut.add(member.authorityId);
  const authorities = await tx.authority.findMany({
    where: { regionId: scrutiny.regionId, id: { notIn: [...ruledOut] }, posts: { some: { kind: "dcs" } } },
    select: { id: true, name: true, scrutinises: { where: { validation: { scrutinyId, workflow: { state: { not: "withdrawn" } } } }, select: { validationId: true } } },
  });
  return authorities.map(({ id, name, scrutinises }) => ({ id, name, reads: scrutinises.length })).sort((a, b) => a.reads - b.reads || a.name.localeCompare(b.name));
}
