import type { Line } from "~/features/kloe/lines";
import type { EvidenceKind, FindingKind } from "./words";

/** One finding as the team sees it. */
export interface FindingView {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly kind: FindingKind;
  readonly theme: string;
  readonly evidence: readonly EvidenceKind[];
  readonly kloe: Pick<Line, "id" | "number" | "text"> | null;
  readonly noNames: boolean;
  readonly text: string;
  /** Revisions of the words, and of what is beside them. */
  readonly textRevision: number;
  readonly revision: number;
  /** ISO moments. */
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  readonly filedAt: string | null;
  readonly removedAt: string | null;
  readonly removedBy: string | null;
  readonly conflicts: number;
  /** How many things in it may identify a child and have not been looked at. */
  readonly unchecked: number;
}

/** The key of a finding's words in the record's kept texts. */
export const textKey = (findingId: string): string => `finding:${findingId}`;

/** The most a finding may hold, in characters: two pages; more is two findings. */
export const FINDING_CHARACTERS = 8000;
