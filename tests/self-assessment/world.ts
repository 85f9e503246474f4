import type { CycleRules } from "~/features/cycle";
import { createTemplate, type TemplateContent } from "~/features/template";
import { assignChapter, completeDraft, endorse, saveAnswer, share, sign, startWriting, submit, type AnswerValue, type Saved } from "~/features/self-assessment";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import { aHolder, aRegion, anOpenRound, someDates, type TestAuthority, type TestRegion } from "../cycle/region";

export { aHolder, inPost, lettersOf } from "../cycle/region";

/** A template with two chapters: every kind of question is in one of them, and only two must be answered. */
export const wholeTemplate: TemplateContent = {
  chapters: [
    {
      id: "leadership", title: "Leadership", guidance: "", sections: [
        {
          id: "leadership-1", title: "Vision", guidance: "", questions: [
            { id: "vision", kind: "longText", title: "What is your vision?", hint: "", required: true, wordLimit: 20 },
            { id: "stage", kind: "choice", title: "Where are you?", hint: "", required: false, options: [{ id: "early", label: "Early days" }, { id: "settled", label: "Settled" }] },
            { id: "strengths", kind: "strengths", title: "Your strengths", hint: "", required: false, themes: [{ id: "practice", label: "Practice" }] },
          ],
        },
      ],
    },
    {
      id: "practice", title: "Practice", guidance: "", sections: [
        {
          id: "practice-1", title: "Quality", guidance: "", questions: [
            { id: "quality", kind: "longText", title: "How good is practice?", hint: "", required: true },
            { id: "outliers", kind: "indicatorNarrative", title: "Explain your outliers", hint: "", required: true },
            { id: "risks", kind: "signaturesOfRisk", title: "Signatures of risk", hint: "", required: false, checklist: [{ id: "turnover", label: "High turnover" }] },
          ],
        },
      ],
    },
  ],
};

/** Some rules of a round; others are as in most regions. */
export type Rules = Partial<Omit<CycleRules, "takingPart">>;

const plainRules: Rules = {
  challengeStyle: "triads", visibility: "region", endorsements: ["chiefExecutive", "leadMember"], outlierRule: false,
  moderation: { needed: false, workingDaysBefore: 10 }, followUpMonths: 6, shareAutomatically: false,
};

export interface World {
  readonly id: string;
  readonly cycleId: string;
  readonly region: TestRegion;
  readonly own: TestAuthority;
  readonly other: TestAuthority;
  readonly third: TestAuthority;
  /** A section author of the own authority, not asked to write anything yet. */
  readonly author: SignedIn;
  readonly ids: Readonly<Record<string, string>>;
}

/** An open round of three authorities with the whole template, and the first one's self-assessment. */
export async function aSelfAssessment(rules: Rules = {}, dates = someDates): Promise<World> {
  const region = await aRegion();
  const template = await createTemplate({ regionId: region.id, name: "Whole", content: wholeTemplate, actor: region.coordinator });
  if (template.kind !== "saved") throw new Error(template.reason);
  const round = await anOpenRound(region, { templateVersionId: template.versionId, dates, rules: { ...plainRules, ...rules } });
  const [own, other, third] = region.authorities;
  if (!own || !other || !third) throw new Error("three authorities are needed");
  const author = await aHolder({ regionId: region.id, authorityId: own.id, kind: "section-author", name: "Asha Author" });
  return { id: round.selfAssessments[own.name] ?? "", cycleId: round.id, region, own, other, third, author, ids: round.selfAssessments };
}

export const text = (words: string): AnswerValue => ({ text: words });

/** Saves an answer on the revision given, as most people do: on what they see. */
export function save(world: Pick<World, "id">, actor: SignedIn, questionId: string, value: AnswerValue, baseRevision = 0): Promise<Saved> {
  return saveAnswer({ selfAssessmentId: world.id, questionId, value, baseRevision, actor });
}

/** The answer as it stands, with its revision; nothing typed gives null. */
export async function answer(world: Pick<World, "id">, questionId: string): Promise<{ value: unknown; revision: number; carriedForward: boolean } | null> {
  return db.answer.findUnique({
    where: { selfAssessmentId_questionId: { selfAssessmentId: world.id, questionId } },
    select: { value: true, revision: true, carriedForward: true },
  });
}

export async function stateOf(id: string): Promise<string> {
  return (await db.workflow.findUniqueOrThrow({ where: { id } })).state;
}

/** Throws unless the act was done: for what a test only passes through. */
export async function done(result: Promise<FireResult>): Promise<void> {
  const ended = await result;
  if (ended.kind !== "moved") throw new Error(`expected it to move: ${JSON.stringify(ended)}`);
}

/** Written: every question that must be answered is, by the director. */
export async function written(world: World): Promise<World> {
  await save(world, world.own.dcs, "vision", text("Every child safe and heard"));
  await save(world, world.own.dcs, "quality", text("Good, and getting better"));
  return world;
}

/** Signed by the director and awaiting its endorsements (or submitted, where none is asked). */
export async function signed(world: World): Promise<World> {
  if ((await stateOf(world.id)) === "notStarted") await written(world);
  await done(completeDraft({ selfAssessmentId: world.id, actor: world.own.delegate }));
  await done(sign({ selfAssessmentId: world.id, actor: world.own.dcs, declaration: true }));
  return world;
}

/** Endorsed by all and submitted. */
export async function submitted(world: World): Promise<World> {
  await signed(world);
  await done(endorse({ selfAssessmentId: world.id, actor: world.own.chiefExecutive, role: "chiefExecutive" }));
  await done(endorse({ selfAssessmentId: world.id, actor: world.own.leadMember, role: "leadMember" }));
  await done(submit({ selfAssessmentId: world.id, actor: world.own.delegate }));
  return world;
}

/** Shared with its readers. */
export async function shared(world: World): Promise<World> {
  await submitted(world);
  await done(share({ selfAssessmentId: world.id, actor: world.region.coordinator }));
  return world;
}

/** The section author is asked to write the chapter on leadership. */
export async function withAuthor(world: World): Promise<World> {
  await done(assignChapter({ selfAssessmentId: world.id, actor: world.own.delegate, chapterId: "leadership", personId: world.author.personId }));
  return world;
}

/** Being written, with nothing answered yet. */
export async function begun(world: World): Promise<World> {
  await done(startWriting({ selfAssessmentId: world.id, actor: world.own.dcs }));
  return world;
}
