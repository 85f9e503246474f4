import { assignChapter, completeChapter, completeDraft, endorse, saveAnswer, sign, startWriting, submit } from "~/features/self-assessment";
import type { FireResult } from "~/workflow/fire.server";

import type { TestAuthority } from "./region";

/** Writes a self-assessment of the small template, up to the point where its director can sign. */
export async function readyToSign(selfAssessmentId: string, authority: TestAuthority): Promise<void> {
  moved(await startWriting({ selfAssessmentId, actor: authority.delegate }));
  const saved = await saveAnswer({ selfAssessmentId, questionId: "vision", value: { text: "Every child is known by name." }, baseRevision: 0, actor: authority.delegate });
  if (saved.kind !== "saved") throw new Error(`the answer was not saved: ${JSON.stringify(saved)}`);
  moved(await assignChapter({ selfAssessmentId, chapterId: "leadership", personId: authority.delegate.personId, actor: authority.dcs }));
  moved(await completeChapter({ selfAssessmentId, chapterId: "leadership", actor: authority.delegate }));
  moved(await completeDraft({ selfAssessmentId, actor: authority.delegate }));
}

/** Writes, signs, endorses and submits it. */
export async function submitted(selfAssessmentId: string, authority: TestAuthority): Promise<void> {
  await readyToSign(selfAssessmentId, authority);
  moved(await sign({ selfAssessmentId, declaration: true, actor: authority.dcs }));
  moved(await endorse({ selfAssessmentId, role: "chiefExecutive", actor: authority.chiefExecutive }));
  moved(await submit({ selfAssessmentId, actor: authority.dcs }));
}

function moved(result: FireResult): void {
  if (result.kind !== "moved") throw new Error(`a step was not taken: ${JSON.stringify(result)}`);
}
