import { z } from "zod";

const days = (from: number, to: number) => z.int().min(from).max(to);

/**
 * What a round says of its groups' sessions, each the region's to set. Read from the round's rules;
 * what nobody has set has its default, so that rules stored by an earlier version stay valid.
 */
const triadRules = z
  .object({
    pollWorkingDays: days(1, 60).default(10),
    attendanceWorkingDays: days(1, 60).default(5),
    challengersPerSession: z.int().min(0).max(8).default(2),
    packsWorkingDaysBefore: days(1, 60).default(10),
    kloesWorkingDaysBefore: days(1, 60).default(5),
    kloesAtMost: days(1, 20).default(5),
    acceptWorkingDays: days(1, 60).default(5),
  })
  .prefault({});

export type TriadRules = z.output<typeof triadRules>;

const wholeRules = z.looseObject({ challenge: triadRules });

/** @throws ZodError when the row holds what no version of Candour writes */
export function triadRulesOf(rules: unknown): TriadRules {
  return wholeRules.parse(rules ?? {}).challenge;
}
