import type { AnswerValue } from "~/features/self-assessment";
import type { Question } from "~/features/template/content";
import { outliersOf, type OutlierFigure } from "~/features/indicator";
import { seededRandom, type Random } from "~/scheduling/solver/random";
import { readFigures, type Figures } from "./figures";
import { pick, some } from "./names";
import { items, sentences } from "./sentences";

export interface Writer {
  /** What this authority answers to a question in a round that began in that year. The same every time. */
  readonly answer: (authorityId: string, question: Question, year: number) => AnswerValue;
}

/** The newest year of figures that the reference data holds. */
const NEWEST = 2025;

interface Item {
  readonly theme: string;
  readonly title: string;
  readonly text: string;
}

interface Writing {
  readonly authorityId: string;
  readonly name: string;
  readonly year: number;
  readonly figures: Figures;
  readonly outliers: readonly OutlierFigure[];
  readonly random: Random;
}

/** Reads what it needs of these authorities once, and then writes as each of them. */
export async function writerFor(authorities: readonly { readonly id: string; readonly name: string }[]): Promise<Writer> {
  const figures = await readFigures(authorities.map(({ id }) => id));
  const outliers = new Map<string, readonly OutlierFigure[]>();
  for (const { id } of authorities) outliers.set(id, await outliersOf(id));
  const names = new Map(authorities.map(({ id, name }) => [id, name]));
  return {
    answer: (authorityId, question, year) =>
      write(question, {
        authorityId,
        name: names.get(authorityId) ?? authorityId,
        year: Math.min(year, NEWEST),
        figures,
        outliers: outliers.get(authorityId) ?? [],
        random: seededRandom(numberOf(`${authorityId} ${question.id} ${year}`)),
      }),
  };
}

/** A number for a text: what makes each authority's answers its own. */
function numberOf(text: string): number {
  let sum = 2_166_136_261;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return sum;
}

function write(question: Question, writing: Writing): AnswerValue {
  const { random } = writing;
  switch (question.kind) {
    case "longText":
      return { text: passage(question.id, writing) };
    case "choice":
      return { option: pick(question.options, random).id, note: "The next external review of practice would change our minds, in either direction." };
    case "indicatorNarrative":
      return { narratives: question.indicatorId ? { [question.indicatorId]: about(question.indicatorId, writing) } : explained(writing) };
    case "signaturesOfRisk":
      return { ticked: some(question.checklist, 1 + random.below(3), random).map(({ id }) => id), note: "Each is in our risk register, with an owner and a date." };
    case "signaturesOfStrength":
      return { ticked: some(question.checklist, 3 + random.below(4), random).map(({ id }) => id), note: "A visitor could see these in any team." };
    case "strengths":
    case "areasForDevelopment":
      return { items: some<Item>(items[question.kind], 2 + random.below(3), random) };
    case "asks":
    case "offers":
      return { items: some<Item>(items[question.kind], 1 + random.below(2), random) };
  }
}

function passage(questionId: string, writing: Writing): string {
  const { openings, findings, next } = sentences[questionId] ?? { openings: ["{name} has nothing to add."], findings: [], next: [] };
  const { random } = writing;
  const first = [pick(openings, random), ...some(findings, Math.min(2, findings.length), random)].join(" ");
  const second = next.length > 0 ? pick(next, random) : "";
  return filled([first, second].filter(Boolean).join("\n\n"), writing);
}

function filled(text: string, { authorityId, name, figures, year }: Writing): string {
  return text
    .replaceAll("{name}", name)
    .replaceAll(/\{own (\w+)\}/g, (_, indicator: string) => figures.of(authorityId, indicator, year))
    .replaceAll(/\{england (\w+)\}/g, (_, indicator: string) => figures.england(indicator, year))
    .replaceAll(/\{change (\w+)\}/g, (_, indicator: string) => figures.change(authorityId, indicator, year));
}

const expectations = [
  "We expect it to hold through the year.",
  "We have asked a neighbour with a similar population how they read theirs.",
  "Managers see it weekly, and the director asks about it monthly.",
  "A dip sample of thirty records found practice sound, and recording that lags behind it.",
] as const;

function about(indicatorId: string, writing: Writing): string {
  const { authorityId, figures, year, random } = writing;
  const own = figures.of(authorityId, indicatorId, year);
  if (own === "not published") return `No figure is published for ${writing.name}. Our own count is in the performance report to scrutiny. ${pick(expectations, random)}`;
  return `The figure ${figures.change(authorityId, indicatorId, year)} in the year ending March ${year}; England's is ${figures.england(indicatorId, year)}. ${pick(expectations, random)}`;
}

const outlierReasons = {
  top: ["It follows from a decision we took and would take again, and audits bear it out.", "It is higher than we want, and the plan that follows from it is in the areas for development.", "Part of it is our population, part of it is practice; we have separated the two."],
  bottom: ["It is low because of what we do earlier, as dip samples confirm.", "It is lower than we want, and the reasons are known: capacity first, recording second.", "It has been low for three years, and a review by a neighbour agreed with our explanation."],
} as const;

/** Something on every indicator at either end, which is what the rule of the round asks. */
function explained({ outliers, random, name }: Writing): Record<string, string> {
  return Object.fromEntries(
    outliers.map(({ indicatorId, value, rank, ranked, outlier }) => [
      indicatorId,
      `At ${value}, ${name} is ${rank} of ${ranked} authorities, counted from the highest. ${pick(outlierReasons[outlier], random)} ${pick(expectations, random)}`,
    ]),
  );
}
