import { now } from "~/platform/clock.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Party } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";

/**
 * The authorities that employ people today, by person: read from the posts they hold, so that a move to
 * another authority changes their conflicts by itself; of somebody without a post, whose authority
 * nominated them for a leadership programme last.
 */
export async function employersOf(tx: Pick<Tx, "holding" | "nomination">, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly { id: string; name: string }[]>> {
  const moment = now();
  const held = await tx.holding.findMany({
    where: { personId: { in: [...personIds] }, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { authorityId: { not: null } } },
    orderBy: { from: "desc" },
    select: { personId: true, post: { select: { authority: { select: { id: true, name: true } } } } },
  });
  const employers = new Map<string, { id: string; name: string }[]>();
  for (const { personId, post } of held) {
    const known = employers.get(personId) ?? [];
    if (post.authority && !known.some((one) => one.id === post.authority?.id)) known.push(post.authority);
    employers.set(personId, known);
  }
  const others = personIds.filter((id) => !employers.has(id));
  if (others.length > 0) {
    const nominated = await tx.nomination.findMany({ where: { personId: { in: others }, workflow: { state: { in: ["accepted", "participating", "completed"] } } }, orderBy: { id: "asc" }, select: { personId: true, authority: { select: { id: true, name: true } } } });
    for (const { personId, authority } of nominated) employers.set(personId, [authority]);
  }
  return employers;
}

/** The authorities of which people are the director today, by person: some direct two. */
export async function directedBy(tx: Pick<Tx, "holding">, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const moment = now();
  const held = await tx.holding.findMany({ where: { personId: { in: [...personIds] }, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { kind: "dcs" } }, select: { personId: true, post: { select: { authorityId: true } } } });
  const directed = new Map<string, string[]>();
  for (const { personId, post } of held) if (post.authorityId) directed.set(personId, [...(directed.get(personId) ?? []), post.authorityId]);
  return directed;
}

/** Who endorses and is told as somebody's own director: the employer's director, or the regional chair for somebody of no authority. */
export async function ownDirector(tx: Tx, regionId: string, personId: string): Promise<Party[]> {
  const employer = (await employersOf(tx, [personId])).get(personId)?.[0];
  const posted = employer && (await tx.holding.count({ where: { personId, to: null, post: { authorityId: employer.id } } })) > 0;
  const ofAdults = employer && !posted && (await tx.nomination.count({ where: { personId, authorityId: employer.id, service: "adult" } })) > 0;
  const post =
    (employer && (await tx.post.findFirst({ where: { authorityId: employer.id, kind: ofAdults ? "dass" : "dcs" }, orderBy: { id: "asc" }, select: { id: true } }))) ??
    (await tx.post.findFirst({ where: { regionId, authorityId: null, kind: "regional-chair" }, orderBy: { id: "asc" }, select: { id: true } })) ??
    (await tx.post.findFirst({ where: { regionId, authorityId: null, kind: "sli-coordinator" }, orderBy: { id: "asc" }, select: { id: true } }));
  return post ? [{ role: "ownDcs", postId: post.id }] : [];
}

/** Puts the director of today's employer on the record, and takes off who was there before. */
export async function seatOwnDirector(tx: Tx, challengerId: string): Promise<void> {
  const { regionId, personId } = await tx.challenger.findUniqueOrThrow({ where: { id: challengerId }, select: { regionId: true, personId: true } });
  const [wanted] = await ownDirector(tx, regionId, personId);
  const seated = await tx.workflowParty.findMany({ where: { workflowId: challengerId, role: "ownDcs", to: null }, select: { postId: true } });
  if (seated.length === 1 && seated[0]?.postId === wanted?.postId) return;
  for (const { postId } of seated) if (postId && postId !== wanted?.postId) await endParty(tx, challengerId, { role: "ownDcs", postId });
  if (wanted) await addParty(tx, challengerId, wanted);
}
