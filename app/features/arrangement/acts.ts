/** What became of a change to a draft. A conflict overwrote nothing: somebody else had moved first. */
export type DraftResult =
  | { readonly kind: "saved"; readonly id: string; readonly revision: number }
  | { readonly kind: "conflict"; readonly revision: number }
  | { readonly kind: "refused"; readonly reason: string };

/** Beside the act itself: the page's revision, and a key by which the same press sent twice acts once. */
export interface Press {
  readonly expectedRevision?: number | undefined;
  readonly requestKey?: string | undefined;
}

export type SearchAsked =
  | { readonly kind: "asked"; readonly searchId: string }
  | { readonly kind: "conflict"; readonly revision: number }
  /** `reason` is a word of sayRefusal, or "cannot" with a sentence that says how to mend it. */
  | { readonly kind: "refused"; readonly reason: string; readonly words?: string };
