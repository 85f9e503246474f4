import { z } from "zod";

/** One group's session as the coordinator is about to propose it. */
const proposed = z.object({
  triadId: z.string(),
  /** ISO day; null when no day was found. */
  day: z.string().nullable(),
  hostId: z.string().nullable(),
  venue: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** Ids of the challenger pool. */
  lead: z.string().nullable(),
  challengers: z.array(z.string()),
  /** Why no day was found, in words. */
  reason: z.string().nullable(),
  byHand: z.boolean(),
});
export type ProposedSession = z.infer<typeof proposed>;

/** Who is to be asked when a group's session is confirmed. */
export const proposedTeam = z.object({ lead: z.string().nullable(), challengers: z.array(z.string()) });

/** The working proposal for all groups of a round that wait for one. */
export const roundProposal = z.object({
  sessions: z.array(proposed),
  /** No answer places more, and none that places as many costs less. */
  proven: z.boolean(),
  cost: z.number(),
});
export type RoundProposal = z.infer<typeof roundProposal>;

export const USUAL_HOURS = { startsAt: "09:30", endsAt: "16:00" } as const;
