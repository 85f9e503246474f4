import { readRegionSettings } from "~/features/region";
import { digestOf, isDigestOf, type Problem } from "~/features/table-file";
import { now } from "~/platform/clock.server";
import { orRefusal } from "~/workflow/acting.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { dayOf } from "~/workflow/working-days";
import { enterWithin } from "../entering.server";
import { keepsPool } from "../rights.server";
import { check, type Checked, type Column, type PoolNow } from "./check";

interface File {
  readonly text: string;
  readonly regionId: string;
  readonly actor: SignedIn;
}

export type DryRun = { readonly kind: "checked"; readonly problems: readonly Problem<Column>[]; readonly counts: Checked["counts"]; readonly digest: string } | { readonly kind: "refused"; readonly reason: string };
export type Applied = { readonly kind: "applied"; readonly entered: number } | { readonly kind: "problems"; readonly problems: readonly Problem<Column>[] } | { readonly kind: "refused"; readonly reason: string };

const checked = ({ text, regionId, actor }: File) => ({ purpose: "challengers", regionId, personId: actor.personId, text });

/** Reads a file and says what it would do and every row that is wrong. Nothing is written. */
export function dryRun(file: File): Promise<DryRun> {
  return orRefusal(() =>
    inTransaction(async (tx): Promise<DryRun> => {
      await keepsPool(tx, file.actor, file.regionId);
      const { problems, counts } = check(file.text, await poolNow(tx, file.regionId));
      return { kind: "checked", problems, counts, digest: digestOf(checked(file)) };
    }),
  );
}

/** Applies a file that was checked: every row or none. It is checked again first, since the register may have changed meanwhile. */
export function applyImport(file: File & { readonly digest: string }): Promise<Applied> {
  return orRefusal(() =>
    inTransaction(async (tx): Promise<Applied> => {
      await keepsPool(tx, file.actor, file.regionId);
      if (!isDigestOf(checked(file), file.digest)) return { kind: "refused", reason: "not-the-checked-file" };
      // One import of a region at a time: two files at once could each be right and both be wrong.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`challengers ${file.regionId}`}, 0))::text`;
      const { entries, problems } = check(file.text, await poolNow(tx, file.regionId));
      if (problems.length > 0) return { kind: "problems", problems };
      for (const entry of entries) await enterWithin(tx, { ...entry, regionId: file.regionId, about: "", actor: { kind: "person", personId: file.actor.personId, channel: "import" } });
      return { kind: "applied", entered: entries.length };
    }),
  );
}

async function poolNow(tx: Tx, regionId: string): Promise<PoolNow> {
  const moment = now();
  const { settings } = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { settings: true } });
  const { challenge } = readRegionSettings(settings);
  const people = await tx.person.findMany({
    where: { leftAt: null },
    select: {
      id: true, email: true,
      holdings: { where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId } }, select: { id: true }, take: 1 },
      challengers: { where: { regionId, workflow: { state: { notIn: ["left", "notEndorsed", "awaitingApplication"] } } }, select: { id: true } },
    },
  });
  return {
    today: dayOf(moment),
    themes: challenge.themes,
    validMonths: challenge.trainingValidMonths,
    people: people.map(({ id, email, holdings, challengers }) => ({ id, email, ofRegion: holdings.length > 0, inPool: challengers.length > 0 })),
  };
}
