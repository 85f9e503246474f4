import { readRegionSettings } from "~/features/region/settings";
import { coordinates } from "~/features/template";
import { db, type Database } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, type Party } from "~/workflow/fire.server";
import { inTransaction } from "~/workflow/transaction.server";

import type { CycleMade, CycleRefusal, CycleSaved, NewCycle } from "./acts";
import { LONGEST_NAME } from "./forms";
import { cycleRules, datesInOrder, type CycleDates, type CycleRules, type DateField } from "./rules";

const refused = (reason: CycleRefusal) => ({ kind: "refused", reason }) as const;

/**
 * Makes a round as a draft that only its region's coordinators see. Rules not given are copied from
 * the region's settings; authorities not given are all that exist in the region on the opening day.
 * The same id sent twice makes one round.
 */
export async function createCycle(round: NewCycle): Promise<CycleMade> {
  if (!(await coordinates(db, round.actor, round.regionId))) return refused("not-your-role");
  return inTransaction(async (tx) => {
    const [region] = await tx.$queryRaw<{ name: string; settings: unknown }[]>`
      SELECT name, settings FROM region WHERE id = ${round.regionId} FOR UPDATE`;
    if (!region) return refused("not-your-role");
    if (round.id && (await tx.cycle.findFirst({ where: { id: round.id, regionId: round.regionId } }))) return { kind: "made", id: round.id } as const;
    const checked = await checkRound(tx, round, startingRules(region.settings));
    if (checked.kind === "refused") return checked;
    const previous = await tx.cycle.findFirst({
      where: { regionId: round.regionId, workflow: { state: { not: "cancelled" } } },
      orderBy: { opensOn: "desc" },
      select: { id: true },
    });
    const made = await begin(
      {
        ...(round.id ? { id: round.id } : {}),
        machine: "cycle",
        regionId: round.regionId,
        title: `${region.name} round ${checked.row.name}`,
        parties: await regionParties(tx, round.regionId),
        actor: round.actor,
        write: async (inner, id) => {
          await inner.cycle.create({ data: { id, regionId: round.regionId, previousCycleId: previous?.id ?? null, ...checked.row } });
        },
      },
      tx,
    );
    return { kind: "made", id: made.id } as const;
  });
}

/** Changes a draft: everything about a round may change until it opens. */
export async function changeDraft(cycleId: string, round: Omit<NewCycle, "id" | "regionId">): Promise<CycleSaved> {
  const before = await db.cycle.findUnique({ where: { id: cycleId }, select: { regionId: true } });
  if (!before) return refused("no-such-round");
  if (!(await coordinates(db, round.actor, before.regionId))) return refused("not-your-role");
  return db.$transaction(async (tx) => {
    // The workflow's row is what the opening locks: a change and an opening at once cannot interleave.
    const [workflow] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM workflow WHERE id = ${cycleId}::uuid FOR UPDATE`;
    if (workflow?.state !== "draft") return refused("already-opened");
    const current = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId } });
    const checked = await checkRound(tx, { ...round, regionId: before.regionId }, cycleRules.parse(current.rules), cycleId);
    if (checked.kind === "refused") return checked;
    await tx.cycle.update({ where: { id: cycleId }, data: checked.row });
    return { kind: "saved" } as const;
  });
}

/** The region's settings as the rules a new round starts from. */
export function startingRules(settings: unknown): CycleRules {
  const { challengeStyle, visibility, endorsements, outlierRule, moderation, followUpMonths, shareAutomatically, challenge } = readRegionSettings(settings);
  return { challengeStyle, visibility, endorsements, outlierRule, moderation, followUpMonths, shareAutomatically, challenge, takingPart: [] };
}

interface CycleRow extends Record<DateField, Date> {
  readonly name: string;
  readonly templateVersionId: string;
  readonly rules: CycleRules;
}

type Checked = { readonly kind: "row"; readonly row: CycleRow } | { readonly kind: "refused"; readonly reason: CycleRefusal };

async function checkRound(tx: Database, round: Omit<NewCycle, "id">, rules: CycleRules, itself?: string): Promise<Checked> {
  const name = round.name.trim().slice(0, LONGEST_NAME);
  if (name === "") return refused("name-missing");
  const namesake = await tx.cycle.findFirst({
    where: { regionId: round.regionId, name: { equals: name, mode: "insensitive" }, ...(itself ? { id: { not: itself } } : {}) },
  });
  if (namesake) return refused("name-taken");
  if (!datesInOrder(round.dates)) return refused("dates-not-in-order");
  const template = await tx.templateVersion.findFirst({ where: { id: round.templateVersionId, template: { regionId: round.regionId } } });
  if (!template) return refused("no-such-template");
  const takingPart = await authoritiesOf(tx, round.regionId, round.dates.opensOn, round.authorityIds);
  if (!takingPart) return refused("not-of-this-region");
  if (takingPart.length === 0) return refused("no-authorities");
  const parsed = cycleRules.safeParse({ ...rules, ...round.rules, takingPart });
  if (!parsed.success) return refused("rules-not-valid");
  return { kind: "row", row: { name, templateVersionId: round.templateVersionId, rules: parsed.data, ...asDates(round.dates) } };
}

/** The chosen authorities in the order of their names, or nothing when one is not of the region on that day. */
async function authoritiesOf(tx: Database, regionId: string, day: string, chosen?: readonly string[]): Promise<string[] | null> {
  const on = midnight(day);
  const existing = await tx.authority.findMany({
    where: {
      regionId,
      AND: [{ OR: [{ validFrom: null }, { validFrom: { lte: on } }] }, { OR: [{ validTo: null }, { validTo: { gte: on } }] }],
    },
    orderBy: { name: "asc" },
    select: { id: true },
  });
  const ids = existing.map((authority) => authority.id);
  if (!chosen) return ids;
  return chosen.every((id) => ids.includes(id)) ? ids.filter((id) => chosen.includes(id)) : null;
}

async function regionParties(tx: Database, regionId: string): Promise<Party[]> {
  const roles: Readonly<Record<string, string>> = { "sli-coordinator": "coordinator", "regional-chair": "regionalChair" };
  const posts = await tx.post.findMany({ where: { regionId, authorityId: null, kind: { in: Object.keys(roles) } }, select: { id: true, kind: true } });
  return posts.flatMap((post) => {
    const role = roles[post.kind];
    return role ? [{ role, postId: post.id }] : [];
  });
}

/** ISO days as the database keeps them: midnights in UTC. */
export function asDates(dates: CycleDates): Record<DateField, Date> {
  return {
    opensOn: midnight(dates.opensOn),
    submissionsDueOn: midnight(dates.submissionsDueOn),
    challengeStartsOn: midnight(dates.challengeStartsOn),
    summitOn: midnight(dates.summitOn),
    endsOn: midnight(dates.endsOn),
  };
}

/** The five dates of a row, as ISO days. */
export function datesOf(row: Readonly<Record<DateField, Date>>): CycleDates {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return {
    opensOn: day(row.opensOn),
    submissionsDueOn: day(row.submissionsDueOn),
    challengeStartsOn: day(row.challengeStartsOn),
    summitOn: day(row.summitOn),
    endsOn: day(row.endsOn),
  };
}

/** A day as the database keeps it. */
export function midnight(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** True when the actor runs the round's region now. */
export async function runs(actor: Actor, cycleId: string): Promise<boolean> {
  const cycle = await db.cycle.findUnique({ where: { id: cycleId }, select: { regionId: true } });
  return cycle !== null && (await coordinates(db, actor, cycle.regionId));
}
