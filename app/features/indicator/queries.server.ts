import { db, type Database } from "~/platform/db.server";
import { singleton } from "~/platform/singleton.server";
import { readPolarity, type Outlier, type Polarity } from "./words";

export interface TrendPoint {
  readonly period: number;
  readonly value: number | null;
  readonly status: string;
}

export interface IndicatorInProfile {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly polarity: Polarity;
  readonly publication: string;
  /** The newest year for which any authority has a figure: comparisons are all of this year. */
  readonly period: number;
  readonly value: number | null;
  /** "ok", or why the value is missing or unusual: see statusWord. */
  readonly status: string;
  /** 1 is the highest figure; equal figures share a rank. Null when this authority has none. */
  readonly rank: number | null;
  /** How many authorities have a figure in that year: the denominator of the rank. */
  readonly ranked: number;
  readonly outlier: Outlier | null;
  readonly england: number | null;
  readonly region: number | null;
  /** Middle figure of the statistical neighbours that have one; null when none has. */
  readonly neighbourMedian: number | null;
  readonly neighboursWithFigure: number;
  /** Every year held, oldest first. */
  readonly trend: readonly TrendPoint[];
}

type ProfileRow = Omit<IndicatorInProfile, "polarity"> & { readonly polarity: string };

interface Remembered {
  readonly stamp: string;
  readonly profiles: Map<string, readonly IndicatorInProfile[]>;
}

/** Profiles as counted from one load of the publications: they change with the next load and never between. */
const remembered = singleton("data-profiles", () => ({ now: { stamp: "", profiles: new Map() } as Remembered }));

/**
 * The data profile of an authority: every indicator's newest figure beside England, the region, the
 * statistical neighbours and all authorities. England and the region are as published, not
 * means of the authorities.
 *
 * An authority is an outlier when at most one fifth of the authorities with a figure have one at
 * least as high (top) or at least as low (bottom). A tie that would take the group above a fifth
 * therefore makes none of the tied an outlier: nobody accounts for a figure that a third of the
 * country shares. A missing or suppressed figure is neither zero nor an outlier, and is not counted.
 *
 * Remembered until figures are loaded anew, because each step of a self-assessment asks for it.
 *
 * @returns the indicators in the publisher's order of subjects; empty for an authority that does not exist
 */
export async function dataProfile(authorityId: string, database: Database = db): Promise<readonly IndicatorInProfile[]> {
  const [load] = await database.$queryRaw<{ stamp: string }[]>`
    SELECT coalesce(max(loaded_at), '-infinity')::text || ' ' || count(*)::text AS stamp FROM reference_load`;
  const stamp = load?.stamp ?? "";
  if (remembered.now.stamp !== stamp) remembered.now = { stamp, profiles: new Map() };
  const { profiles } = remembered.now;
  const known = profiles.get(authorityId);
  if (known) return known;
  const profile = await readProfile(authorityId, database);
  if (profile.length > 0) profiles.set(authorityId, profile);
  return profile;
}

async function readProfile(authorityId: string, database: Database): Promise<readonly IndicatorInProfile[]> {
  const rows = await database.$queryRaw<ProfileRow[]>`
    WITH newest AS (
      SELECT indicator_id, max(period) AS period FROM indicator_value WHERE value IS NOT NULL GROUP BY indicator_id
    ), compared AS (
      SELECT figure.indicator_id, figure.authority_id, figure.value, figure.status,
        rank() OVER highest AS rank,
        count(*) OVER (PARTITION BY figure.indicator_id) AS ranked,
        count(*) OVER (highest RANGE UNBOUNDED PRECEDING) AS as_high,
        count(*) OVER (PARTITION BY figure.indicator_id ORDER BY figure.value RANGE UNBOUNDED PRECEDING) AS as_low
      FROM indicator_value figure JOIN newest USING (indicator_id, period)
      WHERE figure.value IS NOT NULL
      WINDOW highest AS (PARTITION BY figure.indicator_id ORDER BY figure.value DESC)
    ), nearby AS (
      SELECT compared.indicator_id, count(*) AS figures,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY compared.value) AS median
      FROM neighbour JOIN compared ON compared.authority_id = neighbour.neighbour_id
      WHERE neighbour.authority_id = ${authorityId}
      GROUP BY compared.indicator_id
    ), history AS (
      SELECT indicator_id,
        json_agg(json_build_object('period', period, 'value', value, 'status', status) ORDER BY period) AS points
      FROM indicator_value WHERE authority_id = ${authorityId} GROUP BY indicator_id
    )
    SELECT definition.id, definition.label, definition.unit, definition.polarity, definition.publication,
      newest.period, own.value, coalesce(own.status, 'not_available') AS status,
      compared.rank::int AS rank,
      (SELECT count(*)::int FROM compared every WHERE every.indicator_id = definition.id) AS ranked,
      CASE WHEN compared.as_high * 5 <= compared.ranked THEN 'top' WHEN compared.as_low * 5 <= compared.ranked THEN 'bottom' END AS outlier,
      england.value AS england, regional.value AS region,
      nearby.median AS "neighbourMedian", coalesce(nearby.figures, 0)::int AS "neighboursWithFigure",
      coalesce(history.points, '[]') AS trend
    FROM authority
    JOIN region ON region.id = authority.region_id
    CROSS JOIN indicator_definition definition
    JOIN newest ON newest.indicator_id = definition.id
    LEFT JOIN indicator_value own ON own.indicator_id = definition.id AND own.authority_id = authority.id AND own.period = newest.period
    LEFT JOIN compared ON compared.indicator_id = definition.id AND compared.authority_id = authority.id
    LEFT JOIN indicator_benchmark england ON england.indicator_id = definition.id AND england.code_gss = 'E92000001' AND england.period = newest.period
    LEFT JOIN indicator_benchmark regional ON regional.indicator_id = definition.id AND regional.code_gss = region.code_gss AND regional.period = newest.period
    LEFT JOIN nearby ON nearby.indicator_id = definition.id
    LEFT JOIN history ON history.indicator_id = definition.id
    WHERE authority.id = ${authorityId}
    ORDER BY definition.publication, definition.label`;
  return rows.map((row) => ({ ...row, polarity: readPolarity(row.polarity) }));
}

export interface OutlierFigure {
  readonly indicatorId: string;
  readonly label: string;
  readonly unit: string;
  readonly polarity: Polarity;
  readonly period: number;
  readonly value: number;
  readonly outlier: Outlier;
  readonly rank: number;
  readonly ranked: number;
}

export interface OutlierFigure {
  readonly indicatorId: string;
  readonly label: string;
  readonly unit: string;
  readonly polarity: Polarity;
  readonly period: number;
  readonly value: number;
  readonly outlier: Outlier;
  readonly rank: number;
  readonly ranked: number;
}

/** The indicators on which an authority is an outlier, by the rule of `dataProfile`: those it must write about when a round asks for it. */
export async function outliersOf(authorityId: string, database: Database = db): Promise<readonly OutlierFigure[]> {
  const profile = await dataProfile(authorityId, database);
  return profile.flatMap(({ id, label, unit, polarity, period, value, outlier, rank, ranked }) =>
    outlier && value !== null && rank !== null ? [{ indicatorId: id, label, unit, polarity, period, value, outlier, rank, ranked }] : [],
  );
}
