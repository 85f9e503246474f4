import { setGroups } from "~/features/cycle";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";

import type { DraftResult, Press } from "./acts";
import { boardPage, draftAndFacts } from "./queries.server";
import { membersOf } from "./arranging";
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
    faults: board.groups.length === 0 ? ["There are no groups yet"] : board.faults,
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
 * Publishes a draft: its groups become the round's and everybody in them is told. Refused while the
 * draft has a fault, and once the round's groups have been published, from whichever draft.
 */
export async function publishArrangement(cycleId: string, id: string, actor: SignedIn, press: Press): Promise<DraftResult> {
  const found = await draftAndFacts(actor, cycleId, id);
  if (!found) return { kind: "refused", reason: "no-such-draft" };
  if (found.draft.publishedAt) return { kind: "saved", id, revision: found.draft.revision };
  if (press.expectedRevision !== undefined && press.expectedRevision !== found.draft.revision) return { kind: "conflict", revision: found.draft.revision };
  const page = await publishPage(actor, cycleId, id);
  if (!page || page.faults.length > 0) return { kind: "refused", reason: "not-ready" };
  if (page.published) return { kind: "refused", reason: "published" };
  const saved = await setGroups(cycleId, membersOf(found.groups), actor);
  if (saved.kind === "refused") return saved;
  await db.arrangement.update({ where: { id }, data: { publishedAt: now() } });
  return { kind: "saved", id, revision: found.draft.revision };
}
