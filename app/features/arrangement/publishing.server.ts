import { publishGroups } from "~/features/triad";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { inTransaction } from "~/workflow/transaction.server";

import type { DraftResult, Press } from "./acts";
import { membersOf } from "./arranging";
import { lockDraft } from "./drafting.server";
import { boardPage } from "./queries.server";
import { roundGroups } from "./round-groups.server";

export interface ToTell {
  readonly authority: string;
  readonly group: number;
  /** Names of those told: the director and their delegates; empty when nobody holds the posts. */
  readonly people: readonly string[];
}

/** The page before publishing: who is in which group and who will be told; null when there is no such draft. */
export async function publishPage(actor: SignedIn, cycleId: string | undefined, id: string | undefined) {
  const board = await boardPage(actor, cycleId, id);
  if (!board) return null;
  const members = board.groups.flatMap((group) => group.members);
  const [holdings, own] = await Promise.all([
    db.holding.findMany({
      where: { to: null, post: { kind: { in: ["dcs", "dcs-delegate"] }, authorityId: { in: members.map((member) => member.id) } } },
      select: { person: { select: { name: true } }, post: { select: { authorityId: true, kind: true } } },
      orderBy: [{ post: { kind: "asc" } }, { person: { name: "asc" } }],
    }),
    roundGroups(board.round.id),
  ]);
  return {
    round: board.round,
    draft: board.draft,
    standing: board.standing,
    groups: board.groups,
    places: board.places,
    faults: [
      ...(board.groups.length === 0 ? ["There are no groups yet"] : board.faults),
      ...(board.round.open ? [] : ["The round is not open: its authorities have not been asked to take part, or it is over"]),
    ],
    repeats: board.groups.flatMap((group) => group.warnings),
    published: own.published || board.draft.publishedAt !== null,
    replaces: own.groups.length,
    told: board.groups.flatMap((group) => group.members.map((member): ToTell => ({
      authority: member.name, group: group.number,
      people: holdings.filter((holding) => holding.post.authorityId === member.id).map((holding) => holding.person.name),
    }))),
  };
}

/**
 * Publishes a draft: its groups become triads of the round and everybody in them is told. Refused while
 * the draft has a fault, and once groups of the round have been published, from whichever draft.
 *
 * The draft is closed first, so that nobody changes it meanwhile; its own id is the press's key. If
 * everything stops between the two, the draft still counts as unpublished and the same press goes on.
 */
export async function publishArrangement(cycleId: string, id: string, actor: SignedIn, press: Press): Promise<DraftResult> {
  const page = await publishPage(actor, cycleId, id);
  if (!page) return { kind: "refused", reason: "no-such-draft" };
  if (page.draft.publishedAt) return { kind: "saved", id, revision: page.draft.revision };
  if (page.published) return { kind: "refused", reason: "already-published" };
  if (page.faults.length > 0) return { kind: "refused", reason: "not-ready" };
  const closed = await inTransaction(async (tx) => {
    const draft = await lockDraft(tx, id, actor);
    if (!draft) return { kind: "refused", reason: "no-such-draft" } as const;
    // What was looked at is what is published: the page's revision, and the one whose faults were looked for just now.
    if (draft.revision !== page.draft.revision || (press.expectedRevision ?? draft.revision) !== draft.revision) return { kind: "conflict", revision: draft.revision } as const;
    await tx.arrangement.update({ where: { id }, data: { publishedAt: now() } });
    return { kind: "closed", draft } as const;
  });
  if (closed.kind !== "closed") return closed;
  const published = await publishGroups({ cycleId, groups: membersOf(closed.draft.groups), actor, requestKey: id });
  if (published.kind === "published") return { kind: "saved", id, revision: closed.draft.revision };
  await db.arrangement.updateMany({ where: { id }, data: { publishedAt: null } });
  return published;
}
