import { z } from "zod";

export const challengeStyles = ["triads", "validation"] as const;
export const visibilities = ["group", "region", "regionAndObservers"] as const;
export const endorsers = ["chiefExecutive", "leadMember"] as const;

export type ChallengeStyle = (typeof challengeStyles)[number];
export type Visibility = (typeof visibilities)[number];
export type Endorser = (typeof endorsers)[number];

/** Subjects that challengers know and sessions ask for, until a region has its own list. */
export const usualThemes = [
  "leadership", "front door", "assessment and planning", "children in care", "care leavers", "SEND", "workforce",
  "quality assurance", "early help", "safeguarding partnership", "data and performance",
] as const;

/** How a region's sessions, visits, letters and challengers are run: sizes, and days that are England working days. */
export const challengeSettings = z.object({
  /** From the asking to the closing of a poll of dates. */
  pollWorkingDays: z.int().min(1).max(60).default(10),
  /** From the proposed date to everybody having said who comes. */
  attendanceWorkingDays: z.int().min(1).max(60).default(5),
  challengersPerSession: z.int().min(0).max(10).default(2),
  /** Before the session: packs are released, and lines of enquiry shared. */
  packsWorkingDaysBefore: z.int().min(0).max(60).default(10),
  kloesWorkingDaysBefore: z.int().min(0).max(60).default(5),
  kloesAtMost: z.int().min(1).max(20).default(5),
  /** For a challenger to answer an invitation. */
  acceptWorkingDays: z.int().min(1).max(30).default(5),
  /** For a director to endorse somebody who applies to be a challenger. */
  endorseChallengerWorkingDays: z.int().min(1).max(60).default(10),
  /** From the findings to the letter, to the check of its facts, to the answers, to the final letter. */
  findingsWorkingDays: z.int().min(1).max(60).default(5),
  letterWorkingDays: z.int().min(1).max(60).default(10),
  accuracyWorkingDays: z.int().min(1).max(60).default(10),
  answerPointsWorkingDays: z.int().min(1).max(60).default(5),
  finaliseWorkingDays: z.int().min(1).max(60).default(5),
  actionPlanWorkingDays: z.int().min(1).max(120).default(20),
  /** From the agreed plan to the review of progress. */
  reviewMonths: z.int().min(1).max(24).default(6),
  visitTeamSize: z.int().min(1).max(12).default(4),
  visitDays: z.int().min(1).max(10).default(3),
  positionStatementWorkingDaysBefore: z.int().min(0).max(60).default(12),
  /** Fewest authorities behind a number of the region's themes: a smaller one could lead to one of them. */
  themesFromAuthorities: z.int().min(2).max(20).default(3),
  /** Of a visit: from the request to its scope, to the endorsement, to a proposed team; and for the host to say what it thinks of the team. */
  visitScopeWorkingDays: z.int().min(1).max(60).default(10),
  visitEndorseWorkingDays: z.int().min(1).max(60).default(5),
  visitProposeWorkingDays: z.int().min(1).max(60).default(10),
  visitObjectWorkingDays: z.int().min(1).max(60).default(5),
  visitArrangeWorkingDaysBefore: z.int().min(1).max(90).default(20),
  /** To set new days for a visit that was postponed. */
  visitNewDatesWorkingDays: z.int().min(1).max(90).default(20),
  /** How long a challenger's training is good for. */
  trainingValidMonths: z.int().min(1).max(120).default(24),
  themes: z.array(z.string().min(1).max(60)).min(1).max(40).default([...usualThemes]),
});

export type ChallengeSettings = z.output<typeof challengeSettings>;

/**
 * How a region runs its rounds. Practice differs between regions and years, so a cycle copies these at
 * its creation and may change its copy until it opens. Every setting has a default: a new region works
 * before anybody has set anything.
 */
export const regionSettings = z.object({
  /** How authorities challenge each other. */
  challengeStyle: z.enum(challengeStyles).default("triads"),
  /** Who reads a self-assessment once it is shared. */
  visibility: z.enum(visibilities).default("group"),
  /** Who endorses after the director has signed. */
  endorsements: z.array(z.enum(endorsers)).default(["chiefExecutive", "leadMember"]),
  /** Whether an indicator in the top or bottom fifth of all authorities must have a narrative. */
  outlierRule: z.boolean().default(true),
  moderation: z
    .object({
      needed: z.boolean().default(true),
      /** England working days before the challenge begins by which moderation ends. */
      workingDaysBefore: z.int().min(0).max(60).default(10),
    })
    .default({ needed: true, workingDaysBefore: 10 }),
  /** Months from the challenge to the update on what followed. */
  followUpMonths: z.int().min(1).max(24).default(6),
  /** Whether a submitted document is shared at once, or by the coordinator. */
  shareAutomatically: z.boolean().default(false),
  /** Where people of the region write for help; empty when nobody has set it. */
  contactEmail: z.union([z.literal(""), z.email()]).default(""),
  challenge: challengeSettings.prefault({}),
});

export type RegionSettings = z.output<typeof regionSettings>;

/**
 * A region's settings from its row. A setting that was never made has its default.
 * @throws ZodError when the row holds what no version of Candour writes
 */
export function readRegionSettings(stored: unknown): RegionSettings {
  return regionSettings.parse(stored ?? {});
}

export const challengeStyleLabels = {
  triads: "Groups of three or four authorities challenge each other",
  validation: "One validation event, where every authority reads the reports of others",
} as const satisfies Readonly<Record<ChallengeStyle, string>>;

export const visibilityLabels = {
  group: "Only the authorities in the same group",
  region: "Every authority in the region",
  regionAndObservers: "Every authority in the region, and named observers",
} as const satisfies Readonly<Record<Visibility, string>>;

export const endorserLabels = {
  chiefExecutive: "Chief executive",
  leadMember: "Lead member for children's services",
} as const satisfies Readonly<Record<Endorser, string>>;
