import { z } from "zod";

/** The parts of a letter, in the order they are read. */
export const SECTIONS = ["opening", "strengths", "areas", "recommendations", "goodPractice", "closing"] as const;
export type Section = (typeof SECTIONS)[number];

export const sectionTitles = {
  opening: "About this challenge",
  strengths: "Strengths",
  areas: "Areas for consideration",
  recommendations: "Recommendations",
  goodPractice: "Good practice that others could use",
  closing: "What happens next",
} as const satisfies Readonly<Record<Section, string>>;

/** Parts that every letter must have: it is a peer's honest view, and that has two sides. */
export const MUST_HAVE: readonly Section[] = ["strengths", "areas"];

export const LONGEST_HEADING = 160;
export const LONGEST_PARAGRAPH = 20_000;
export const MOST_PARAGRAPHS = 80;

const paragraphSchema = z.object({
  id: z.uuid(),
  section: z.enum(SECTIONS),
  /** The findings it says: where a reader of the draft goes to see on what it rests. */
  findingIds: z.array(z.uuid()),
});

/**
 * A letter being written: which paragraphs, in which order, resting on which findings. The words are
 * texts several people may write (kept-text), by the keys below.
 */
export const letterStructure = z.object({
  paragraphs: z.array(paragraphSchema).max(MOST_PARAGRAPHS),
  /** Findings that no paragraph says: taken out with a paragraph, or filed after the draft was made. */
  leftOut: z.array(z.uuid()),
});

export type LetterParagraph = z.output<typeof paragraphSchema>;
export type LetterStructure = z.output<typeof letterStructure>;

/** Under which keys a paragraph's words are kept. */
export const textKey = (paragraphId: string) => `letter:${paragraphId}`;
export const headingKey = (paragraphId: string) => `letter:${paragraphId}.heading`;
/** What all keys of a letter's words begin with. */
export const LETTER_KEYS = "letter:";

/** How the host's silence or answer stands behind a final letter. */
export const accuracyOutcomes = ["agreed", "pointsAnswered", "noAnswer"] as const;
export type AccuracyOutcome = (typeof accuracyOutcomes)[number];

/** A frozen letter: everything that its page, its Word file and its PDF are made from. */
export const letterContent = z.object({
  authority: z.object({ id: z.string(), name: z.string() }),
  region: z.string(),
  /** "Challenge session of Kent, Medway and Reading" */
  activity: z.string(),
  round: z.string().nullable(),
  /** ISO day on which it was held. */
  heldOn: z.string(),
  /** To whom it is addressed, by name and post. */
  to: z.array(z.string()),
  lead: z.string(),
  team: z.array(z.string()),
  paragraphs: z.array(z.object({ id: z.uuid(), section: z.enum(SECTIONS), heading: z.string(), text: z.string(), findingIds: z.array(z.uuid()) })),
  /** Null until the accuracy check is over. */
  accuracy: z.enum(accuracyOutcomes).nullable(),
  frozenAt: z.iso.datetime(),
});

export type LetterContent = z.output<typeof letterContent>;
export type FrozenParagraph = LetterContent["paragraphs"][number];

/** What the letter itself says of its accuracy check. Silence is said as silence. */
export const accuracySentences = {
  agreed: "The authority has checked this letter for factual accuracy and found nothing to correct.",
  pointsAnswered: "The authority has checked this letter for factual accuracy. Each point it raised was accepted or refused with a reason.",
  noAnswer: "The authority was asked to check this letter for factual accuracy and had not answered when the time for it had passed. That is not agreement.",
} as const satisfies Readonly<Record<AccuracyOutcome, string>>;

/** Whether a paragraph says anything. */
export function saysSomething({ text }: { readonly text: string }): boolean {
  return text.trim() !== "";
}

/** The paragraphs of one part that say anything, in order. */
export function paragraphsOf<P extends { readonly section: Section; readonly text: string }>(paragraphs: readonly P[], section: Section): readonly P[] {
  return paragraphs.filter((paragraph) => paragraph.section === section && saysSomething(paragraph));
}

/** Parts that a letter must have and this one has not. */
export function missingParts(paragraphs: readonly { readonly section: Section; readonly text: string }[]): readonly Section[] {
  return MUST_HAVE.filter((section) => paragraphsOf(paragraphs, section).length === 0);
}

/** On what ground a point is refused. An opinion is the first: a check corrects facts. */
export const refusalGrounds = ["opinion", "notShown", "alreadyRight", "other"] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** region: the region's coordinator and chair read the final letter. themes: they count its findings, as they do in every case. */
export const releaseScopes = ["region", "themes"] as const;
export type ReleaseScope = (typeof releaseScopes)[number];

export const LONGEST_WORDING = 1200;
/** Under which key the authority's response is kept while it is written. */
export const RESPONSE_KEY = "response";
export const LONGEST_RESPONSE = 20_000;
