import { z } from "zod";

import { refusedForm, valueOf, valuesOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";

import { whyNotGroupable } from "./question";
import { LEANINGS, MOST_KM, SECONDS, type ArrangementRules, type Leaning } from "./rules";

export const LONGEST_NAME = 60;
/** Empty rows offered for pairs beside those that are filled. */
export const SPARE_ROWS = 3;
const mostRows = 60;

export type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the form of rules may name. */
export interface RulesChoices {
  /** Those that take part in the round, the excused left out. */
  readonly members: readonly Named[];
  readonly earlier: readonly Named[];
}

/** The form as it is first shown, or shown again to change the rules. */
export function rulesValues(name: string, rules: ArrangementRules, choices: RulesChoices): FormValues {
  const left = new Set(rules.leftOut);
  return {
    name,
    ...(rules.distance ? { distance: "yes" } : {}),
    grade: String(rules.grade),
    neighbours: rules.neighbours.leaning,
    neighboursKm: String(rules.neighbours.km),
    size: rules.size.leaning,
    sizeKm: String(rules.size.km),
    seconds: String(rules.seconds),
    members: choices.members.filter(({ id }) => !left.has(id)).map(({ id }) => id),
    earlier: rules.earlier.filter((id) => choices.earlier.some((one) => one.id === id)),
    ...Object.assign({}, ...rules.never.map(([a, b], row) => ({ [`never-${row}-a`]: a, [`never-${row}-b`]: b })) as FormValues[]),
    ...Object.assign({}, ...rules.wanted.map(({ pair: [a, b], leaning, km }, row) => ({ [`wanted-${row}-a`]: a, [`wanted-${row}-b`]: b, [`wanted-${row}-leaning`]: leaning, [`wanted-${row}-km`]: String(km) })) as FormValues[]),
  };
}

/** How many rows of pairs a form shows: those filled and a few spare. */
export function rowsIn(values: FormValues, kind: "never" | "wanted"): number {
  const filled = Object.keys(values).flatMap((key) => {
    const row = new RegExp(`^${kind}-(\\d{1,2})-[ab]$`).exec(key)?.[1];
    return row !== undefined && valueOf({ values, errors: {} }, key) !== "" ? [Number(row) + 1] : [];
  });
  return Math.min(mostRows, Math.max(0, ...filled) + SPARE_ROWS);
}

const kilometres = (what: string) => {
  const message = `${what} must be a whole number of kilometres from 0 to ${MOST_KM}`;
  return z.string({ error: message }).trim().regex(/^\d{1,3}$/, message).transform(Number).refine((value) => value <= MOST_KM, message);
};

const secondsMessage = `The time must be a whole number of seconds from ${SECONDS.least} to ${SECONDS.most}`;
const fixed = z.object({
  name: z.string({ error: "Enter a name for the draft" }).trim().min(1, "Enter a name for the draft").max(LONGEST_NAME, `The name must be ${LONGEST_NAME} characters or fewer`),
  distance: z.preprocess((value) => value !== undefined && value !== "", z.boolean()),
  grade: kilometres("What the same grade counts like"),
  neighbours: z.enum(LEANINGS, { error: "Choose what statistical neighbours mean for the groups" }),
  neighboursKm: kilometres("What statistical neighbours count like"),
  size: z.enum(LEANINGS, { error: "Choose what size means for the groups" }),
  sizeKm: kilometres("What a difference in size counts like"),
  seconds: z.string({ error: secondsMessage }).trim().regex(/^\d{1,3}$/, secondsMessage).transform(Number).refine((value) => value >= SECONDS.least && value <= SECONDS.most, secondsMessage),
});

/** Reads the form of rules. Everything wrong is said at once, each beside its field. */
export function readRules(values: FormValues, choices: RulesChoices): Read<{ readonly name: string; readonly rules: ArrangementRules }> {
  const form: FormState = { values, errors: {} };
  const parsed = fixed.safeParse(values);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  const known = new Map(choices.members.map(({ id, name }) => [id, name]));
  const ticked = valuesOf(form, "members").filter((id) => known.has(id));
  const impossible = whyNotGroupable(ticked.length);
  if (impossible) issues.push({ path: ["members"], message: impossible });
  const never = pairsIn(form, "never", known, issues);
  const wanted = pairsIn(form, "wanted", known, issues).map(({ row, pair }) => {
    const leaning = valueOf(form, `wanted-${row}-leaning`);
    const km = kilometres("What the wish counts like").safeParse(valueOf(form, `wanted-${row}-km`).trim() || "50");
    if (!km.success) issues.push({ path: [`wanted-${row}-km`], message: km.error.issues[0]?.message ?? "Enter kilometres" });
    return { pair, leaning: leaning === "apart" ? ("apart" as const) : ("together" as const), km: km.success ? km.data : 0 };
  });
  for (const { row, pair } of never) {
    if (wanted.some((want) => want.leaning === "together" && samePair(want.pair, pair))) {
      issues.push({ path: [`never-${row}-a`], message: `${known.get(pair[0]) ?? pair[0]} and ${known.get(pair[1]) ?? pair[1]} cannot be wanted together and never be together. Remove one of the two` });
    }
  }
  if (!parsed.success || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  const { name, neighbours, neighboursKm, size, sizeKm, ...rest } = parsed.data;
  return {
    ok: true,
    data: {
      name,
      rules: {
        ...rest,
        neighbours: { leaning: neighbours as Leaning, km: neighboursKm },
        size: { leaning: size as Leaning, km: sizeKm },
        never: never.map(({ pair }) => pair),
        wanted,
        earlier: valuesOf(form, "earlier").filter((id) => choices.earlier.some((one) => one.id === id)),
        leftOut: choices.members.filter(({ id }) => !ticked.includes(id)).map(({ id }) => id),
      },
    },
  };
}

interface PairRow {
  readonly row: number;
  readonly pair: [string, string];
}

function pairsIn(form: FormState, kind: "never" | "wanted", known: ReadonlyMap<string, string>, issues: FormIssue[]): PairRow[] {
  const found: PairRow[] = [];
  for (let row = 0; row < mostRows; row += 1) {
    const [a, b] = [valueOf(form, `${kind}-${row}-a`), valueOf(form, `${kind}-${row}-b`)];
    if (a === "" && b === "") continue;
    const missing = !known.has(a) ? "a" : !known.has(b) ? "b" : null;
    if (missing) issues.push({ path: [`${kind}-${row}-${missing}`], message: "Choose two authorities, or empty both boxes" });
    else if (a === b) issues.push({ path: [`${kind}-${row}-b`], message: `Choose somebody other than ${known.get(a) ?? a}` });
    else if (found.some(({ pair }) => samePair(pair, [a, b]))) issues.push({ path: [`${kind}-${row}-a`], message: `${known.get(a) ?? a} and ${known.get(b) ?? b} are listed twice` });
    else found.push({ row, pair: [a, b] });
  }
  return found;
}

function samePair(one: readonly [string, string], other: readonly [string, string]): boolean {
  return (one[0] === other[0] && one[1] === other[1]) || (one[0] === other[1] && one[1] === other[0]);
}

/**
 * Reads groups typed or pasted: a group a line, names between commas, semicolons or tabs. Refused as a
 * whole, with all that is wrong, when somebody is unknown, twice there, missing, or a group has not three or four.
 */
export function readTyped(values: FormValues, members: readonly Named[]): Read<readonly (readonly string[])[]> {
  const byName = new Map(members.map((member) => [plain(member.name), member]));
  const lines = valueOf({ values, errors: {} }, "groups").split("\n").map((line) => line.replace(/^\s*(group\s*)?\d+\s*[:.)-]\s*/i, "").trim()).filter((line) => line !== "");
  const wrong: string[] = [];
  const times = new Map<string, number[]>();
  const groups = lines.map((line, at) =>
    line.split(/\s*[,;\t]\s*|\s+-\s+/).filter((name) => name !== "").flatMap((name) => {
      const member = byName.get(plain(name));
      if (!member) {
        wrong.push(`Group ${at + 1}: no authority called “${name}” takes part. Check the spelling`);
        return [];
      }
      times.set(member.id, [...(times.get(member.id) ?? []), at + 1]);
      return [member.id];
    }),
  );
  for (const { id, name } of members) {
    const where = times.get(id) ?? [];
    if (where.length > 1) wrong.push(new Set(where).size > 1 ? `${name} is in groups ${where.join(" and ")}. An authority can be in one group only` : `${name} is twice in group ${where[0] ?? 1}`);
  }
  const missing = members.filter(({ id }) => !times.has(id)).map(({ name }) => name);
  if (lines.length === 0) wrong.push("Enter the groups, one on each line");
  else if (missing.length > 0) wrong.push(`In no group: ${missing.join(", ")}. Add ${missing.length === 1 ? "it" : "them"}, or leave ${missing.length === 1 ? "it" : "them"} out under the rules`);
  groups.forEach((group, at) => {
    const size = new Set(group).size;
    if (size < 3 || size > 4) wrong.push(`Group ${at + 1} has ${size === 1 ? "one member" : `${["no", "one", "two", "three", "four", "five", "six"][size] ?? size} members`}. A group has three or four`);
  });
  const fours = groups.filter((group) => group.length === 4).length;
  if (wrong.length === 0 && fours !== members.length % 3) wrong.push(`${members.length} authorities need ${members.length % 3} groups of four and the others of three; there are ${fours}`);
  if (wrong.length > 0) return { ok: false, form: refusedForm(values, [{ path: ["groups"], message: wrong.join(". ") }]) };
  return { ok: true, data: groups };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/&/g, "and").replace(/[^a-z0-9]+/g, " ").trim();
}

const roundsMessage = "The number of rounds must be a whole number from 1 to 60, or empty";
const years = z.object({
  rounds: z.string({ error: roundsMessage }).trim().regex(/^\d{0,2}$/, roundsMessage).transform((text) => (text === "" ? 0 : Number(text))).refine((value) => value <= 60, roundsMessage),
  seconds: fixed.shape.seconds,
});

/** Reads the form that asks for a plan; 0 rounds asks for as many as can be. */
export function readYears(values: FormValues): Read<z.output<typeof years>> {
  const parsed = years.safeParse(values);
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, form: refusedForm(values, parsed.error.issues) };
}
