/** Whether an answer may be believed, and every problem found with it in words. */
export type Verdict = { readonly valid: boolean; readonly problems: readonly string[] };
