// What other features, the seed and the routes may use of self-assessments. Every verb ends in fire().
import type { Actor } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import type { FireResult } from "~/workflow/fire.server";
import type { AnswerValue } from "./answers";
import type { FollowUp } from "./follow-up";

export type { AnswerValue } from "./answers";
export type { FollowUp } from "./follow-up";

/** What every verb takes. `expectedRevision` is the workflow's, as the page showed it; `requestKey` makes a double press one act. */
export interface Act {
  readonly selfAssessmentId: string;
  readonly actor: Actor;
  readonly expectedRevision?: number | undefined;
  readonly requestKey?: string | undefined;
}

export type Saved =
  | { readonly kind: "saved"; readonly revision: number }
  /** Somebody saved first: what was typed is kept aside under `keptId`, and both are shown. */
  | { readonly kind: "conflict"; readonly keptId: string; readonly revision: number }
  | { readonly kind: "refused"; readonly reason: string };

export declare function beginSelfAssessment(tx: Tx, about: { cycleId: string; authorityId: string; actor: Actor; joinedLate?: boolean }): Promise<{ id: string }>;
export declare function startWriting(act: Act): Promise<FireResult>;
export declare function assignChapter(act: Act & { chapterId: string; personId: string }): Promise<FireResult>;
export declare function saveAnswer(answer: { selfAssessmentId: string; questionId: string; value: AnswerValue; baseRevision: number; actor: Actor }): Promise<Saved>;
export declare function resolveConflict(choice: { selfAssessmentId: string; keptId: string; take: "kept" | "current" | "both"; actor: Actor }): Promise<Saved>;
export declare function completeChapter(act: Act & { chapterId: string }): Promise<FireResult>;
export declare function completeDraft(act: Act): Promise<FireResult>;
export declare function editAgain(act: Act): Promise<FireResult>;
export declare function returnDraft(act: Act & { reason: string }): Promise<FireResult>;
export declare function sign(act: Act & { declaration: boolean }): Promise<FireResult>;
export declare function endorse(act: Act & { role: "chiefExecutive" | "leadMember" }): Promise<FireResult>;
export declare function refuseEndorsement(act: Act & { reason: string }): Promise<FireResult>;
export declare function submit(act: Act): Promise<FireResult>;
export declare function returnDocument(act: Act & { reason: string }): Promise<FireResult>;
export declare function share(act: Act): Promise<FireResult>;
export declare function revise(act: Act & { reason: string }): Promise<FireResult>;
export declare function withdraw(act: Act & { reason: string }): Promise<FireResult>;
export declare function optOut(act: Act & { reason: string }): Promise<FireResult>;
export declare function waive(act: Act & { reason: string }): Promise<FireResult>;
export declare function resume(act: Act): Promise<FireResult>;
/** `newDate` is an ISO day. */
export declare function grantExtension(act: Act & { newDate: string; reason: string }): Promise<FireResult>;
export declare function admitObserver(act: Act & { personId: string }): Promise<FireResult>;
export declare function assignModerator(act: Act & { personId: string }): Promise<FireResult>;
export declare function addComment(act: Act & { chapterId: string | null; text: string }): Promise<{ kind: "saved"; id: string } | { kind: "refused"; reason: string }>;
export declare function completeModeration(act: Act): Promise<FireResult>;
export declare function recordChallenge(act: Act): Promise<FireResult>;
export declare function openFollowUp(act: Act): Promise<FireResult>;
export declare function submitFollowUp(act: Act & { update: FollowUp }): Promise<FireResult>;
export declare function close(act: Act & { reason: string }): Promise<FireResult>;
