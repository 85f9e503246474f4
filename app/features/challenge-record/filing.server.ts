import { uncheckedIn } from "~/features/child-data";
import { now } from "~/platform/clock.server";
import { Refusal, orRefusal, personOf } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { addParty, endParty } from "~/workflow/parties.server";
import { inTransaction } from "~/workflow/transaction.server";
import { takeStep, worksForHost, type Act } from "./acting.server";
import { textKey } from "./findings";
import { lacking } from "./meta";
import { lockFinding, metaOf, openDesk, type Desk, type FindingRow } from "./writing.server";

type OfFinding = Act & { readonly findingId: string };
type Done = FireResult | { readonly kind: "saved" };

/**
 * Files a finding as it is saved: from now on it counts. Refused while it lacks anything, while two versions
 * of it wait to be settled, and while something in it may identify a child. Filed twice it is filed once.
 */
export async function fileFinding(given: OfFinding): Promise<Done> {
  const result = await takeStep(given, "finding.file", {
    write: async (tx) => {
      const { finding } = await mine(tx, given);
      if (finding.removedAt) throw new Refusal("finding-removed");
      if (finding.filedAt) throw new Refusal("already-filed");
      await refuseUnready(tx, given.recordId, finding);
      await tx.$executeRaw`UPDATE finding SET filed_at = ${now()} WHERE id = ${finding.id}::uuid`;
    },
  });
  return result.kind === "refused" && result.reason === "already-filed" ? { kind: "saved" } : result;
}

async function refuseUnready(tx: Tx, recordId: string, finding: FindingRow): Promise<void> {
  const key = textKey(finding.id);
  const [kept] = await tx.$queryRaw<{ value: string; disputed: boolean }[]>`
    SELECT value, EXISTS (SELECT 1 FROM kept_text_history h WHERE h.text_id = t.id AND h.outcome = 'conflict') AS disputed
      FROM kept_text t WHERE workflow_id = ${recordId}::uuid AND key = ${key}`;
  const text = kept?.value ?? "";
  const [lacks] = Object.values(lacking(metaOf(finding), text));
  if (lacks) throw new Refusal(lacks);
  if (kept?.disputed) throw new Refusal("open-conflict");
  if ((await uncheckedIn({ workflowId: recordId, key, text }, tx)).length > 0) throw new Refusal("child-data");
}

/** The finding, for its author or the lead challenger. */
async function mine(tx: Tx, given: OfFinding): Promise<{ finding: FindingRow; desk: Desk }> {
  const desk = await openDesk(tx, given.recordId, given.actor);
  const finding = await lockFinding(tx, given.recordId, given.findingId);
  if (!finding) throw new Refusal("no-such-finding");
  if (finding.authorId !== desk.personId && !desk.leads) throw new Refusal("not-your-finding");
  return { finding, desk };
}

/** Takes a finding out. Nothing of it is lost, and it can be put back. A draft goes quietly; a filed one is told of. */
export function removeFinding(given: OfFinding): Promise<Done> {
  return setAside(given, "finding.remove");
}

/** Puts a finding back as it was. */
export function restoreFinding(given: OfFinding): Promise<Done> {
  return setAside(given, "finding.restore");
}

async function setAside(given: OfFinding, event: "finding.remove" | "finding.restore"): Promise<Done> {
  const removes = event === "finding.remove";
  const write = async (tx: Tx): Promise<FindingRow> => {
    const { finding, desk } = await mine(tx, given);
    if (removes && finding.removedAt) throw new Refusal("finding-removed");
    if (!removes && !finding.removedAt) throw new Refusal("finding-not-removed");
    await tx.finding.update({ where: { id: finding.id }, data: removes ? { removedAt: now(), removedBy: desk.personId } : { removedAt: null, removedBy: null }, select: { id: true } });
    return finding;
  };
  const quiet = await orRefusal(() =>
    inTransaction<Done | { kind: "filed"; authorId: string }>(async (tx) => {
      const { finding } = await mine(tx, given);
      if (finding.filedAt) return { kind: "filed", authorId: finding.authorId };
      // Pressed twice: it is so already.
      if ((finding.removedAt !== null) !== removes) await write(tx);
      return { kind: "saved" };
    }),
  );
  if (quiet.kind !== "filed") return quiet;
  return takeStep(given, event, { addressees: { personIds: [quiet.authorId] }, write: async (tx) => void (await write(tx)) });
}

/** All findings are in: the letter can be written. */
export function finishFindings(given: Act): Promise<FireResult> {
  return takeStep(given, "findings.finish");
}

/** Opens the findings again, as they were. */
export function reopenFindings(given: Act): Promise<FireResult> {
  return takeStep(given, "findings.reopen");
}

/** Gives the record another lead challenger. The one before stays on the team. */
export async function changeLead(given: Act & { readonly personId: string }): Promise<FireResult> {
  const before = await leadsOf(given.recordId);
  return takeStep(given, "lead.change", {
    addressees: { personIds: before.length > 0 ? before : [given.actor.kind === "person" ? given.actor.personId : given.personId] },
    write: async (tx) => {
      personOf(given.actor);
      const person = await tx.person.findUnique({ where: { id: given.personId }, select: { id: true, leftAt: true } });
      if (!person || (person.leftAt && person.leftAt <= now())) throw new Refusal("no-such-person");
      if (await worksForHost(tx, given.recordId, person.id)) throw new Refusal("of-the-host");
      const leads = await tx.workflowParty.findMany({ where: { workflowId: given.recordId, role: "leadChallenger", to: null }, select: { personId: true } });
      if (leads.some((lead) => lead.personId === person.id)) throw new Refusal("already-lead");
      for (const lead of leads) {
        if (!lead.personId) continue;
        await endParty(tx, given.recordId, { role: "leadChallenger", personId: lead.personId });
        await addParty(tx, given.recordId, { role: "challenger", personId: lead.personId });
      }
      await endParty(tx, given.recordId, { role: "challenger", personId: person.id });
      await addParty(tx, given.recordId, { role: "leadChallenger", personId: person.id });
    },
  });
}

function leadsOf(recordId: string): Promise<string[]> {
  return inTransaction(async (tx) => (await tx.workflowParty.findMany({ where: { workflowId: recordId, role: "leadChallenger", to: null, personId: { not: null } }, select: { personId: true } })).flatMap(({ personId }) => personId ?? []));
}

/** Calls the record off before its letter is final. */
export function withdrawRecord(given: Act & { readonly reason: string }): Promise<FireResult> {
  return takeStep(given, "record.withdraw", { reason: given.reason });
}

/** Reminds those whom the record waits for, or the people given. */
export function remind(given: Act & { readonly personIds?: readonly string[]; readonly postIds?: readonly string[] }): Promise<FireResult> {
  return takeStep(given, "reminder.send", { addressees: { personIds: given.personIds ?? [], postIds: given.postIds ?? [] } });
}
