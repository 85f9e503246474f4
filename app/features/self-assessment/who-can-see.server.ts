import { db } from "~/platform/db.server";
import { challengersOf } from "./challenge.server";
import { heldNow } from "./people.server";
import type { Head } from "./queries.server";
import { readersByPolicy } from "./sharing.server";

export interface Seer {
  readonly who: string;
  readonly why: string;
  /** Whether they can read the content now, or only will once it is shared (or submitted). */
  readonly when: "now" | "onceSubmitted" | "onceShared";
}

const roleWords: Readonly<Record<string, string>> = {
  author: "writes a chapter of it",
  contributor: "has written a chapter of it",
  moderator: "moderates it",
  observer: "is a named observer and reads only",
};

/** Everybody who can see a self-assessment, now or later, with the reason. The answer for every document. */
export async function seersOf(head: Head): Promise<readonly Seer[]> {
  const [posts, parties, coordinators, policy, challengers] = await Promise.all([
    db.post.findMany({
      where: { authorityId: head.authority.id, kind: { in: ["dcs", "dcs-delegate", "assistant-director", "chief-executive", "lead-member", "performance-lead"] } },
      select: { title: true, holdings: { where: heldNow(), select: { person: { select: { name: true } } } } },
      orderBy: { kind: "asc" },
    }),
    db.workflowParty.findMany({
      where: { workflowId: head.id, to: null, role: { in: ["author", "contributor", "moderator", "observer"] } },
      select: { role: true, person: { select: { name: true } } },
    }),
    db.post.findMany({
      where: { regionId: head.region.id, authorityId: null, kind: "sli-coordinator" },
      select: { title: true, holdings: { where: heldNow(), select: { person: { select: { name: true } } } } },
    }),
    readersByPolicy(db, head.id),
    challengersOf(head.id),
  ]);
  const shared = ["shared", "moderated", "challenged", "followUpDue", "closed"].includes(head.state) || (head.readable !== null && head.standing === "sharedWith");
  const submitted = shared || head.state === "submitted";
  const named = (title: string, holdings: readonly { readonly person: { readonly name: string } }[]) =>
    holdings.length > 0 ? holdings.map(({ person }) => `${person.name}, ${title}`) : [`${title} (vacant)`];
  return [
    ...posts.flatMap((post) => named(post.title, post.holdings).map((who): Seer => ({ who, why: `holds a post in ${head.authority.name} that reads it`, when: "now" }))),
    ...parties
      .filter(({ role }) => role === "author" || role === "contributor")
      .map(({ role, person }): Seer => ({ who: person?.name ?? "", why: roleWords[role] ?? "", when: "now" })),
    ...coordinators.flatMap((post) => named(post.title, post.holdings).map((who): Seer => ({
      who,
      why: "runs the round: sees the state and the dates always, the content once it is submitted",
      when: submitted ? "now" : "onceSubmitted",
    }))),
    ...policy.map(({ authority }): Seer => ({
      who: `Director of children’s services, ${authority}`,
      why: head.rules.visibility === "group" ? "is in the same group in this round" : "is a director in the region",
      when: shared ? "now" : "onceShared",
    })),
    ...challengers.map((one): Seer => ({ ...one, when: shared ? "now" : "onceShared" })),
    ...parties
      .filter(({ role }) => role === "moderator" || role === "observer")
      .map(({ role, person }): Seer => ({ who: person?.name ?? "", why: roleWords[role] ?? "", when: shared ? "now" : "onceShared" })),
  ];
}
