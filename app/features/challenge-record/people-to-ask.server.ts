import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Head } from "./queries.server";

/** Who may be asked to lead instead: the rest of the team first, then the directors of the region's other authorities. */
export async function whoMayLead(head: Pick<Head, "team" | "lead" | "region" | "authority">): Promise<readonly { readonly id: string; readonly words: string }[]> {
  const moment = now();
  const directors = await db.holding.findMany({
    where: {
      from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }],
      post: { regionId: head.region.id, kind: "dcs", authorityId: { not: head.authority.id } },
      person: { OR: [{ leftAt: null }, { leftAt: { gt: moment } }], holdings: { none: { to: null, post: { authorityId: head.authority.id } } } },
    },
    select: { person: { select: { id: true, name: true } }, post: { select: { authority: { select: { name: true } } } } },
    orderBy: { person: { name: "asc" } },
  });
  const team = head.team.filter((member) => member.id !== head.lead?.id).map((member) => ({ id: member.id, words: `${member.name}, on the team` }));
  const known = new Set([...team.map((one) => one.id), head.lead?.id]);
  return [...team, ...directors.filter(({ person }) => !known.has(person.id)).map(({ person, post }) => ({ id: person.id, words: `${person.name}, director, ${post.authority?.name ?? ""}` }))];
}
