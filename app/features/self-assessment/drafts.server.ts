import { outliersOf } from "~/features/indicator";
import { contentOf } from "~/features/template";
import { questionsOf, questionsOfChapter, type Chapter, type Question, type TemplateContent } from "~/features/template/content";
import { db, pool } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { answerText, emptyAnswer, readAnswer, type AnswerValue } from "./answers";
import { answerTo, isDone, namesIn, unexplained, wantingIn, type Figure, type Wanting } from "./content";
import { heldNow } from "./people.server";
import { namesOf, templateOf, type Head } from "./queries.server";
import { figuresFor } from "./versions.server";

export interface DraftAnswer {
  readonly value: AnswerValue;
  readonly revision: number;
  readonly carriedForward: boolean;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
}

export type DraftAnswers = Readonly<Record<string, DraftAnswer>>;

interface StoredAnswer {
  readonly questionId: string;
  readonly value: unknown;
  readonly revision: number;
  readonly carriedForward: boolean;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
}

interface StoredDraft {
  readonly answers: readonly StoredAnswer[];
  readonly works: readonly { readonly chapterId: string; readonly authorId: string | null; readonly author: string | null; readonly complete: boolean }[];
  /** The question of each open conflict. */
  readonly conflicts: readonly string[];
}

/** What has been written of these questions, and how far the chapters are, in one statement. For the authority's own people only: see `standing`. */
async function storedDraft(id: string, questions: readonly Question[]): Promise<StoredDraft> {
  const { rows } = await pool.query<StoredDraft>({
    name: "draft",
    text: `
      SELECT (SELECT coalesce(json_agg(json_build_object('questionId', a.question_id, 'value', a.value, 'revision', a.revision, 'carriedForward', a.carried_forward,
                              'updatedAt', a.updated_at, 'updatedBy', person.name)), '[]')
                FROM answer a LEFT JOIN person ON person.id = a.updated_by
               WHERE a.self_assessment_id = $1 AND a.question_id = ANY ($2::text[])) AS answers,
             (SELECT coalesce(json_agg(json_build_object('chapterId', w.chapter_id, 'authorId', w.author_id, 'author', person.name, 'complete', w.completed_at IS NOT NULL)), '[]')
                FROM chapter_work w LEFT JOIN person ON person.id = w.author_id
               WHERE w.self_assessment_id = $1) AS works,
             ARRAY(SELECT a.question_id FROM answer_history h JOIN answer a ON a.id = h.answer_id
                    WHERE a.self_assessment_id = $1 AND h.outcome = 'conflict') AS conflicts`,
    values: [id, questions.map((question) => question.id)],
  });
  return rows[0] ?? { answers: [], works: [], conflicts: [] };
}

/** Every answer as it stands now, empty ones included. For the authority's own people only: see `standing`. */
export async function draftAnswers(id: string, questions: readonly Question[]): Promise<DraftAnswers> {
  return readAnswers((await storedDraft(id, questions)).answers, questions);
}

function readAnswers(stored: readonly StoredAnswer[], questions: readonly Question[]): DraftAnswers {
  const byQuestion = new Map(stored.map((row) => [row.questionId, row]));
  return Object.fromEntries(
    questions.map((question): [string, DraftAnswer] => {
      const row = byQuestion.get(question.id);
      return [
        question.id,
        row
          ? { ...row, value: answerTo(question, { [question.id]: row.value }), updatedAt: new Date(row.updatedAt) }
          : { value: emptyAnswer(question.kind), revision: 0, carriedForward: false, updatedAt: null, updatedBy: null },
      ];
    }),
  );
}

/** A chapter in the task list. Few statuses: not started, under way, complete. */
export interface ChapterRow {
  readonly id: string;
  readonly title: string;
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly mine: boolean;
  readonly complete: boolean;
  readonly answered: number;
  readonly questions: number;
  readonly conflicts: number;
}

/** The chapters with who writes them and how far each is. */
export async function chapterRows(actor: SignedIn, head: Pick<Head, "id" | "template" | "roles" | "rules" | "authority">): Promise<readonly ChapterRow[]> {
  const template = await contentOf(head.template);
  const [draft, outliers] = await Promise.all([
    storedDraft(head.id, questionsOf(template)),
    head.rules.outlierRule ? outliersOf(head.authority.id) : [],
  ]);
  const answers = readAnswers(draft.answers, questionsOf(template));
  const explain = outliers.map((outlier) => outlier.indicatorId);
  return template.chapters.map((chapter) => {
    const work = draft.works.find((one) => one.chapterId === chapter.id);
    const questions = questionsOfChapter(chapter);
    return {
      id: chapter.id,
      title: chapter.title,
      author: work?.authorId ? { id: work.authorId, name: work.author ?? "" } : null,
      mine: work?.authorId === actor.personId || writesEverywhere(head.roles),
      complete: work?.complete ?? false,
      answered: questions.filter((question) => isDone(question, answers[question.id], explain)).length,
      questions: questions.length,
      conflicts: conflictsIn(draft, questions),
    };
  });
}

