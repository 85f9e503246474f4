import { z } from "zod";

const days = (from: number, to: number) => z.int().min(from).max(to);

/**
 * What a round says of visits: sizes, days and dates, each the region's to set. Read from the round's
 * rules; what nobody has set has its default, so that rules stored by an earlier version stay valid.
 */
const visitRules = z
  .object({
    visitTeamSize: days(2, 8).default(4),
    visitDays: days(1, 5).default(3),
    kloesAtMost: days(1, 20).default(5),
    acceptWorkingDays: days(1, 60).default(5),
    positionStatementWorkingDaysBefore: days(1, 60).default(12),
    themes: z.array(z.string()).default(["leadership", "front door", "assessment and planning", "children in care", "care leavers", "SEND", "workforce", "quality assurance", "early help", "safeguarding partnership", "data and performance"]),
    visitScopeWorkingDays: days(1, 60).default(10),
    visitEndorseWorkingDays: days(1, 60).default(5),
    visitProposeWorkingDays: days(1, 60).default(10),
    visitObjectWorkingDays: days(1, 60).default(5),
    visitArrangeWorkingDaysBefore: days(1, 90).default(20),
    visitNewDatesWorkingDays: days(1, 90).default(20),
  })
  .prefault({});

export type VisitRules = z.output<typeof visitRules>;

const wholeRules = z.looseObject({ challenge: visitRules });

/** @throws ZodError when the row holds what no version of Candour writes */
export function visitRulesOf(rules: unknown): VisitRules {
  return wholeRules.parse(rules ?? {}).challenge;
}
