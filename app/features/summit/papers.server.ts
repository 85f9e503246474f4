import { checkedFile, storeFile } from "~/platform/attached-file.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import { personOf, Refusal, writing } from "~/workflow/acting.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { lockWorkflow } from "~/workflow/record.server";
import { isUuid } from "~/session/params";
import { coordinating, visibleTo } from "./access.server";
import { takesPapers } from "./words";

const MOST_PAPERS = 20;

interface PaperAct {
  readonly recommendationId: string;
  readonly actor: Actor;
}

export type PaperDone = { readonly kind: "saved"; readonly id: string } | { readonly kind: "refused"; readonly reason: string };

/**
 * Adds a file to what the directors read before they decide. What it is is found in its content. A refusal
 * leaves nothing behind; the same file under the same name sent twice is one paper.
 */
export async function addPaper(given: PaperAct & { readonly file: File | null }): Promise<PaperDone> {
  const { recommendationId } = given;
  const checked = await checkedFile(given.file);
  if (checked.kind === "refused") return checked;
  // Asked before anything is stored, and again with the row.
  const allowed = await preparing(given, async (tx): Promise<PaperDone> => {
    if ((await tx.paperFile.count({ where: { recommendationId, removedAt: null } })) >= MOST_PAPERS) throw new Refusal("too-many-files");
    return { kind: "saved", id: "" };
  });
  if (allowed.kind === "refused") return allowed;
  return storeFile<PaperDone>(`papers/${recommendationId}`, checked, async (stored) => {
    const done = await preparing(given, async (tx, personId): Promise<PaperDone> => {
      const there = await tx.paperFile.findFirst({ where: { recommendationId, sha256: stored.sha256, name: stored.name, removedAt: null }, select: { id: true } });
      if (there) return { kind: "saved", id: there.id };
      return { kind: "saved", ...(await tx.paperFile.create({ data: { recommendationId, ...stored, uploadedById: personId, uploadedAt: now() }, select: { id: true } })) };
    });
    return { done, kept: (await db.paperFile.count({ where: { storageKey: stored.storageKey } })) > 0 };
  });
}

/** Takes a paper off before it is decided on. Done again it changes nothing. */
export function removePaper(given: PaperAct & { readonly fileId: string }): Promise<PaperDone> {
  return preparing(given, async (tx) => {
    const known = await tx.paperFile.findFirst({ where: { id: given.fileId, recommendationId: given.recommendationId }, select: { id: true } });
    if (!known) throw new Refusal("no-such-file");
    await tx.paperFile.updateMany({ where: { id: given.fileId, removedAt: null }, data: { removedAt: now() } });
    return { kind: "saved", id: given.fileId };
  });
}

/** Whoever prepares the agenda, while nothing is decided yet: afterwards the papers are what the directors had before them. */
function preparing(given: PaperAct, work: (tx: Tx, personId: string) => Promise<PaperDone>): Promise<PaperDone> {
  return writing(async (tx) => {
    const workflow = await lockWorkflow(tx, given.recommendationId);
    if (!workflow || workflow.machine !== "recommendation") throw new Refusal("no-such-record");
    await coordinating(tx, given.actor, workflow.regionId);
    if (!takesPapers(workflow.state)) throw new Refusal("papers-closed");
    return work(tx, personOf(given.actor));
  });
}

/** A paper to hand out, or null: whoever reads the recommendation reads its papers. */
export async function paperToRead(actor: SignedIn, recommendationId: string | undefined, fileId: string | undefined) {
  if (!isUuid(recommendationId) || !isUuid(fileId)) return null;
  const row = await db.paperFile.findFirst({ where: { id: fileId, removedAt: null, recommendation: { AND: [{ id: recommendationId }, visibleTo(actor)] } }, select: { name: true, type: true, size: true, storageKey: true } });
  return row && { name: row.name, type: row.type, size: row.size, stream: await readFile(row.storageKey) };
}
