import { standingOf, visibleTo } from "~/features/challenge-record";
import { FINAL } from "~/features/letter/states";
import { readRegionSettings } from "~/features/region";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { themeKinds, themesOf, type FindingCounted, type ThemeKind, type ThemePicture } from "./themes";

/** Posts of a region that see only what is shared with them. */
const SEES_NO_TOTALS: readonly string[] = ["region-observer"];

/** The regions whose themes somebody may look at: those they hold a post in, or whose authorities they serve. */
export function themeRegions(actor: SignedIn): readonly string[] {
  return [...new Set(actor.holdings.filter(({ kind }) => !SEES_NO_TOTALS.includes(kind)).map(({ regionId }) => regionId))].sort();
}

export interface ThemesPage {
  readonly region: { readonly id: string; readonly name: string };
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  /** Rounds with final letters, newest first; the id "none" is for those outside any round. */
  readonly rounds: readonly { readonly id: string; readonly name: string }[];
  readonly round: string | null;
  readonly picture: ThemePicture;
  /** Authorities of the region. */
  readonly of: number;
  readonly fewest: number;
  /** Words that authorities let the region read, where several share the theme. In no order that says whose. */
  readonly wordings: readonly { readonly theme: string; readonly kind: ThemeKind; readonly text: string }[];
}

interface Row extends FindingCounted {
  readonly cycleId: string | null;
}

const OUTSIDE = "none";

/**
 * What peers found across a region: numbers by theme and kind of what the final letters say, never whose.
 * One round at a time, so that nothing hidden comes out by taking one sum from another. Null where the person
 * has no region.
 */
export async function themesPage(actor: SignedIn, asked: { readonly region: string | null; readonly round: string | null }): Promise<ThemesPage | null> {
  const ids = themeRegions(actor);
  const regions = await db.region.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true, settings: true, _count: { select: { authorities: true } } }, orderBy: { name: "asc" } });
  const region = regions.find(({ id }) => id === asked.region) ?? (asked.region === null ? regions[0] : undefined);
  if (!region) return null;
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.authority_id AS "authorityId", f.kind, f.theme, r.cycle_id AS "cycleId"
      FROM challenge_record r
      JOIN workflow w ON w.id = r.id AND w.region_id = ${region.id} AND w.state = ANY(${[...FINAL]})
      JOIN letter_version v ON v.record_id = r.id AND v.kind = 'final'
      JOIN finding f ON f.record_id = r.id AND f.filed_at IS NOT NULL AND f.removed_at IS NULL
     WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(v.content->'paragraphs') p WHERE p->'findingIds' ? f.id::text)`;
  const cycles = await db.cycle.findMany({ where: { id: { in: [...new Set(rows.flatMap(({ cycleId }) => cycleId ?? []))] } }, select: { id: true, name: true }, orderBy: { submissionsDueOn: "desc" } });
  const rounds = [...cycles, ...(rows.some(({ cycleId }) => cycleId === null) ? [{ id: OUTSIDE, name: "Outside a round" }] : [])];
  const round = rounds.find(({ id }) => id === asked.round) ?? rounds[0] ?? null;
  const here = rows.filter(({ cycleId }) => (cycleId ?? OUTSIDE) === round?.id);
  const fewest = readRegionSettings(region.settings).challenge.themesFromAuthorities;
  const picture = themesOf(here, fewest);
  return {
    region: { id: region.id, name: region.name }, regions: regions.map(({ id, name }) => ({ id, name })), rounds, round: round?.id ?? null, picture, of: region._count.authorities, fewest,
    wordings: round ? await wordingsShown(region.id, round.id, picture) : [],
  };
}

async function wordingsShown(regionId: string, round: string, picture: ThemePicture): Promise<ThemesPage["wordings"]> {
  const rows = await db.$queryRaw<{ theme: string; kind: ThemeKind; text: string }[]>`
    SELECT t.theme, t.kind, t.text FROM theme_wording t
      JOIN challenge_record r ON r.id = t.record_id
      JOIN workflow w ON w.id = r.id AND w.region_id = ${regionId}
     WHERE t.withdrawn_at IS NULL AND coalesce(r.cycle_id::text, ${OUTSIDE}) = ${round}
     ORDER BY md5(t.text)`;
  const shown = (theme: string, kind: ThemeKind) => typeof picture.rows.find((row) => row.theme === theme)?.cells[kind] === "object";
  return rows.filter(({ theme, kind }) => themeKinds.includes(kind) && shown(theme, kind));
}

/** Final letters with findings of one theme that this person may read themselves: their own authority's, their team's, and those released to them. */
export async function lettersOnTheme(actor: SignedIn, { region, round, theme }: { readonly region: string; readonly round: string | null; readonly theme: string }): Promise<readonly { readonly id: string; readonly authority: string; readonly findings: number }[]> {
  const records = await db.challengeRecord.findMany({
    where: { AND: [visibleTo(actor), { workflow: { regionId: region, state: { in: [...FINAL] } }, findings: { some: { theme, filedAt: { not: null }, removedAt: null } } }, ...(round ? [{ cycleId: round }] : [])] },
    select: { id: true, authorityId: true, authority: { select: { name: true } }, findings: { where: { theme, filedAt: { not: null }, removedAt: null }, select: { id: true } }, workflow: { select: { regionId: true, parties: { where: { to: null, OR: [{ personId: actor.personId }, { postId: { in: actor.holdings.map(({ postId }) => postId) } }] }, select: { role: true } } } } },
    orderBy: { authority: { name: "asc" } },
  });
  // A coordinator follows every record and reads none of their words.
  return records
    .filter(({ authorityId, workflow }) => standingOf(actor, { authorityId, regionId: workflow.regionId, roles: workflow.parties.map(({ role }) => role) }) !== "coordinator")
    .map(({ id, authority, findings }) => ({ id, authority: authority.name, findings: findings.length }));
}
