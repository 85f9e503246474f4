import { z } from "zod";

/** Whether a likeness brings two authorities into one group, keeps them apart, or is no matter. */
export const LEANINGS = ["none", "together", "apart"] as const;
export type Leaning = (typeof LEANINGS)[number];

/** The most a rule may count, in kilometres. */
export const MOST_KM = 500;
/** Seconds a search may take. */
export const SECONDS = { least: 2, most: 120 } as const;

const km = z.number().int().min(0).max(MOST_KM);
const pair = z.tuple([z.string().min(1), z.string().min(1)]);

/**
 * What a coordinator wants of the groups, in one unit: kilometres of journey between two members. A
 * rule that counts 20 is worth a detour of 20 km, for each pair it concerns. Kept with each draft,
 * and the next round's first draft begins with them: they are the region's own, not the program's.
 */
export const arrangementRules = z.object({
  /** Whether the journey between members counts, at one for each kilometre. */
  distance: z.boolean(),
  /** Two members with the same latest inspection grade. */
  grade: km,
  neighbours: z.object({ leaning: z.enum(LEANINGS), km }),
  /** For each time that one member is twice as large as the other. */
  size: z.object({ leaning: z.enum(LEANINGS), km }),
  wanted: z.array(z.object({ pair, leaning: z.enum(["together", "apart"]), km })),
  /** Never in one group, whatever it costs. */
  never: z.array(pair),
  /** The earlier rounds whose meetings count as meetings, by id. */
  earlier: z.array(z.string()),
  /** Authorities left out of this draft by choice, by id. The excused are left out without being named here. */
  leftOut: z.array(z.string()),
  /** The most seconds a search may take. */
  seconds: z.number().int().min(SECONDS.least).max(SECONDS.most),
});
export type ArrangementRules = z.infer<typeof arrangementRules>;

/** What a region's first draft begins with. */
export const firstRules: ArrangementRules = {
  distance: true,
  grade: 20,
  neighbours: { leaning: "none", km: 15 },
  size: { leaning: "none", km: 10 },
  wanted: [],
  never: [],
  earlier: [],
  leftOut: [],
  seconds: 20,
};

const draftGroup = z.object({ members: z.array(z.string()), pinned: z.boolean() });
/** A group of a draft: its members by id, and whether a further search keeps it as it is. */
export type DraftGroup = z.infer<typeof draftGroup>;
export const draftGroups = z.array(draftGroup);

/** What the last search found out, kept with the draft it was found for. */
export const certificate = z.object({
  searchId: z.string(),
  /** The fingerprint of the question: other rules, other facts or other members make it another question. */
  question: z.string(),
  /** The groups found, which later changes are measured against. */
  groups: z.array(z.array(z.string())),
  cost: z.number(),
  lowerBound: z.number(),
  gap: z.number(),
  repeats: z.number(),
  repeatsLowerBound: z.number(),
  proven: z.boolean(),
  /** Groups that were kept by the coordinator: the proof is for the best around them. */
  kept: z.number(),
  roundsLeft: z.number(),
  roundsAtMost: z.number(),
  /** True while further rounds are still being counted. */
  counting: z.boolean(),
  elapsedMs: z.number(),
  at: z.string(),
});
export type Certificate = z.infer<typeof certificate>;

/** What a search tells while it runs. */
export const searchProgress = z.object({ best: z.number(), bound: z.number(), gap: z.number(), repeats: z.number().optional() });
export type SearchProgress = z.infer<typeof searchProgress>;

export const SEARCH_STAGES = ["waiting", "running", "counting", "done", "failed", "cancelled"] as const;
export type SearchStage = (typeof SEARCH_STAGES)[number];
export type SearchKind = "groups" | "alternatives" | "years";

/** While one of these, the groups may change under one's hands and are not to be moved. */
export function isLive(stage: string): boolean {
  return stage === "waiting" || stage === "running";
}
