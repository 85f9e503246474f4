import { beginSelfAssessment } from "~/features/self-assessment";
import { freezeTemplateVersion } from "~/features/template";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import { fire, type FireResult } from "~/workflow/fire.server";
import { addParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { undo } from "~/workflow/transaction.server";

import type { Press } from "./acts";
import { setRoundDates } from "./calendar.server";
import { cycleRules } from "./rules";

/**
 * Opens a round: freezes its template version and begins one self-assessment for each authority
 * taking part, with the posts that hold its obligations, all in the transaction of the opening.
 * Refused when dates are out of order, the template has no question, or nobody takes part.
 */
export async function openRound(cycleId: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  return fire({
    workflowId: cycleId,
    event: "round.open",
    actor,
    ...press,
    write: async (tx, workflow) => {
      // Whoever comes second has waited for the row: the decision refuses them, and nothing is begun twice.
      if (workflow.state !== "draft") return;
      const cycle = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId } });
      await setRoundDates(tx, cycleId);
      await freezeTemplateVersion(tx, cycle.templateVersionId);
      const { takingPart } = cycleRules.parse(cycle.rules);
      await addDirectors(tx, cycleId, takingPart);
      for (const authorityId of takingPart) await beginSelfAssessment(tx, { cycleId, authorityId, actor });
    },
  });
}

/**
 * Lets an authority of the region join a round that is under way; its self-assessment is marked as
 * joined late. Refused with "already-taking-part" or "not-of-this-region".
 */
export async function joinLate(cycleId: string, authorityId: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  const [cycle, authority] = await Promise.all([
    db.cycle.findUnique({ where: { id: cycleId }, select: { regionId: true } }),
    db.authority.findUnique({ where: { id: authorityId }, select: { regionId: true, name: true } }),
  ]);
  if (!cycle) return { kind: "refused", reason: "no-such-round" };
  if (authority?.regionId !== cycle.regionId) return { kind: "refused", reason: "not-of-this-region" };
  const takesPart = () => db.selfAssessment.findUnique({ where: { cycleId_authorityId: { cycleId, authorityId } }, select: { id: true } });
  if (await takesPart()) return (await repeatOf(cycleId, press)) ?? { kind: "refused", reason: "already-taking-part" };
  const posts = await directorPosts(db, [authorityId]);
  return fire({
    workflowId: cycleId,
    event: "authority.join",
    actor,
    ...press,
    payload: { authority: authority.name },
    addressees: { postIds: posts.map((post) => post.id) },
    write: async (tx, workflow) => {
      if (workflow.state !== "open" && workflow.state !== "submissionsClosed") return;
      // Two coordinators letting the same authority in at once: the second finds it there.
      if (await tx.selfAssessment.findUnique({ where: { cycleId_authorityId: { cycleId, authorityId } }, select: { id: true } })) {
        undo({ kind: "refused", reason: "already-taking-part" });
      }
      await addDirectors(tx, cycleId, [authorityId]);
      await beginSelfAssessment(tx, { cycleId, authorityId, actor, joinedLate: true });
    },
  });
}

/** The outcome of the same press sent before, if it was. */
async function repeatOf(cycleId: string, { requestKey }: Press): Promise<FireResult | null> {
  if (!requestKey) return null;
  const event = await db.workflowEvent.findFirst({ where: { workflowId: cycleId, requestKey }, select: { toState: true } });
  return event ? { kind: "repeated", to: event.toState } : null;
}

/** Directors and their delegates of these authorities become parties of the round, by post. */
async function addDirectors(tx: Tx, cycleId: string, authorityIds: readonly string[]): Promise<void> {
  for (const post of await directorPosts(tx, authorityIds)) {
    await addParty(tx, cycleId, { role: post.kind === "dcs" ? "dcs" : "delegate", postId: post.id });
  }
}

function directorPosts(database: Pick<Tx, "post">, authorityIds: readonly string[]) {
  return database.post.findMany({
    where: { authorityId: { in: [...authorityIds] }, kind: { in: ["dcs", "dcs-delegate"] } },
    select: { id: true, kind: true },
    orderBy: { id: "asc" },
  });
}
