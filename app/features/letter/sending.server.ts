import { type Act, takeStep } from "~/features/challenge-record";
import { keepMarks, type Mark } from "~/features/child-data";
import { personOf } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { paragraphsOf } from "./content";
import { freezeLetter } from "./freezing.server";

/** What the author said of each thing that looked like data about a child, by the key of its text. */
export type MarksByKey = Readonly<Record<string, readonly Mark[]>>;

/**
 * Sends the letter for the factual accuracy check: its next version is frozen, and the director and
 * delegate are asked. Refused as in `freezeLetter`, and "not-your-role".
 */
export function sendForCheck(given: Act & { readonly marks?: MarksByKey | undefined }): Promise<FireResult> {
  return takeStep(given, "letter.send", {
    write: async (tx) => {
      const personId = personOf(given.actor);
      for (const [key, marks] of Object.entries(given.marks ?? {})) await keepMarks(tx, { workflowId: given.recordId, key, marks, personId });
      await freezeLetter(tx, { recordId: given.recordId, kind: "sentForCheck", personId });
    },
  });
}

/**
 * Makes the letter final: frozen for ever, its areas laid out for the action plan, and the director, chief
 * executive and lead member told. There is one final letter a record. Refused as in `freezeLetter`.
 */
export function finaliseLetter(given: Act & { readonly marks?: MarksByKey | undefined }): Promise<FireResult> {
  return takeStep(given, "letter.finalise", {
    write: async (tx) => {
      const personId = personOf(given.actor);
      for (const [key, marks] of Object.entries(given.marks ?? {})) await keepMarks(tx, { workflowId: given.recordId, key, marks, personId });
      const { content } = await freezeLetter(tx, { recordId: given.recordId, kind: "final", personId });
      await tx.planArea.createMany({
        data: paragraphsOf(content.paragraphs, "areas").map((paragraph, index) => ({
          recordId: given.recordId, paragraphId: paragraph.id, number: index + 1, title: paragraph.heading || `Area ${index + 1}`,
        })),
      });
    },
  });
}
