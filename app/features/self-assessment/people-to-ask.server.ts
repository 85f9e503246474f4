import { db } from "~/platform/db.server";
import { heldNow } from "./people.server";
import type { Head } from "./queries.server";
import type { Asked } from "./record-acts";

/**
 * People who may be asked to moderate (posts of other authorities in the region) or admitted to observe
 * (anybody in office who is not of the authority), each once.
 */
export async function peopleToAsk(head: Head, asks: readonly Asked[]): Promise<readonly { readonly id: string; readonly words: string }[]> {
  const moderator = asks.includes("moderator");
  if (!moderator && !asks.includes("observer")) return [];
  const holdings = await db.holding.findMany({
    where: {
      AND: [
        heldNow(),
        {
          post: { regionId: head.region.id, ...(moderator ? { authorityId: { not: null } } : {}) },
          person: { holdings: { none: { AND: [heldNow(), { post: { authorityId: head.authority.id } }] } } },
        },
      ],
    },
    select: { person: { select: { id: true, name: true } }, post: { select: { title: true, authority: { select: { name: true } } } } },
    orderBy: [{ person: { name: "asc" } }],
  });
  const byId = new Map<string, { id: string; words: string }>();
  for (const { person, post } of holdings) {
    if (!byId.has(person.id)) byId.set(person.id, { id: person.id, words: [person.name, post.title, post.authority?.name].filter(Boolean).join(", ") });
  }
  return [...byId.values()];
}
