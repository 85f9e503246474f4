import { SchedulingInputError } from "../input-error";
import { balance } from "./balance";
import { seat } from "./tables";

/** Whose reports are read by whom: names of authorities throughout. */
export interface ScrutinyInput {
  /** Authorities whose report is read. */
  readonly reports: readonly string[];
  /** Authorities that read. */
  readonly readers: readonly string[];
  /** How many other authorities read each report. */
  readonly perReport: number;
  /** Authorities that must not read each other's. */
  readonly never?: readonly (readonly [string, string])[];
  /** Groups that challenge each other anyway: their members do not read each other's, unless `groupsAllowed`. */
  readonly groups?: readonly (readonly string[])[];
  readonly groupsAllowed?: boolean;
  /** Tables in the room. */
  readonly tables: number;
}

export interface AllocatedReport {
  readonly id: string;
  /** The first of them leads. */
  readonly readers: readonly string[];
  readonly turn: number;
  readonly table: number;
}

export interface ScrutinySolved {
  readonly status: "solved";
  readonly reports: readonly AllocatedReport[];
  /** Reports that a reader has, the fewest and the most. */
  readonly least: number;
  readonly most: number;
  /** Readers who between them must have at least so many that one has `most`: nobody can do better. */
  readonly forced: readonly string[];
  readonly turns: number;
  readonly turnsAtLeast: number;
}

export interface ScrutinyInfeasible {
  readonly status: "infeasible";
  /** One sentence a report that cannot have its readers. */
  readonly reasons: readonly string[];
}

export type ScrutinyAnswer = ScrutinySolved | ScrutinyInfeasible;

/**
 * Gives each report its readers: never its own authority, never a declared conflict, never its own group
 * unless that is allowed, and the reading shared as evenly as can be, which is proven. One reader of each
 * leads, shared evenly too. Then turns and tables at which everybody wanted is free.
 * @throws SchedulingInputError naming the field
 */
export function allocate(problem: ScrutinyInput): ScrutinyAnswer {
  const { reports, readers, perReport, tables } = problem;
  whole("perReport", perReport, 1, 10);
  whole("tables", tables, 1, 100);
  distinct("reports", reports);
  distinct("readers", readers);
  const ruledOut = ruling(problem);
  const allowed = reports.map((report) => readers.flatMap((reader, place) => (ruledOut(report, reader) === null ? [place] : [])));
  const reasons = reports.flatMap((report, index) => (allowed[index]!.length < perReport ? [tooFew(report, allowed[index]!.map((place) => readers[place]!), problem, ruledOut)] : []));
  if (reasons.length > 0) return { status: "infeasible", reasons };
  const reading = balance({ takers: readers.length, tasks: allowed.map((takers) => ({ allowed: takers, needs: perReport })) });
  const leading = balance({ takers: readers.length, tasks: reading.taken.map((takers) => ({ allowed: takers, needs: 1 })) });
  const all = [...new Set([...reports, ...readers])];
  const seating = seat(reports.map((report, index) => ({ people: [report, ...reading.taken[index]!.map((place) => readers[place]!)].map((one) => all.indexOf(one)) })), tables);
  return {
    status: "solved",
    reports: reports.map((id, index) => {
      const lead = leading.taken[index]![0]!;
      const places = [lead, ...reading.taken[index]!.filter((place) => place !== lead)];
      return { id, readers: places.map((place) => readers[place]!), ...seating.places[index]! };
    }),
    least: Math.min(...reading.loads),
    most: Math.max(0, ...reading.loads),
    forced: reading.forced.map((place) => readers[place]!),
    turns: seating.turns,
    turnsAtLeast: seating.turnsAtLeast,
  };
}

type Ruling = (report: string, reader: string) => "its own" | "a declared conflict" | "its own group" | null;

function ruling({ never = [], groups = [], groupsAllowed = false }: ScrutinyInput): Ruling {
  return (report, reader) => {
    if (report === reader) return "its own";
    if (never.some((pair) => pair.includes(report) && pair.includes(reader))) return "a declared conflict";
    return !groupsAllowed && groups.some((group) => group.includes(report) && group.includes(reader)) ? "its own group" : null;
  };
}

function tooFew(report: string, possible: readonly string[], { readers, perReport }: ScrutinyInput, ruledOut: Ruling): string {
  const why = (kind: string) => readers.filter((reader) => ruledOut(report, reader) === kind);
  const parts = (["a declared conflict", "its own group"] as const).flatMap((kind) => (why(kind).length > 0 ? [`${why(kind).join(", ")} (${kind})`] : []));
  return `${report} needs ${perReport} readers and ${possible.length === 0 ? "nobody can read it" : `only ${possible.join(", ")} can read it`}${parts.length > 0 ? `: ruled out are ${parts.join(" and ")}` : ""}.`;
}

function whole(field: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) throw new SchedulingInputError(field, `must be a whole number from ${least} to ${most}`);
}

function distinct(field: string, names: readonly string[]): void {
  if (names.length === 0) throw new SchedulingInputError(field, "must name somebody");
  if (new Set(names).size !== names.length) throw new SchedulingInputError(field, "names somebody twice");
}
