/** One thing that happened to a record, as its timeline shows it. */
export interface RecordEntry {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly what: string;
  readonly by: string;
  readonly onBehalfOf: string | null;
  /** The state it led to, when that was another. */
  readonly moved: string | null;
  readonly reason: string | null;
  readonly emails: readonly { readonly to: string; readonly subject: string; readonly status: string }[];
}
