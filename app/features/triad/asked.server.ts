import { POST_KINDS } from "~/features/people/posts";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { retitle } from "~/workflow/title.server";
import { titleOf } from "./words";

/** What a step may still want of an authority: its answers, who comes, its key lines of enquiry, or nothing. */
export type Wanted = "answers" | "attendance" | "kloes" | "nothing";

/**
 * Makes exactly those authorities the asked ones that still owe what is wanted: their inbox, their
 * reminders. Called inside the `write` of a transition, after its own rows.
 */
export async function askFor(tx: Tx, triadId: string, wanted: Wanted): Promise<void> {
  const owing = wanted === "nothing" ? [] : await owingOf(tx, triadId, wanted);
  const posts = await speakingPosts(tx, owing);
  const standing = await tx.workflowParty.findMany({ where: { workflowId: triadId, role: "asked", to: null }, select: { postId: true } });
  for (const { postId } of standing) {
    if (postId && !posts.some((post) => post.id === postId)) await endParty(tx, triadId, { role: "asked", postId });
  }
  for (const { id } of posts) await addParty(tx, triadId, { role: "asked", postId: id });
}

/** Authorities in the group now that still owe what is wanted. */
export async function owingOf(tx: Pick<Tx, "$queryRaw">, triadId: string, wanted: Exclude<Wanted, "nothing">): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string; answers: boolean; attendance: boolean; kloes: boolean }[]>`
    SELECT m.authority_id AS id, m.confirmed_at IS NULL AS attendance,
           NOT EXISTS (SELECT 1 FROM kloe k WHERE k.activity_id = t.id AND k.authority_id = m.authority_id AND k.shared_at IS NOT NULL) AS kloes,
           (SELECT count(*) FROM date_option o WHERE o.triad_id = t.id AND o.poll = t.poll)
             > (SELECT count(*) FROM date_answer d JOIN date_option o ON o.id = d.option_id
                 WHERE o.triad_id = t.id AND o.poll = t.poll AND d.authority_id = m.authority_id) AS answers
      FROM triad_member m JOIN triad t ON t.id = m.triad_id
     WHERE m.triad_id = ${triadId}::uuid AND m.left_at IS NULL ORDER BY m.authority_id`;
  return rows.filter((row) => row[wanted]).map((row) => row.id);
}

const roleOfPost: Readonly<Record<string, string>> = { dcs: "memberDcs", "dcs-delegate": "delegate" };

/** The posts that speak for these authorities. */
export function speakingPosts(tx: Pick<Tx, "post">, authorityIds: readonly string[]) {
  return tx.post.findMany({
    where: { authorityId: { in: [...authorityIds] }, kind: { in: Object.keys(roleOfPost) } },
    select: { id: true, kind: true, authorityId: true, regionId: true },
    orderBy: { id: "asc" },
  });
}

/** The parties that speak for these authorities, as they stand. */
export async function standingParties(tx: Pick<Tx, "post">, authorityIds: readonly string[]): Promise<{ role: string; postId: string }[]> {
  return asParties(await speakingPosts(tx, authorityIds));
}

function asParties(posts: readonly { readonly id: string; readonly kind: string }[]): { role: string; postId: string }[] {
  return posts.flatMap((post) => {
    const role = roleOfPost[post.kind];
    return role ? [{ role, postId: post.id }] : [];
  });
}

/** An authority's posts as parties of its group; the director's post exists even while it is vacant. */
export async function partiesFor(tx: Tx, regionId: string, authorityIds: readonly string[]): Promise<{ role: string; postId: string }[]> {
  const posts = [...(await speakingPosts(tx, authorityIds))];
  for (const authorityId of authorityIds) {
    if (posts.some((post) => post.authorityId === authorityId && post.kind === "dcs")) continue;
    posts.push(await tx.post.create({ data: { kind: "dcs", title: POST_KINDS.dcs.label, regionId, authorityId }, select: { id: true, kind: true, authorityId: true, regionId: true } }));
  }
  return asParties(posts);
}

/** Writes the group's name anew after a change of its members. */
export async function renameGroup(tx: Tx, triadId: string): Promise<string> {
  const triad = await tx.triad.findUniqueOrThrow({
    where: { id: triadId },
    select: { number: true, members: { where: { leftAt: null }, select: { authority: { select: { name: true } } } } },
  });
  const title = titleOf(triad.number, triad.members.map((member) => member.authority.name).sort((a, b) => a.localeCompare(b, "en-GB")));
  await retitle(tx, triadId, title);
  return title;
}
