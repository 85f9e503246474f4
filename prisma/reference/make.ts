/**
 * Makes the files of this folder, and machines/bank-holidays.json, from a folder of gathered facts:
 *
 *   npx tsx prisma/reference/make.ts <folder>
 *
 * A developer's command, run when new figures are published. The folder holds authorities.csv,
 * authorities_extra.csv, authority_changes.csv, indicator_definitions.csv, indicators.csv,
 * indicators_region_england.csv, neighbours.csv, ofsted.csv and bank_holidays_england.json, and may
 * hold originals of the publications in published/, which say where a missing figure was suppressed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { encodeCell } from "./cells";
import { readPublished, type PUBLICATIONS } from "./published";

type Row = Readonly<Record<string, string>>;

const here = fileURLToPath(new URL(".", import.meta.url));

/** The last day of an authority that a coming change of structure ends. */
const lastDays: Readonly<Record<string, string>> = { E10000030: "2027-03-31" };

/** The source gives the two successors of Cumbria the whole county's figure each: better none than a wrong one. */
const populations = new Map([["E06000063", ""], ["E06000064", ""]]);

function grouped(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** "Bristol" for "Bristol, City of": as people say it and as it reads in a sentence. */
function spokenName(name: string): string {
  return name.replace(/, (City|County) of$/, "");
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, "-");
}

const originals: Readonly<Partial<Record<keyof typeof PUBLICATIONS, string>>> = {
  "looked after on 31 March": "published/cla_number_and_rate_per_10k_children.csv",
  "starting to be looked after": "published/cla_number_and_rate_per_10k_children.csv",
  "social work workforce": "published/csww_indicators_2017_to_2025.csv",
};

/** Keys "indicator code period" of the figures that an original says were suppressed. */
function suppressedIn(source: string): ReadonlySet<string> {
  return new Set(
    Object.entries(originals)
      .filter(([, file]) => existsSync(path.join(source, file)))
      .flatMap(([name, file]) => readPublished(readFileSync(path.join(source, file), "utf8"), name as keyof typeof PUBLICATIONS))
      .filter(({ status }) => status === "suppressed")
      .map(({ indicatorId, codeGss, period }) => `${indicatorId} ${codeGss} ${period}`),
  );
}

/**
 * A rate of England cannot lie outside those of its regions. Where the source says so (it adds the
 * regions' rates of first time entrants up), England's figure is left out rather than repeated.
 */
function withoutImpossibleEngland(rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    if (row["code_gss"] !== "E92000001" || !row["value"]) return row;
    const regions = rows
      .filter((other) => other["code_gss"]?.startsWith("E12") && other["period"] === row["period"] && other["value"])
      .map((other) => Number(other["value"]));
    const value = Number(row["value"]);
    const possible = regions.length === 0 || (value >= Math.min(...regions) - 0.1 && value <= Math.max(...regions) + 0.1);
    return possible ? row : { ...row, value: "", status: "not_available" };
  });
}

