import type { Calendar } from "./days";
import type { Moment } from "./clockwork";
import type { Part } from "./rounds";

/** How far an authority has come, in the order in which it gets there. */
export const stages = ["written", "complete", "signed", "oneEndorsement", "endorsed", "submitted", "shared", "moderating", "moderated", "challenged"] as const;
export type Stage = (typeof stages)[number];

/** Working days from the day on which the writing ends to each stage. */
const after: Readonly<Record<Stage, number>> = {
  written: 0, complete: 2, signed: 4, oneEndorsement: 6, endorsed: 8, submitted: 9, shared: 12, moderating: 13, moderated: 19, challenged: 25,
};

export interface Way {
  readonly part: Part;
  readonly calendar: Calendar;
  /** The working day, from today, on which the writing ends. */
  readonly from: number;
  readonly to: Stage;
  /** Whose delegate moderates; without one there is no moderation. */
  readonly moderator?: string;
  /** The lead member endorses too; elsewhere the chief executive's is the only endorsement. */
  readonly leadMember?: boolean;
  /** Sharing and the challenge happen on days of their own where the whole round does them together. */
  readonly sharedOn?: number;
  readonly challengedOn?: number;
  /** The region shares by itself at submission. */
  readonly sharesItself?: boolean;
}

/** What the people of an authority did from writing to the stage it has reached, each on its own day. */
export function wayTo(way: Way): Moment[] {
  const { part, calendar, from, moderator } = way;
  const minute = part.authorityId.length;
  const on = (stage: Stage, act: () => Promise<void>, day = from + after[stage], hour = 11): Moment & { stage: Stage } => ({
    stage, of: part.authorityId, at: calendar.moment(day, hour, minute), act,
  });
  const shared = way.sharedOn ?? from + after.shared;
  const all = [
    on("written", () => part.writeAll()),
    on("complete", () => part.completeDraft()),
    on("signed", () => part.sign()),
    ...(way.leadMember ? [on("oneEndorsement", () => part.endorse("chiefExecutive")), on("endorsed", () => part.endorse("leadMember"))] : [on("endorsed", () => part.endorse("chiefExecutive"))]),
    on("submitted", () => part.submit(), undefined, 15),
    ...(way.sharesItself ? [] : [on("shared", () => part.share(), shared, 9)]),
    ...(moderator
      ? [
          on("moderating", () => part.assignModerator(moderator), shared + after.moderating - after.shared),
          on("moderated", () => part.moderate(moderator, 1 + (minute % 3)), shared + after.moderated - after.shared),
        ]
      : []),
    on("challenged", () => part.challenged(), way.challengedOn, 16),
  ];
  return all.filter(({ stage }) => stages.indexOf(stage) <= stages.indexOf(way.to));
}
