import { randomUUID } from "node:crypto";

import { db } from "~/platform/db.server";
import { keepText, type Kept } from "~/features/kept-text";
import { inTransaction } from "~/workflow/transaction.server";
import { aDraft, aRegion, type TestRegion } from "../cycle/region";

export interface Texts {
  readonly workflowId: string;
  readonly region: TestRegion;
}

/** A record to write texts on: a draft round will do, the texts know nothing of it. */
export async function aRecord(): Promise<Texts> {
  const region = await aRegion();
  return { workflowId: await aDraft(region, { name: randomUUID() }), region };
}

export function keep(texts: Texts, personId: string, value: string, baseRevision: number, key = "note"): Promise<Kept> {
  return inTransaction((tx) => keepText(tx, { workflowId: texts.workflowId, key, value, baseRevision, personId }));
}

/** Everything ever typed that is still to be found. */
export async function everything(texts: Texts, key = "note"): Promise<readonly string[]> {
  const rows = await db.keptTextHistory.findMany({ where: { text: { workflowId: texts.workflowId, key } }, select: { value: true } });
  return rows.map((row) => row.value);
}
