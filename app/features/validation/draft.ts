import { z } from "zod";

/** An allocation as it was proposed: by ids of authorities, with what proves it. */
export const draftSchema = z.object({
  reports: z.array(z.object({ authorityId: z.string(), selfAssessmentId: z.string().nullable(), readers: z.array(z.string()), turn: z.number(), table: z.number() })),
  least: z.number(),
  most: z.number(),
  turns: z.number(),
  turnsAtLeast: z.number(),
});

export type Draft = z.output<typeof draftSchema>;

/** What the coordinator chooses before an allocation is proposed. */
export interface ScrutinyRules {
  readonly cycleId: string;
  readonly perReport: number;
  readonly groupsAllowed: boolean;
  readonly tables: number;
  readonly replyDays: number;
  /** Pairs of ids of authorities. */
  readonly never: readonly (readonly [string, string])[];
  /** Ids of authorities whose report is kept elsewhere. */
  readonly elsewhere: readonly string[];
}
