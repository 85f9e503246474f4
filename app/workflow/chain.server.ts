import { createHash } from "node:crypto";

/** What one row of the log says, in the order it is hashed. */
export interface LoggedEvent {
  readonly id: string;
  readonly workflowId: string;
  readonly seq: number;
  readonly event: string;
  readonly fromState: string;
  readonly toState: string;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly onBehalfOf: string | null;
  readonly channel: string;
  readonly payload: unknown;
  readonly machineVersion: string;
  readonly requestKey: string | null;
  /** ISO instant to the millisecond. */
  readonly at: string;
}

/** The hash before the first row of every chain. */
export const genesis = "0".repeat(64);

/** SHA-256 over the row and the hash before it: changing, dropping or reordering a row breaks the chain. */
export function chainHash(row: LoggedEvent, previous: string): string {
  const said = [
    previous, row.id, row.workflowId, row.seq, row.event, row.fromState, row.toState, row.actorId, row.actorRole,
    row.onBehalfOf, row.channel, canonical(row.payload), row.machineVersion, row.requestKey, row.at,
  ];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** Keys in order, as jsonb keeps no order of its own. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}
