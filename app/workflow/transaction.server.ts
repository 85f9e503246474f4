import { transact } from "~/platform/transaction.server";

import type { Tx } from "./process.server";

/** Thrown inside a transaction to undo it and hand a value back: a refusal is not an error. */
class Undo {
  constructor(readonly value: unknown) {}
}

/** Undoes everything the transaction wrote and makes `value` its result. */
export function undo(value: unknown): never {
  throw Object.assign(new Error("undone"), { undo: new Undo(value) });
}

function undone(error: unknown): Undo | undefined {
  return error instanceof Error && "undo" in error && error.undo instanceof Undo ? error.undo : undefined;
}

interface DatabaseError {
  readonly code?: string;
  readonly meta?: { readonly code?: string; readonly driverAdapterError?: { readonly cause?: { readonly kind?: string; readonly originalCode?: string } } };
}

/** A deadlock or a serialization failure: nothing was written, and trying again is right. */
export function isWriteConflict(error: unknown): boolean {
  const { code, meta } = error as DatabaseError;
  const cause = meta?.driverAdapterError?.cause;
  return (
    code === "P2034" ||
    code === "40001" ||
    code === "40P01" ||
    cause?.kind === "TransactionWriteConflict" ||
    cause?.originalCode === "40001" ||
    cause?.originalCode === "40P01"
  );
}

const tries = 4;

/**
 * Runs `work` in one transaction, again from the start when the database chose it as the victim of a
 * deadlock. `work` must do nothing outside the transaction.
 */
export async function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(work);
    } catch (error) {
      const back = undone(error);
      if (back) return back.value as Result;
      if (attempt === tries || !isWriteConflict(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt + Math.random() * 20));
    }
  }
}
