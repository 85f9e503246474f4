import { beginChallengeRecord, beginFinding } from "~/features/challenge-record";
import { inviteToActivity } from "~/features/assignment";
import { enterChallenger } from "~/features/challenger-pool";
import { beginVisit, saveRequest, sendRequest } from "~/features/visit";
import { wrongWithDay } from "~/features/visit/days";
import { db } from "~/platform/db.server";
import { inTransaction } from "~/workflow/transaction.server";
import { type SmallRegion } from "../../prisma/seed/small";
import { aRecordWithFinalLetter } from "~tests/letter/small";
import { workingDay } from "~tests/support/days";
import type { Ids } from "./world";
import { aSectionAuthor } from "./world-people";

// What the matrix needs of challenges: a record, a final letter, a visit, an invitation.
/** The authority's challenge record, led by the director next door, who has begun a finding. Its activity is the round: a record asks nothing of it. */
export async function aRecordLedByNeighbour(region: SmallRegion, authorityId: string, neighbour: string): Promise<{ challengeRecordId: string; findingId: string }> {
  const lead = region.person("dcs", neighbour);
  const { id } = await inTransaction((tx) =>
    beginChallengeRecord(tx, {
      activityId: region.cycleId, kind: "triad", cycleId: region.cycleId, regionId: region.regionId, authorityId, heldOn: workingDay(-4), title: "A challenge record",
      actor: region.person("sli-coordinator").actor, team: { leadId: lead.id, challengerIds: [] },
    }),
  );
  const begun = await beginFinding({ recordId: id, kind: "strength", actor: lead.actor });
  if (begun.kind !== "made") throw new Error(begun.reason);
  return { challengeRecordId: id, findingId: begun.id };
}

/** Led by somebody of an authority that is nobody's here: all others stay strangers to it. */
export async function aFinalLetter(region: SmallRegion, authorityId: string): Promise<Pick<Ids, "letterRecordId" | "planAreaId">> {
  const elsewhere = region.authorityIds.find((id) => !["reading", "york", "medway", "sheffield"].includes(id)) ?? "";
  const id = await aRecordWithFinalLetter({
    regionId: region.regionId, cycleId: region.cycleId, activityId: region.selfAssessmentId(authorityId), authorityId,
    coordinator: region.person("sli-coordinator").actor, dcs: region.person("dcs", authorityId).actor, lead: { kind: "person", personId: await aSectionAuthor(region.regionId, elsewhere) },
  });
  const area = await db.planArea.findFirstOrThrow({ where: { recordId: id }, select: { id: true } });
  return { letterRecordId: id, planAreaId: area.id };
}

/** A visit that the authority's director has asked for, and nobody has scoped yet. */
export async function aRequestedVisit(region: SmallRegion, authorityId: string): Promise<string> {
  const { actor } = region.person("dcs", authorityId);
  const begun = await beginVisit({ authorityId, variant: "peer", theme: "SEND", actor });
  if (begun.kind === "refused") throw new Error(begun.reason);
  const { endsOn } = await db.cycle.findUniqueOrThrow({ where: { id: region.cycleId }, select: { endsOn: true } });
  await saveRequest({ visitId: begun.id, actor }, { variant: "peer", theme: "SEND", passage: "", themeReason: "A new strategy", wants: "An outside view", wishedDays: [someFirstDay(endsOn)] });
  const sent = await sendRequest({ visitId: begun.id, actor });
  if (sent.kind !== "moved") throw new Error(`the visit was not asked for: ${JSON.stringify(sent)}`);
  return begun.id;
}

/** A day well before the end of the round from which three working days follow each other. */
function someFirstDay(endsOn: Date): string {
  const end = endsOn.toISOString().slice(0, 10);
  for (let back = 30; ; back += 1) {
    const day = new Date(endsOn.getTime() - back * 86_400_000).toISOString().slice(0, 10);
    if (wrongWithDay(day, { today: "2000-01-01", endsOn: end, days: 3 }) === null) return day;
  }
}

/** The authority's delegate is in the pool, and asked to a session of the authority next door. The round stands for the session. */
export async function anInvitation(region: SmallRegion, authorityId: string, neighbour: string): Promise<{ challengerId: string; assignmentId: string }> {
  const { actor } = region.person("sli-coordinator");
  const { id: personId } = region.person("dcs-delegate", authorityId);
  const entered = await enterChallenger({ regionId: region.regionId, personId, level: "challenger", themes: [], about: "", maxLoad: 2, trainedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), actor });
  if (entered.kind !== "entered") throw new Error(entered.reason);
  const invited = await inTransaction((tx) =>
    inviteToActivity(tx, {
      activityId: region.cycleId, challengerId: entered.challengerId, role: "challenger", why: "", activityTitle: "a session", on: null, hostAuthorityIds: [neighbour],
      regionId: region.regionId, respondBy: workingDay(800), actor,
    }),
  );
  if (invited.kind !== "invited") throw new Error(invited.reason);
  return { challengerId: entered.challengerId, assignmentId: invited.assignmentId };
}