function make(source: string): void {
  const read = (name: string): Row[] =>
    parse(readFileSync(path.join(source, name)), { columns: true, bom: true });
  const write = (name: string, header: readonly string[], rows: readonly (readonly string[])[]): void =>
    writeFileSync(path.join(here, name), stringify([header, ...rows]));
  const of = (row: Row, column: string): string => {
    const value = row[column];
    if (value === undefined) throw new Error(`no column "${column}" in ${JSON.stringify(row)}`);
    return value;
  };

  const extras = new Map(read("authorities_extra.csv").map((row) => [of(row, "code_gss"), row]));
  const changes = read("authority_changes.csv");
  const today = new Date().toISOString().slice(0, 10);
  const past = changes.filter((change) => of(change, "effective") <= today);
  const authorities = read("authorities.csv").map((row) => {
    const code = of(row, "code_gss");
    const extra = extras.get(code);
    if (!extra) throw new Error(`${code} has no row in authorities_extra.csv`);
    return { ...row, code, id: slugOf(of(extra, "govuk_slug") || of(row, "name")), population: populations.get(code) ?? of(extra, "population_0_25") };
  });
  const idOf = new Map(authorities.map(({ code, id }) => [code, id]));
  const idOfCode = (code: string): string => {
    const id = idOf.get(code);
    if (!id) throw new Error(`there is no authority ${code}`);
    return id;
  };

  const benchmarks = read("indicators_region_england.csv");
  const regions = [...new Map(benchmarks.map((row) => [of(row, "code_gss"), of(row, "name")]))]
    .filter(([code]) => code.startsWith("E12"));
  write("regions.csv", ["id", "name", "code_gss"], regions.map(([code, name]) => [slugOf(name), name, code]));

  write(
    "authorities.csv",
    ["id", "code_gss", "code_dfe", "name", "region_id", "type", "latitude", "longitude", "population_0_25", "valid_from", "valid_to"],
    authorities.map((row) => [
      row.id, row.code, of(row, "code_dfe"), spokenName(of(row, "name")), slugOf(of(row, "region")), of(row, "type"),
      of(row, "lat"), of(row, "lon"), row.population,
      past.filter((change) => of(change, "code_gss_new").includes(row.code)).map((change) => of(change, "effective")).sort().at(-1) ?? "",
      lastDays[row.code] ?? "",
    ]),
  );
  write(
    "authority-codes.csv",
    ["authority_id", "code_gss", "code_dfe", "name", "note", "effective"],
    past.flatMap((change) =>
      of(change, "code_gss_new").split(" ").map((code) => [
        idOfCode(code), of(change, "code_gss_old"), of(change, "code_dfe_old"), of(change, "name_old"), of(change, "note"), of(change, "effective"),
      ]),
    ),
  );
  write(
    "authority-changes.csv",
    ["code_gss_old", "code_gss_new", "name_old", "code_dfe_old", "note", "effective"],
    changes.filter((change) => of(change, "effective") > today).map((change) => [
      of(change, "code_gss_old"), "", of(change, "name_old"), of(change, "code_dfe_old"),
      "Splits into East Surrey and West Surrey; their codes are not published yet", of(change, "effective"),
    ]),
  );

  const definitions = read("indicator_definitions.csv");
  write(
    "indicators.csv",
    ["id", "label", "unit", "polarity", "publication"],
    definitions.map((row) => ["indicator_id", "label", "unit", "polarity", "publication"].map((column) => of(row, column))),
  );
  const suppressed = suppressedIn(source);
  rmSync(path.join(here, "indicators"), { recursive: true, force: true });
  mkdirSync(path.join(here, "indicators"));
  const values = grouped([...read("indicators.csv"), ...benchmarks], (row) => of(row, "indicator_id"));
  for (const definition of definitions) {
    const rows = withoutImpossibleEngland(values.get(of(definition, "indicator_id")) ?? []);
    const periods = [...new Set(rows.map((row) => of(row, "period")))].sort();
    const byArea = grouped(rows, (row) => of(row, "code_gss"));
    write(
      `indicators/${of(definition, "indicator_id")}.csv`,
      ["code_gss", ...periods],
      [...byArea].sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, ofArea]) => [
        code,
        ...periods.map((period) => {
          const row = ofArea.find((candidate) => of(candidate, "period") === period);
          if (!row) return "";
          const hidden = of(row, "value") === "" && suppressed.has(`${of(definition, "indicator_id")} ${code} ${period}`);
          return encodeCell(of(row, "value"), hidden ? "suppressed" : of(row, "status"));
        }),
      ]),
    );
  }

  write(
    "neighbours.csv",
    ["authority_id", "rank", "neighbour_id", "closeness"],
    read("neighbours.csv").map((row) => [
      idOfCode(of(row, "code_gss")), of(row, "rank"), idOfCode(of(row, "neighbour_code_gss")), of(row, "closeness"),
    ]),
  );
  write(
    "inspections.csv",
    ["authority_id", "inspected_on", "published_on", "type", "overall", "leaders", "help_and_protection", "children_in_care", "care_leavers", "record", "source"],
    read("ofsted.csv").filter((row) => idOf.has(of(row, "code_gss"))).map((row) => [
      idOfCode(of(row, "code_gss")), of(row, "inspection_date"), of(row, "publication_date"),
      of(row, "inspection_type").replace("ILACS None", "ILACS"),
      ...["overall", "leaders", "help_and_protection", "children_in_care", "care_leavers", "record", "source"].map((column) => of(row, column)),
    ]),
  );

  const holidays = JSON.parse(readFileSync(path.join(source, "bank_holidays_england.json"), "utf8")) as {
    "england-and-wales": { events: { title: string; date: string }[] };
  };
  const lines = holidays["england-and-wales"].events.map(({ date, title }) => `  ${JSON.stringify({ date, title })}`);
  writeFileSync(path.join(here, "../../machines/bank-holidays.json"), `[\n${lines.join(",\n")}\n]\n`);
}

const folder = process.argv[2];
if (!folder) throw new Error("name the folder of gathered facts: npx tsx prisma/reference/make.ts <folder>");
make(path.resolve(folder));
