/** A text as it stands. `at` is an ISO moment. */
export interface StandingText {
  readonly value: string;
  readonly revision: number;
  readonly at: string;
  readonly by: string | null;
}

/** One thing once typed into it. */
export interface PastText {
  readonly id: string;
  readonly revision: number;
  readonly value: string;
  readonly outcome: "saved" | "conflict" | "resolved";
  readonly at: string;
  readonly by: string | null;
}

/** One side of a conflict. */
export interface Side {
  readonly text: string;
  readonly by: string | null;
  readonly at: string;
}

export interface OpenConflict {
  readonly keptId: string;
  readonly key: string;
  readonly kept: Side;
  readonly current: Side;
  /** The present text's revision, which the choice is compared with. */
  readonly revision: number;
}
