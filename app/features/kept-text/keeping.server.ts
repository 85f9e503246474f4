import { now } from "~/platform/clock.server";
import type { Tx } from "~/workflow/process.server";
import { together } from "./together";

export interface TextToKeep {
  readonly workflowId: string;
  /** Names the text on its record: "finding:ID". */
  readonly key: string;
  readonly value: string;
  /** The text's revision on the page it was typed on; 0 when there was none. */
  readonly baseRevision: number;
  readonly personId: string;
}

export type Kept =
  | { readonly kind: "saved"; readonly revision: number }
  /** Somebody saved first: what was typed is kept aside under `keptId`, and both are shown. */
  | { readonly kind: "conflict"; readonly keptId: string; readonly revision: number };

interface TextRow {
  readonly id: string;
  readonly revision: number;
  readonly value: string;
}

/**
 * Saves a text, or keeps it aside when somebody else saved first. Nothing typed is ever lost: every value
 * becomes the text or stays in its history, in the caller's transaction. The caller has already asked
 * whether this person may write, and holds the record's lock if its state counts.
 */
export async function keepText(tx: Tx, { workflowId, key, value, baseRevision, personId }: TextToKeep): Promise<Kept> {
  const before = await lockText(tx, workflowId, key);
  if (!before && value.trim() === "") return { kind: "saved", revision: 0 };
  const text = before ?? (await firstText(tx, workflowId, key));
  if (text.value === value) return { kind: "saved", revision: text.revision };
  if (text.revision === baseRevision) return { kind: "saved", revision: await adopt(tx, text, value, personId) };
  // The page was older, but this box was left as it was: nothing was typed, so nothing conflicts.
  if (await wasAlready(tx, text, baseRevision, value)) return { kind: "saved", revision: text.revision };
  // The same words kept aside already, by the same person: a save repeated after a lost answer.
  const again = await tx.keptTextHistory.findFirst({ where: { textId: text.id, revision: baseRevision, value, outcome: "conflict", byId: personId }, select: { id: true } });
  const kept = again ?? (await tx.keptTextHistory.create({ data: { textId: text.id, revision: baseRevision, value, outcome: "conflict", byId: personId, at: now() }, select: { id: true } }));
  return { kind: "conflict", keptId: kept.id, revision: text.revision };
}

async function lockText(tx: Tx, workflowId: string, key: string): Promise<TextRow | undefined> {
  const [row] = await tx.$queryRaw<TextRow[]>`
    SELECT id, revision, value FROM kept_text WHERE workflow_id = ${workflowId}::uuid AND key = ${key} FOR UPDATE`;
  return row;
}

/** Makes the row of a text nobody has written, or waits for whoever is just making it. */
async function firstText(tx: Tx, workflowId: string, key: string): Promise<TextRow> {
  const [made] = await tx.$queryRaw<TextRow[]>`
    INSERT INTO kept_text (workflow_id, key, value, revision, updated_at)
    VALUES (${workflowId}::uuid, ${key}, '', 0, ${now()}) ON CONFLICT (workflow_id, key) DO NOTHING RETURNING id, revision, value`;
  const row = made ?? (await lockText(tx, workflowId, key));
  if (!row) throw new Error("the text just made is not there");
  return row;
}

/** Makes a value the text, and writes it down in the history. */
async function adopt(tx: Tx, text: TextRow, value: string, personId: string): Promise<number> {
  const revision = text.revision + 1;
  const at = now();
  await tx.$executeRaw`
    WITH kept AS (UPDATE kept_text SET value = ${value}, revision = ${revision}, updated_by = ${personId}::uuid, updated_at = ${at} WHERE id = ${text.id}::uuid RETURNING id)
    INSERT INTO kept_text_history (text_id, revision, value, outcome, by_id, at) SELECT id, ${revision}::int, ${value}, 'saved', ${personId}::uuid, ${at}::timestamptz FROM kept`;
  return revision;
}

/** Whether the value is what the text already was at that revision. */
async function wasAlready(tx: Tx, text: TextRow, revision: number, value: string): Promise<boolean> {
  if (revision === 0) return value.trim() === "";
  const then = await tx.keptTextHistory.findFirst({ where: { textId: text.id, revision, outcome: "saved" }, select: { value: true } });
  return then?.value === value;
}

export type Take = "kept" | "current" | "both";

export type Settled =
  | { readonly kind: "saved"; readonly revision: number; readonly key: string }
  /** The text has changed since the page showed it: look again before choosing. */
  | { readonly kind: "conflict"; readonly keptId: string; readonly revision: number }
  /** "no-such-conflict": somebody has already settled it. */
  | { readonly kind: "refused"; readonly reason: "no-such-conflict" };

/**
 * Settles a conflict: the text kept aside, the present one, or both one after the other. Whatever is not
 * chosen stays in the history. Of two people settling it at once, the second finds it settled; the same
 * choice pressed twice is settled once.
 */
export async function settleConflict(
  tx: Tx,
  choice: { readonly workflowId: string; readonly keptId: string; readonly take: Take; readonly baseRevision: number; readonly personId: string },
): Promise<Settled> {
  const kept = await tx.keptTextHistory.findFirst({
    where: { id: choice.keptId, outcome: { in: ["conflict", "resolved"] }, text: { workflowId: choice.workflowId } },
    select: { id: true, value: true, text: { select: { key: true } } },
  });
  const text = kept && (await lockText(tx, choice.workflowId, kept.text.key));
  if (!kept || !text) return { kind: "refused", reason: "no-such-conflict" };
  const after = (present: string) => (choice.take === "kept" ? kept.value : choice.take === "both" ? together(present, kept.value) : present);
  if ((await tx.keptTextHistory.count({ where: { id: kept.id, outcome: "conflict" } })) === 0) {
    const savedAt = (revision: number) => tx.keptTextHistory.findFirst({ where: { textId: text.id, revision, outcome: "saved" }, select: { value: true, byId: true } });
    const before = await savedAt(choice.baseRevision);
    const own = text.revision === choice.baseRevision || (await savedAt(text.revision))?.byId === choice.personId;
    return own && before && after(before.value) === text.value ? { kind: "saved", revision: text.revision, key: kept.text.key } : { kind: "refused", reason: "no-such-conflict" };
  }
  if (choice.baseRevision !== text.revision) return { kind: "conflict", keptId: kept.id, revision: text.revision };
  await tx.keptTextHistory.update({ where: { id: kept.id }, data: { outcome: "resolved" }, select: { id: true } });
  const value = after(text.value);
  const revision = value === text.value ? text.revision : await adopt(tx, text, value, choice.personId);
  return { kind: "saved", revision, key: kept.text.key };
}