function conflictsIn(draft: StoredDraft, questions: readonly Question[]): number {
  return draft.conflicts.filter((id) => questions.some((question) => question.id === id)).length;
}

/** Director and delegate write every chapter. */
export function writesEverywhere(roles: readonly string[]): boolean {
  return roles.includes("dcs") || roles.includes("delegate");
}

export interface OpenConflict {
  readonly keptId: string;
  readonly questionId: string;
  readonly by: string;
  readonly byId: string | null;
  readonly at: Date;
  readonly kept: unknown;
}

/** What was typed on top of an older answer and waits to be settled, oldest first. */
export async function openConflicts(id: string): Promise<readonly OpenConflict[]> {
  const rows = await db.answerHistory.findMany({
    where: { outcome: "conflict", answer: { selfAssessmentId: id } },
    orderBy: { at: "asc" },
    select: { id: true, byId: true, at: true, value: true, answer: { select: { questionId: true } } },
  });
  const names = await namesOf(rows.map((row) => row.byId));
  return rows.map((row) => ({
    keptId: row.id,
    questionId: row.answer.questionId,
    by: (row.byId && names[row.byId]) ?? "Somebody",
    byId: row.byId,
    at: row.at,
    kept: row.value,
  }));
}

export interface ConflictSides {
  readonly keptId: string;
  readonly questionId: string;
  readonly title: string;
  readonly chapterId: string;
  readonly kept: { readonly text: string; readonly by: string; readonly at: Date };
  readonly current: { readonly text: string; readonly by: string; readonly at: Date | null; readonly revision: number };
}

/** Every open conflict with both sides in words. */
export async function conflictSides(id: string): Promise<readonly ConflictSides[]> {
  const template = await templateOf(id);
  const [conflicts, answers, labels] = await Promise.all([openConflicts(id), draftAnswers(id, questionsOf(template)), indicatorLabels()]);
  return conflicts.flatMap((conflict) => {
    const chapter = template.chapters.find((one) => questionsOfChapter(one).some((question) => question.id === conflict.questionId));
    const question = chapter && questionsOfChapter(chapter).find((one) => one.id === conflict.questionId);
    const current = answers[conflict.questionId];
    if (!question || !current) return [];
    const nameOf = namesIn(question, labels);
    const kept = readAnswer(question.kind, conflict.kept);
    return [{
      keptId: conflict.keptId,
      questionId: question.id,
      title: question.title,
      chapterId: chapter.id,
      kept: { text: kept.success ? answerText(kept.data, { nameOf }) : "", by: conflict.by, at: conflict.at },
      current: { text: answerText(current.value, { nameOf }), by: current.updatedBy ?? "Somebody", at: current.updatedAt, revision: current.revision },
    }];
  });
}

/** Labels of the indicators, by id. */
export async function indicatorLabels(): Promise<Readonly<Record<string, string>>> {
  const rows = await db.indicatorDefinition.findMany({ select: { id: true, label: true } });
  return Object.fromEntries(rows.map((row) => [row.id, row.label]));
}

/** The figures an indicator question shows: its one indicator, or the authority's outliers. */
export function figuresAsked(question: Question, figures: readonly Figure[]): readonly Figure[] {
  if (question.kind !== "indicatorNarrative") return [];
  return figures.filter((figure) => (question.indicatorId === undefined ? figure.outlier !== null : figure.indicatorId === question.indicatorId));
}

export interface ChapterPage {
  readonly chapter: Chapter;
  readonly previous: { readonly id: string; readonly title: string } | null;
  readonly next: { readonly id: string; readonly title: string } | null;
  readonly answers: DraftAnswers;
  readonly figures: readonly Figure[];
  readonly author: string | null;
  readonly complete: boolean;
  /** Whether this person may write in this chapter now. */
  readonly mayWrite: boolean;
  readonly conflicts: number;
}

/** One chapter to write or read, or null when there is none of that name. */
export async function chapterPage(actor: SignedIn, head: Head, chapterId: string): Promise<ChapterPage | null> {
  const template = await contentOf(head.template);
  const index = template.chapters.findIndex((one) => one.id === chapterId);
  const chapter = template.chapters[index];
  if (!chapter) return null;
  const questions = questionsOfChapter(chapter);
  const asksFigures = questions.some((question) => question.kind === "indicatorNarrative");
  const [draft, figures] = await Promise.all([storedDraft(head.id, questions), asksFigures ? figuresFor(db, head.authority.id) : []]);
  const work = draft.works.find((one) => one.chapterId === chapterId);
  const short = (one: Chapter | undefined) => (one ? { id: one.id, title: one.title } : null);
  return {
    chapter,
    previous: short(template.chapters[index - 1]),
    next: short(template.chapters[index + 1]),
    answers: readAnswers(draft.answers, questions),
    figures,
    author: work?.author ?? null,
    complete: work?.complete ?? false,
    mayWrite: head.writable && (writesEverywhere(head.roles) || work?.authorId === actor.personId),
    conflicts: conflictsIn(draft, questions),
  };
}

