import { z } from "zod";

/** The six-month update: what moved since the challenge, and what still needs help. Stored in `self_assessment.follow_up`. */
export const followUpSchema = z.object({
  progress: z.string().trim().min(1, "Say what has changed since the challenge").max(20_000, "Use fewer than 20,000 characters"),
  difficulties: z.string().trim().max(20_000, "Use fewer than 20,000 characters"),
  helpWanted: z.string().trim().max(20_000, "Use fewer than 20,000 characters"),
});

export type FollowUp = z.output<typeof followUpSchema>;
