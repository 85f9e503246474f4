import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import type { OpenConflict, PastText, StandingText } from "./texts";

type Reader = Pick<Tx, "keptText" | "keptTextHistory" | "person">;

/** The texts of a record as they stand, by key; with a prefix only those whose key begins with it. */
export async function textsOf(workflowId: string, { prefix, tx = db }: { readonly prefix?: string; readonly tx?: Reader } = {}): Promise<Readonly<Record<string, StandingText>>> {
  const rows = await tx.keptText.findMany({
    where: { workflowId, ...(prefix ? { key: { startsWith: prefix } } : {}) },
    select: { key: true, value: true, revision: true, updatedAt: true, updatedBy: true },
  });
  const names = await namesOf(tx, rows.map((row) => row.updatedBy));
  return Object.fromEntries(rows.map(({ key, updatedBy, updatedAt, ...row }) => [key, { ...row, at: updatedAt.toISOString(), by: (updatedBy && names.get(updatedBy)) ?? null }]));
}

/** Everything ever saved or kept aside of one text, newest first. */
export async function historyOf(workflowId: string, key: string): Promise<readonly PastText[]> {
  const rows = await db.keptTextHistory.findMany({
    where: { text: { workflowId, key } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true, revision: true, value: true, outcome: true, byId: true, at: true },
  });
  const names = await namesOf(db, rows.map((row) => row.byId));
  return rows.map(({ byId, at, outcome, ...row }) => ({ ...row, outcome: outcome as PastText["outcome"], at: at.toISOString(), by: (byId && names.get(byId)) ?? null }));
}

/** The conflicts nobody has settled yet, oldest first, with both sides. */
export async function openConflicts(workflowId: string, { prefix }: { readonly prefix?: string } = {}): Promise<readonly OpenConflict[]> {
  const rows = await db.keptTextHistory.findMany({
    where: { outcome: "conflict", text: { workflowId, ...(prefix ? { key: { startsWith: prefix } } : {}) } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, value: true, byId: true, at: true, text: { select: { key: true, value: true, revision: true, updatedBy: true, updatedAt: true } } },
  });
  const names = await namesOf(db, rows.flatMap((row) => [row.byId, row.text.updatedBy]));
  const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
  return rows.map((row) => ({
    keptId: row.id,
    key: row.text.key,
    kept: { text: row.value, by: nameOf(row.byId), at: row.at.toISOString() },
    current: { text: row.text.value, by: nameOf(row.text.updatedBy), at: row.text.updatedAt.toISOString() },
    revision: row.text.revision,
  }));
}

async function namesOf(tx: Pick<Reader, "person">, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const people = await tx.person.findMany({ where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } }, select: { id: true, name: true } });
  return new Map(people.map((person) => [person.id, person.name]));
}
