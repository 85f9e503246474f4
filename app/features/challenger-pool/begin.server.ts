import type { Actor } from "~/workflow/actor.server";
import { begin } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { ownDirector } from "./employer.server";
import type { Level } from "./words";

export interface NewChallenger {
  readonly regionId: string;
  readonly personId: string;
  readonly level?: Level;
  readonly themes?: readonly string[];
  readonly about?: string;
  readonly maxLoad?: number;
  readonly actor: Actor;
}

/**
 * The record of a person in a region's pool, made when there is none: who left and comes again has the
 * same one, with all they did. Under a lock, so that two presses make one.
 */
export async function recordFor(tx: Tx, given: NewChallenger): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { regionId, personId, actor } = given;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`challenger ${regionId} ${personId}`}, 0))`;
  const known = await tx.challenger.findUnique({ where: { regionId_personId: { regionId, personId } }, select: { id: true } });
  if (known) return { id: known.id, isNew: false };
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const coordinators = await tx.post.findMany({ where: { regionId, authorityId: null, kind: "sli-coordinator" }, select: { id: true } });
  const { id } = await begin(
    {
      id: uuidv7(),
      machine: "challenger",
      regionId,
      title: `${person.name} as a challenger`,
      parties: [{ role: "challenger", personId }, ...(await ownDirector(tx, regionId, personId)), ...coordinators.map((post) => ({ role: "coordinator", postId: post.id }))],
      actor,
      write: async (inner, newId) => {
        await inner.challenger.create({
          data: { id: newId, regionId, personId, level: given.level ?? "challenger", themes: [...(given.themes ?? [])], about: given.about ?? "", maxLoad: given.maxLoad ?? 2 },
          select: { id: true },
        });
      },
    },
    tx,
  );
  return { id, isNew: true };
}
