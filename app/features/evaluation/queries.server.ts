import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { answersOf, questionsOf, scaleWords, type Question } from "./questions";
import type { State } from "./words";

/** Fewer answers than this, and what people wrote could give them away. */
export const FEWEST_FOR_TEXT = 5;
/** The share of those who were there who answer: what programmes aim at. */
export const RESPONSE_GOAL = 0.9;

export interface EvaluationPage {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
  readonly state: State;
  readonly revision: number;
  readonly closesOn: string;
  readonly questions: readonly Question[];
}

/** The person's own evaluation; null for everybody else. */
export async function evaluationPage(actor: SignedIn, id: string | undefined): Promise<EvaluationPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.evaluation.findFirst({ where: { id, personId: actor.personId }, select: { id: true, ownerId: true, closesOn: true, workflow: { select: { title: true, state: true, revision: true } } } });
  if (!row) return null;
  const box = await db.evaluationBox.findUnique({ where: { ownerId: row.ownerId }, select: { form: true } });
  return { id: row.id, ownerId: row.ownerId, title: row.workflow.title, state: row.workflow.state as State, revision: row.workflow.revision, closesOn: row.closesOn.toISOString().slice(0, 10), questions: questionsOf(box?.form) };
}

/** How many of those asked have answered: responses of the attendees. */
export interface Response {
  readonly asked: number;
  readonly answered: number;
}

/** Response by owner. Whose question was taken back was not there, and does not count. */
export async function responsesOf(ownerIds: readonly string[]): Promise<ReadonlyMap<string, Response>> {
  const rows = await db.$queryRaw<{ ownerId: string; asked: number; answered: number }[]>`
    SELECT e.owner_id AS "ownerId", count(*)::int AS asked, (count(*) FILTER (WHERE w.state = 'given'))::int AS answered
      FROM evaluation e JOIN workflow w ON w.id = e.id WHERE e.owner_id = ANY(${[...ownerIds]}::uuid[]) AND w.state <> 'void' GROUP BY e.owner_id`;
  return new Map(rows.map(({ ownerId, ...rest }) => [ownerId, rest]));
}

export interface QuestionResult {
  readonly id: string;
  readonly text: string;
  readonly kind: "scale" | "text";
  readonly count: number;
  /** Of a scale: how many chose each of 1 to 5, and the mean; null without an answer. */
  readonly chosen: readonly { readonly label: string; readonly count: number }[];
  readonly mean: number | null;
  /** Of a text: what people wrote, in alphabetical order; null while fewer than five have answered the form. */
  readonly texts: readonly string[] | null;
}

export interface Results extends Response {
  readonly questions: readonly QuestionResult[];
}

/** What people said, added up. The caller has checked who may see it. */
export async function resultsOf(ownerId: string): Promise<Results | null> {
  const box = await db.evaluationBox.findUnique({ where: { ownerId } });
  if (!box) return null;
  const answers = answersOf(box.answers);
  const response = (await responsesOf([ownerId])).get(ownerId) ?? { asked: 0, answered: 0 };
  const questions = questionsOf(box.form).map((question): QuestionResult => {
    const given = answers.flatMap((answer) => (answer[question.id] === undefined || answer[question.id] === "" ? [] : [answer[question.id] as string | number]));
    const numbers = given.filter((one): one is number => typeof one === "number");
    return {
      id: question.id, text: question.text, kind: question.kind, count: given.length,
      chosen: question.kind === "scale" ? scaleWords.map((label, index) => ({ label: `${index + 1}, ${label.toLowerCase()}`, count: numbers.filter((one) => one === index + 1).length })) : [],
      mean: question.kind === "scale" && numbers.length > 0 ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : null,
      texts: question.kind === "text" ? (answers.length < FEWEST_FOR_TEXT ? null : given.map(String).sort((a, b) => a.localeCompare(b))) : null,
    };
  });
  return { ...response, questions };
}

/** Of the people named, who has an open question of an owner: their evaluation's id, by person. */
export async function openFor(personId: string, ownerIds: readonly string[]): Promise<ReadonlyMap<string, { readonly id: string; readonly state: State }>> {
  const rows = await db.evaluation.findMany({ where: { personId, ownerId: { in: [...ownerIds] } }, select: { id: true, ownerId: true, workflow: { select: { state: true } } } });
  return new Map(rows.map(({ id, ownerId, workflow }) => [ownerId, { id, state: workflow.state as State }]));
}
