import { db } from "~/platform/db.server";


export interface InspectionShown {
  /** ISO day of the visit, or of the report where the visit's is not known. */
  readonly on: string | null;
  readonly type: string | null;
  readonly overall: string | null;
  readonly leaders: string | null;
  readonly helpAndProtection: string | null;
  readonly childrenInCare: string | null;
  readonly careLeavers: string | null;
  /** False where it was read from the report by others than the inspectorate. */
  readonly official: boolean;
}

/** A day of the database as an ISO day. */
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/**
 * What is published about an authority, for its page. It is the same for everyone who is signed in:
 * nothing here belongs to a round.
 * @returns null when there is no such authority
 */
export async function authorityPage(authorityId: string) {
  const found = await db.authority.findUnique({
    where: { id: authorityId },
    select: {
      id: true, name: true, codeGss: true, codeDfe: true, type: true, population0to25: true, validFrom: true, validTo: true,
      region: { select: { id: true, name: true } },
      predecessors: { select: { codeGss: true, codeDfe: true, name: true, note: true, effective: true }, orderBy: [{ effective: "desc" }, { codeGss: "asc" }] },
      neighbours: { select: { rank: true, closeness: true, neighbour: { select: { id: true, name: true, region: { select: { name: true } } } } }, orderBy: { rank: "asc" } },
      inspections: true,
    },
  });
  if (!found) return null;
  const { inspections, neighbours, predecessors, validFrom, validTo, codeGss, ...facts } = found;
  const change = await db.authorityChange.findFirst({ where: { codeGssOld: codeGss }, select: { note: true, effective: true } });
  return {
    ...facts,
    codeGss,
    validFrom: validFrom && isoDay(validFrom),
    validTo: validTo && isoDay(validTo),
    change: change && { note: change.note, effective: isoDay(change.effective) },
    predecessors: predecessors.map((one) => ({ ...one, effective: isoDay(one.effective) })),
    neighbours: neighbours.map(({ rank, closeness, neighbour }) => ({ rank, closeness, id: neighbour.id, name: neighbour.name, region: neighbour.region.name })),
    inspections: visitsOf(inspections),
  };
}

export type AuthorityPage = NonNullable<Awaited<ReturnType<typeof authorityPage>>>;

interface InspectionRow extends Omit<InspectionShown, "on" | "official"> {
  readonly inspectedOn: Date | null;
  readonly publishedOn: Date | null;
  readonly record: string;
}

/** Several sources tell of the same visit: one row a report, the inspectorate's own word first; newest first. */
function visitsOf(rows: readonly InspectionRow[]): readonly InspectionShown[] {
  const official = (row: InspectionRow) => !row.record.startsWith("scraped");
  const byReport = new Map<string, InspectionRow>();
  const inOrder = [...rows].sort((one, other) => Number(official(other)) - Number(official(one)) || Number(Boolean(other.type)) - Number(Boolean(one.type)));
  for (const row of inOrder) {
    const report = row.publishedOn ?? row.inspectedOn;
    const key = report ? isoDay(report) : row.record;
    if (!byReport.has(key)) byReport.set(key, row);
  }
  return [...byReport.values()]
    .map((row) => {
      const { type, overall, leaders, helpAndProtection, childrenInCare, careLeavers } = row;
      const on = row.inspectedOn ?? row.publishedOn;
      return { on: on && isoDay(on), type, overall, leaders, helpAndProtection, childrenInCare, careLeavers, official: official(row) };
    })
    .sort((one, other) => (other.on ?? "").localeCompare(one.on ?? ""));
}

/** Every authority by region, for the list of them. */
export async function authoritiesByRegion() {
  const regions = await db.region.findMany({
    select: { id: true, name: true, authorities: { select: { id: true, name: true, type: true }, orderBy: { name: "asc" } } },
    orderBy: { name: "asc" },
  });
  return regions.filter((region) => region.authorities.length > 0);
}

/** The authorities of a region by name, for choosing one. */
export async function authoritiesOf(regionId: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db.authority.findMany({ where: { regionId }, select: { id: true, name: true }, orderBy: { name: "asc" } });
}
