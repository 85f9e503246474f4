import { cycleRules, type CycleRules } from "~/features/cycle";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { Refusal, personOf, withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { changeRole } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { act, keepReason, type Act } from "./acting.server";
import { heldNow } from "./people.server";
import { shareWithSubmission } from "./sharing.server";
import { askEndorsersAfresh, currentVersion, freeze, markSubmitted, voidCurrent } from "./versions.server";

export type EndorserRole = "chiefExecutive" | "leadMember";

async function rulesOf(id: string): Promise<CycleRules | null> {
  const record = await db.selfAssessment.findUnique({ where: { id }, select: { cycle: { select: { rules: true } } } });
  return record && cycleRules.parse(record.cycle.rules);
}

/** Sends the finished draft to the director. Refused while a required question, an outlier or a conflict is open. */
export function completeDraft(given: Act): Promise<FireResult> {
  return act(given, "draft.complete");
}

/** Opens the document for writing again: a signature and every endorsement of it are void. */
export function editAgain(given: Act): Promise<FireResult> {
  return act(given, "draft.edit", { write: (tx) => voidCurrent(tx, given.selfAssessmentId) });
}

/** The director sends the draft back to those who write it. */
export function returnDraft(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "draft.return", { payload, write: (tx) => keepReason(tx, given.selfAssessmentId, text) });
}

/**
 * The director signs: the document is frozen as a version, exactly as it stands. Where the round asks
 * for no endorsement, signing also submits it. A delegate cannot sign.
 */
export async function sign(given: Act & { readonly declaration: boolean }): Promise<FireResult> {
  const id = given.selfAssessmentId;
  const rules = await rulesOf(id);
  if (!rules) return { kind: "refused", reason: "no-such-record" };
  const endorsed = rules.endorsements.length > 0;
  return act(given, endorsed ? "declaration.sign" : "declaration.submit", {
    payload: { declaration: given.declaration },
    write: async (tx, workflow) => {
      // Freezing is for the state it belongs to; anywhere else the process itself says why not.
      if (workflow.state !== "readyForDcs" || !given.declaration) return;
      await askEndorsersAfresh(tx, id);
      await freeze(tx, id, personOf(given.actor));
      await keepReason(tx, id, "");
      if (!endorsed) await markSubmitted(tx, id);
    },
    settle: async (tx) => {
      if (!endorsed) await shareWithSubmission(tx, id);
    },
  });
}

/**
 * The chief executive or the lead member endorses the version in front of them. The last endorsement
 * needed moves the document on. `version` is the one they read: if there is a newer one, refused with
 * "other-version".
 */
export async function endorse(given: Act & { readonly role: EndorserRole; readonly version?: number }): Promise<FireResult> {
  const id = given.selfAssessmentId;
  const write = async (tx: Tx, workflow: { readonly state: string }) => {
    if (workflow.state !== "awaitingEndorsement") return;
    const current = await currentVersion(tx, id);
    if (given.version !== undefined && given.version !== current.version) throw new Refusal("other-version");
    const personId = personOf(given.actor);
    if (!(await postsActing(tx, id, personId, given.role)).length) throw new Refusal("not-your-role");
    const already = await tx.endorsement.findUnique({ where: { versionId_role: { versionId: current.id, role: given.role } }, select: { id: true } });
    if (already) throw new Refusal("already-endorsed");
    await tx.endorsement.create({ data: { versionId: current.id, role: given.role, personId, at: now() }, select: { id: true } });
  };
  // Whether this is the last one is known only under the lock: the process refuses the event that does not fit.
  const settle = (tx: Tx) => settleEndorsers(tx, id);
  const more = await act(given, "endorsement.give", { write, settle });
  return more.kind === "refused" && more.reason === "moreEndorsementsToCome" ? act(given, "endorsement.complete", { write, settle }) : more;
}

async function postsActing(tx: Tx, id: string, personId: string, role: EndorserRole): Promise<string[]> {
  const parties = await tx.workflowParty.findMany({
    where: { workflowId: id, role, to: null, post: { holdings: { some: { AND: [heldNow(), { personId }] } } } },
    select: { postId: true },
  });
  return parties.flatMap(({ postId }) => postId ?? []);
}

/** Takes the step out of the inbox of those who have endorsed the present version: from now on they are endorsers. */
async function settleEndorsers(tx: Tx, id: string): Promise<void> {
  const newest = await tx.documentVersion.findFirst({
    where: { selfAssessmentId: id },
    orderBy: { version: "desc" },
    select: { voidedAt: true, endorsements: { select: { role: true } } },
  });
  if (!newest || newest.voidedAt) return;
  for (const { role } of newest.endorsements) {
    const parties = await tx.workflowParty.findMany({ where: { workflowId: id, role, to: null }, select: { postId: true } });
    for (const { postId } of parties) if (postId) await changeRole(tx, id, { from: role, to: "endorser", postId });
  }
}

/** One of the endorsers says no, with a reason: the signature is void and the document returns to its writers. */
export function refuseEndorsement(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "endorsement.refuse", {
    payload,
    write: async (tx) => {
      await voidCurrent(tx, given.selfAssessmentId);
      await keepReason(tx, given.selfAssessmentId, text);
    },
  });
}

/** Submits the signed and endorsed version: it gets its reference, and is immutable. */
export function submit(given: Act): Promise<FireResult> {
  const id = given.selfAssessmentId;
  return act(given, "document.submit", {
    write: async (tx, workflow) => {
      if (workflow.state === "awaitingSubmission") await markSubmitted(tx, id);
    },
    settle: (tx) => shareWithSubmission(tx, id),
  });
}

/** The coordinator sends a submitted document back, before it is shared. */
export function returnDocument(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "document.return", {
    payload,
    write: async (tx) => {
      await voidCurrent(tx, given.selfAssessmentId);
      await keepReason(tx, given.selfAssessmentId, text);
    },
  });
}
