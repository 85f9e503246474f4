import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Head } from "./queries.server";

const why: Readonly<Record<string, string>> = {
  hostDcs: "asks for the visit",
  delegate: "prepares for the director",
  chiefExecutive: "endorses it",
  hostOrganiser: "sees to rooms and papers",
  coordinator: "runs the region’s visits",
  regionalChair: "follows the visit: state, dates and team, none of its papers",
  leadChallenger: "leads the team",
  challenger: "is on the team",
};

/** Everybody for whom the visit exists now, by name, and why. A draft exists for its own authority alone. */
export async function readersOf(head: Pick<Head, "id" | "state" | "roles">): Promise<readonly { readonly who: string; readonly why: string }[]> {
  const moment = now();
  const [visit, parties] = await Promise.all([
    db.visit.findUniqueOrThrow({ where: { id: head.id }, select: { requestedAt: true } }),
    db.workflowParty.findMany({
      where: { workflowId: head.id, role: { in: Object.keys(why) }, to: null },
      select: {
        role: true,
        person: { select: { id: true, name: true } },
        post: { select: { title: true, authority: { select: { name: true } }, holdings: { where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] }, select: { person: { select: { id: true, name: true } } } } } },
      },
    }),
  ]);
  const order = Object.keys(why);
  return parties
    .filter((party) => visit.requestedAt !== null || !["coordinator", "regionalChair"].includes(party.role))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    .flatMap(({ role, person, post }) => {
      const names = person ? [person.name] : (post?.holdings.map((holding) => holding.person.name) ?? []);
      const place = post ? `, ${post.title}${post.authority ? `, ${post.authority.name}` : ""}` : "";
      return names.map((name) => ({ who: `${name}${place}`, why: why[role] ?? "" }));
    });
}
