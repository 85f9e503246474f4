import { randomUUID } from "node:crypto";
import { expect } from "vitest";

import type { SmallRegion } from "../../prisma/seed/small";
import { insisting, pressed, type Caller } from "./load";

const invitations = 40;

/** What a challenge is under load, and what has to be true of it afterwards. */
export interface ChallengeLoad {
  /** People at work until told to stop, each at their own pages. */
  readonly lanes: readonly ((working: () => boolean) => Promise<void>)[];
  /** Holds everything that the server said it had done against what is stored. */
  readonly check: () => Promise<void>;
}

/**
 * A challenge in the small region while parts are killed: two challengers file findings, two delegates answer the
 * days of their group, and challengers accept their places, one after the other.
 */
export async function aChallengeUnderLoad(southEast: SmallRegion, callerOf: (personId: string) => Promise<Caller>): Promise<ChallengeLoad> {
  const { db } = await import("~/platform/db.server");
  const { inTransaction } = await import("~/workflow/transaction.server");
  const { inviteToActivity } = await import("~/features/assignment");
  const { beginChallengeRecord } = await import("~/features/challenge-record");
  const { enterChallenger } = await import("~/features/challenger-pool");
  const { offerDates, publishGroups } = await import("~/features/triad");
  const { whyNotOn } = await import("~/features/triad/days");
  const { dayRulesOf } = await import("~/features/triad/day-rules.server");
  const { actor } = southEast.person("sli-coordinator");
  const { cycleId, regionId } = southEast;
  const [first = "", second = ""] = southEast.authorityIds;
  const today = new Date();
  const day = (offset: number) => new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);

  const writers = [southEast.person("dcs", second).id, southEast.person("dcs-delegate", second).id];
  const { id: recordId } = await inTransaction((tx) =>
    beginChallengeRecord(tx, { activityId: cycleId, kind: "triad", cycleId, regionId, authorityId: first, heldOn: day(0), title: "A challenge record", actor, team: { leadId: writers[0] ?? "", challengerIds: writers.slice(1) } }),
  );

  const published = await publishGroups({ cycleId, groups: [southEast.authorityIds], actor, requestKey: randomUUID() });
  if (published.kind !== "published") throw new Error(published.reason);
  const [triadId = ""] = published.triadIds;
  const rules = await dayRulesOf(db, cycleId);
  const { challengeStartsOn } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { challengeStartsOn: true } });
  const days = Array.from({ length: 14 }, (_, index) => new Date(challengeStartsOn.getTime() + index * 86_400_000).toISOString().slice(0, 10)).filter((one) => whyNotOn(one, rules) === null).slice(0, 2);
  const offered = await offerDates({ triadIds: [triadId], days, actor, requestKey: randomUUID() });
  if (offered.kind !== "offered") throw new Error(JSON.stringify(offered));
  const options = (await db.dateOption.findMany({ where: { triadId }, select: { id: true } })).map(({ id }) => id);

  const post = await db.post.create({ data: { kind: "assistant-director", title: "Assistant director", regionId, authorityId: second } });
  const asked: { personId: string; assignmentId: string; challengerId: string }[] = [];
  for (let index = 0; index < invitations; index += 1) {
    const { id: personId } = await db.person.create({ data: { name: `Challenger ${index}`, email: `${randomUUID()}@example.org`, holdings: { create: { postId: post.id, from: new Date("2026-01-01") } } }, select: { id: true } });
    const entered = await enterChallenger({ regionId, personId, level: "challenger", themes: [], about: "", maxLoad: 2, trainedOn: day(-1), actor });
    if (entered.kind !== "entered") throw new Error(entered.reason);
    const invited = await inTransaction((tx) =>
      inviteToActivity(tx, { activityId: triadId, challengerId: entered.challengerId, role: "challenger", why: "", activityTitle: "a session", on: null, hostAuthorityIds: [first], regionId, respondBy: day(10), actor }),
    );
    if (invited.kind !== "invited") throw new Error(invited.reason);
    asked.push({ personId, assignmentId: invited.assignmentId, challengerId: entered.challengerId });
  }

  const filed: { findingId: string; text: string; requestKey: string }[] = [];
  const answered: { authorityId: string; venue: string; requestKey: string }[] = [];
  const accepted: { assignmentId: string; requestKey: string }[] = [];

  const file = (personId: string, lane: number) => async (working: () => boolean): Promise<void> => {
    const caller = await callerOf(personId);
    for (let count = 0; working(); count += 1) {
      const [findingId, requestKey] = [randomUUID(), randomUUID()];
      const text = `Finding ${count} of lane ${lane}, typed while things broke.`;
      const begun = await pressed(() => caller.post(`/challenge-records/${recordId}/findings`, new URLSearchParams({ begin: `strength ${findingId}` })));
      expect(begun).toEqual({ status: 302, location: `/challenge-records/${recordId}/findings/${findingId}` });
      const body = new URLSearchParams([
        ["textRevision", "0"], ["was", JSON.stringify(["strength", "", [], null, false])], ["requestKey", requestKey], ["text", text],
        ["kind", "strength"], ["theme", "leadership"], ["evidence", "interview"], ["noNames", "yes"], ["intent", "file"],
      ]);
      const { status } = await pressed(() => caller.post(`/challenge-records/${recordId}/findings/${findingId}`, body));
      // Filed; or the press that came through before its answer was lost has filed it, and this one says that it is.
      expect([302, 409]).toContain(status);
      filed.push({ findingId, text, requestKey });
    }
  };
  const answer = (authorityId: string) => async (working: () => boolean): Promise<void> => {
    const caller = await callerOf(southEast.person("dcs-delegate", authorityId).id);
    for (let count = 0; working(); count += 1) {
      const requestKey = randomUUID();
      const venue = `Room ${count} of ${authorityId}`;
      const body = new URLSearchParams([["requestKey", requestKey], ["venue", venue], ...options.map((id): [string, string] => [`day-${id}`, count % 2 === 0 ? "yes" : "ifNeedBe"])]);
      const { status, location } = await pressed(() => caller.post(`/triads/${triadId}/dates`, body));
      expect({ status, location }).toEqual({ status: 302, location: `/triads/${triadId}` });
      answered.push({ authorityId, venue, requestKey });
    }
  };
  const accept = async (working: () => boolean): Promise<void> => {
    for (const { personId, assignmentId } of asked) {
      if (!working()) return;
      const caller = await callerOf(personId);
      const requestKey = randomUUID();
      const body = new URLSearchParams({ requestKey, intent: "accept", hasConflict: "no", conflict: "", signed: "yes" });
      const { status, location } = await pressed(() => caller.post(`/assignments/${assignmentId}`, body));
      expect({ status, location }).toEqual({ status: 302, location: `/assignments/${assignmentId}` });
      accepted.push({ assignmentId, requestKey });
    }
  };

  const once = async (event: string, requestKey: string, workflowId: string) => expect(await db.workflowEvent.count({ where: { event, requestKey, workflowId } }), event).toBe(1);
  return {
    // Not all answer the days: with the last answer the poll would close.
    lanes: [file(writers[0] ?? "", 0), file(writers[1] ?? "", 1), answer(first), answer(second), accept],
    check: async () => {
      for (const [what, done] of Object.entries({ filed, answered, accepted })) expect(done.length, what).toBeGreaterThan(2);
      for (const { findingId, text, requestKey } of filed) {
        const finding = await db.finding.findUniqueOrThrow({ where: { id: findingId } });
        expect(finding.filedAt).not.toBeNull();
        expect((await db.keptText.findFirst({ where: { workflowId: recordId, key: `finding:${findingId}` } }))?.value).toBe(text);
        await once("finding.file", requestKey, recordId);
      }
      expect(await db.workflowEvent.count({ where: { workflowId: recordId, event: "finding.file" } })).toBe(await db.finding.count({ where: { recordId, filedAt: { not: null } } }));
      for (const { requestKey } of answered) await once("answers.give", requestKey, triadId);
      for (const authorityId of [first, second]) {
        const last = answered.findLast((one) => one.authorityId === authorityId);
        const offers = await insisting(() => db.venueOffer.findMany({ where: { triadId, authorityId } }));
        expect(offers.map(({ venue }) => venue)).toContain(last?.venue);
        expect(await db.dateAnswer.count({ where: { authorityId, optionId: { in: options } } })).toBe(options.length);
      }
      for (const { assignmentId, requestKey } of accepted) await once("invitation.accept", requestKey, assignmentId);
      // Place, session and pool agree about everybody, whether or not their press came through.
      for (const { personId, assignmentId, challengerId } of asked) {
        const { state } = await db.workflow.findUniqueOrThrow({ where: { id: assignmentId } });
        const stands = await db.workflowParty.count({ where: { workflowId: triadId, personId, to: null } });
        const { state: inPool } = await db.workflow.findUniqueOrThrow({ where: { id: challengerId } });
        expect([state, stands, inPool]).toEqual(state === "accepted" ? ["accepted", 1, "onAssignment"] : ["invited", 0, "available"]);
      }
    },
  };
}
