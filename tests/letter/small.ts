import { beginChallengeRecord, takeStep } from "~/features/challenge-record";
import { keepText } from "~/features/kept-text";
import { agreeFacts, draftFromFindings, finaliseLetter, sendForCheck } from "~/features/letter";
import { now } from "~/platform/clock.server";
import type { Actor } from "~/workflow/actor.server";
import { inTransaction } from "~/workflow/transaction.server";
import { dayOf } from "~/workflow/working-days";

interface Wanted {
  readonly regionId: string;
  readonly cycleId: string;
  /** Any process: a record asks nothing of its activity but that it is one. */
  readonly activityId: string;
  readonly authorityId: string;
  readonly coordinator: Actor;
  readonly dcs: Actor;
  readonly lead: Actor;
}

const personOf = (actor: Actor) => (actor.kind === "person" ? actor.personId : "");

async function done(result: Promise<{ kind: string }>): Promise<void> {
  const ended = await result;
  if (ended.kind !== "moved" && ended.kind !== "saved") throw new Error(`expected it to be done: ${JSON.stringify(ended)}`);
}

/** A record with findings of every kind, up to the moment the letter is to be drafted. */
export async function aRecordToDraft(given: Wanted): Promise<string> {
  const { id } = await inTransaction((tx) => beginChallengeRecord(tx, {
    activityId: given.activityId, kind: "triad", cycleId: given.cycleId, regionId: given.regionId, authorityId: given.authorityId, heldOn: dayOf(now()), title: "Challenge record", actor: given.coordinator,
    team: { leadId: personOf(given.lead), challengerIds: [] },
  }));
  const findings = [
    ["strength", "leadership", "Leaders are seen by their staff, and know their practice."], ["area", "front door", "The team has 9 social workers, and calls wait."],
    ["area", "workforce", "Supervision is not always recorded."], ["recommendation", "workforce", "Look at how supervision is recorded."], ["goodPractice", "early help", "The family hubs are worth a visit."],
  ] as const;
  for (const [kind, theme, text] of findings) {
    await inTransaction(async (tx) => {
      const finding = await tx.finding.create({ data: { recordId: id, authorId: personOf(given.lead), kind, theme, evidence: ["interview"], noNames: true, createdAt: now(), filedAt: now() }, select: { id: true } });
      await keepText(tx, { workflowId: id, key: `finding:${finding.id}`, value: text, baseRevision: 0, personId: personOf(given.lead) });
    });
  }
  await done(takeStep({ recordId: id, actor: given.lead }, "findings.finish"));
  return id;
}

/** The same with its letter final, after the director agreed the facts. */
export async function aRecordWithFinalLetter(given: Wanted): Promise<string> {
  const id = await aRecordToDraft(given);
  await done(draftFromFindings({ recordId: id, actor: given.lead }));
  await done(sendForCheck({ recordId: id, actor: given.lead }));
  await done(agreeFacts({ recordId: id, actor: given.dcs }));
  await done(finaliseLetter({ recordId: id, actor: given.lead }));
  return id;
}
