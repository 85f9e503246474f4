import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import { childDataIn, hitName, type Hit } from "./detect";
import type { Mark } from "./forms";

interface TextOf {
  readonly workflowId: string;
  /** The text's key on its record, as in kept_text. */
  readonly key: string;
  readonly text: string;
}

type Reader = Pick<Tx, "childDataMark">;

/** What nobody has yet looked at and said to be harmless, in one text. */
export async function uncheckedIn({ workflowId, key, text }: TextOf, tx: Reader = db): Promise<readonly Hit[]> {
  const hits = childDataIn(text);
  if (hits.length === 0) return [];
  const marks = await tx.childDataMark.findMany({ where: { workflowId, key }, select: { hit: true } });
  const looked = new Set(marks.map((mark) => mark.hit));
  return hits.filter((hit) => !looked.has(hitName(hit)));
}

/** The same for many texts of one record at once: each key with something unchecked in it. */
export async function uncheckedOf(workflowId: string, texts: Readonly<Record<string, string>>, tx: Reader = db): Promise<Readonly<Record<string, readonly Hit[]>>> {
  const found = Object.entries(texts).flatMap(([key, text]) => {
    const hits = childDataIn(text);
    return hits.length > 0 ? [{ key, hits }] : [];
  });
  if (found.length === 0) return {};
  const marks = await tx.childDataMark.findMany({ where: { workflowId, key: { in: found.map((one) => one.key) } }, select: { key: true, hit: true } });
  const looked = new Set(marks.map((mark) => `${mark.key} ${mark.hit}`));
  return Object.fromEntries(
    found.map(({ key, hits }) => [key, hits.filter((hit) => !looked.has(`${key} ${hitName(hit)}`))] as const).filter(([, hits]) => hits.length > 0),
  );
}

/** Writes down who looked at each hit and why it is not about a child. Said twice, the first reason stays. */
export async function keepMarks(tx: Tx, { workflowId, key, marks, personId }: Omit<TextOf, "text"> & { readonly marks: readonly Mark[]; readonly personId: string }): Promise<void> {
  await tx.childDataMark.createMany({ data: marks.map((mark) => ({ ...mark, workflowId, key, byId: personId, at: now() })), skipDuplicates: true });
}

/** Who said of which text that what was found is not about a child, and why. */
export async function marksOf(workflowId: string, key: string): Promise<readonly { readonly kind: string; readonly reason: string; readonly at: string; readonly by: string | null }[]> {
  const marks = await db.childDataMark.findMany({ where: { workflowId, key }, orderBy: { at: "asc" }, select: { kind: true, reason: true, at: true, byId: true } });
  const people = await db.person.findMany({ where: { id: { in: marks.map((mark) => mark.byId) } }, select: { id: true, name: true } });
  return marks.map(({ byId, at, ...mark }) => ({ ...mark, at: at.toISOString(), by: people.find((person) => person.id === byId)?.name ?? null }));
}