export interface CheckPage {
  readonly template: TemplateContent;
  readonly answers: DraftAnswers;
  readonly figures: readonly Figure[];
  readonly wanting: readonly { readonly chapterId: string; readonly questionId: string; readonly title: string; readonly what: Wanting }[];
  readonly unexplained: readonly { readonly label: string; readonly chapterId: string; readonly questionId: string }[];
  readonly conflicts: number;
}

/** Everything as it stands, and what is still wanted before it can go to the director. */
export async function checkPage(head: Head): Promise<CheckPage> {
  const template = await contentOf(head.template);
  const questions = questionsOf(template);
  const [answers, figures, conflicts, outliers] = await Promise.all([
    draftAnswers(head.id, questions),
    figuresFor(db, head.authority.id),
    openConflicts(head.id),
    head.rules.outlierRule ? outliersOf(head.authority.id) : [],
  ]);
  const values = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, answer.value]));
  const missing = new Set(unexplained(template, values, outliers.map((outlier) => outlier.indicatorId)));
  const place = (wanted: (question: Question) => boolean) => {
    const chapter = template.chapters.find((one) => questionsOfChapter(one).some(wanted));
    const question = chapter && questionsOfChapter(chapter).find(wanted);
    return { chapterId: chapter?.id ?? "", questionId: question?.id ?? "" };
  };
  return {
    template,
    answers,
    figures,
    conflicts: conflicts.length,
    wanting: template.chapters.flatMap((chapter) =>
      questionsOfChapter(chapter).flatMap((question) => {
        const what = wantingIn(question, answers[question.id]);
        return what ? [{ chapterId: chapter.id, questionId: question.id, title: question.title, what }] : [];
      }),
    ),
    unexplained: outliers
      .filter((outlier) => missing.has(outlier.indicatorId))
      .map((outlier) => ({
        label: outlier.label,
        ...place((question) => question.kind === "indicatorNarrative" && (question.indicatorId === undefined || question.indicatorId === outlier.indicatorId)),
      })),
  };
}

export interface HistoryEntry {
  readonly id: string;
  readonly text: string;
  readonly before: string;
  readonly by: string;
  readonly at: Date;
  readonly outcome: string;
}

/** Everything ever typed into one answer, newest first, each beside what it was typed on. */
export async function answerHistory(id: string, questionId: string): Promise<{ readonly title: string; readonly chapterId: string; readonly entries: readonly HistoryEntry[] } | null> {
  const template = await templateOf(id);
  const chapter = template.chapters.find((one) => questionsOfChapter(one).some((question) => question.id === questionId));
  const question = chapter && questionsOfChapter(chapter).find((one) => one.id === questionId);
  if (!question) return null;
  const rows = await db.answerHistory.findMany({ where: { answer: { selfAssessmentId: id, questionId } }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const [names, labels] = await Promise.all([namesOf(rows.map((row) => row.byId)), indicatorLabels()]);
  const nameOf = namesIn(question, labels);
  const text = (value: unknown) => {
    const read = readAnswer(question.kind, value);
    return read.success ? answerText(read.data, { nameOf }) : "";
  };
  const saved = rows.filter((row) => row.outcome === "saved");
  const entries = rows.map((row) => {
    const under = row.outcome === "saved" ? saved.filter((one) => one.revision < row.revision).at(-1) : saved.find((one) => one.revision === row.revision);
    return {
      id: row.id,
      text: text(row.value),
      before: under ? text(under.value) : "",
      by: (row.byId && names[row.byId]) ?? "Last round",
      at: row.at,
      outcome: row.outcome,
    };
  });
  return { title: question.title, chapterId: chapter.id, entries: entries.reverse() };
}

export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

/** Who may be asked to write: everybody who holds a post in the authority now, each once. */
export async function writersOf(authorityId: string): Promise<readonly Writer[]> {
  const holdings = await db.holding.findMany({
    where: { AND: [heldNow(), { post: { authorityId } }] },
    select: { person: { select: { id: true, name: true } }, post: { select: { title: true } } },
    orderBy: { person: { name: "asc" } },
  });
  const byId = new Map<string, Writer>();
  for (const { person, post } of holdings) if (!byId.has(person.id)) byId.set(person.id, { ...person, post: post.title });
  return [...byId.values()];
}
