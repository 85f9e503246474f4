import {
  addComment, assignChapter, assignModerator, close, completeChapter, completeDraft, endorse, grantExtension, openFollowUp, optOut, recordChallenge,
  returnDraft, saveAnswer, share, sign, submit, submitFollowUp, completeModeration, waive, withdraw,
} from "~/features/self-assessment";
import { addEvidence } from "~/features/self-assessment/evidence.server";
import { questionsOf, questionsOfChapter, type Question, type TemplateContent } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import { onePagePdf } from "./evidence";
import { followUps, moderationComments } from "./sentences";
import type { Staff } from "./people";
import type { Writer } from "./texts";

/** Throws unless an act did what the story says: a story that stumbles is a mistake in the seed. */
export function must<Result extends { readonly kind: string }>(what: string, result: Result): Result {
  if (["refused", "conflict"].includes(result.kind)) throw new Error(`${what}: ${JSON.stringify(result)}`);
  return result;
}

/** One authority's part in a round, as the people of it act: every method is one thing somebody did, now. */
export class Part {
  constructor(
    private readonly round: { readonly cycleId: string; readonly year: number; readonly template: TemplateContent; readonly staff: Staff; readonly writer: Writer },
    readonly authorityId: string,
  ) {}

  private id: string | undefined;

  private async record(): Promise<string> {
    if (this.id) return this.id;
    const { cycleId } = this.round;
    const { id } = await db.selfAssessment.findUniqueOrThrow({ where: { cycleId_authorityId: { cycleId, authorityId: this.authorityId } }, select: { id: true } });
    this.id = id;
    return id;
  }

  private as(kind: "dcs" | "dcs-delegate" | "chief-executive" | "lead-member"): Actor & { readonly personId: string } {
    return this.round.staff.actor(kind, this.authorityId, now());
  }

  private coordinator(): Actor & { readonly personId: string } {
    return this.round.staff.actor("sli-coordinator", null, now());
  }

  private check<Result extends { readonly kind: string }>(what: string, result: Result): void {
    must(`${what}, ${this.authorityId}`, result);
  }

  /** Answers these questions, knowing which of them last round's words were carried to. */
  private async save(selfAssessmentId: string, questions: readonly Question[], actor: Actor): Promise<void> {
    const answers = await db.answer.findMany({ where: { selfAssessmentId }, select: { questionId: true, revision: true } });
    const revisions = new Map(answers.map(({ questionId, revision }) => [questionId, revision]));
    for (const question of questions) {
      const value = this.round.writer.answer(this.authorityId, question, this.round.year);
      const baseRevision = revisions.get(question.id) ?? 0;
      this.check(`answer ${question.id}`, await saveAnswer({ selfAssessmentId, questionId: question.id, value, baseRevision, actor, looked: true }));
    }
  }

  /** Asks an author for each of the first so many chapters. */
  async assign(chapters: number): Promise<void> {
    const selfAssessmentId = await this.record();
    const authors = this.round.staff.authors(this.authorityId);
    for (const [index, chapter] of this.round.template.chapters.slice(0, chapters).entries()) {
      const personId = authors[index % authors.length];
      if (!personId) throw new Error(`${this.authorityId} has nobody to write`);
      this.check("assign", await assignChapter({ selfAssessmentId, chapterId: chapter.id, personId, actor: this.as("dcs-delegate") }));
    }
  }

  /** The author of a chapter, or the delegate where nobody was asked, answers it whole and says so. */
  async writeChapter(index: number, { complete = true } = {}): Promise<void> {
    const selfAssessmentId = await this.record();
    const chapter = this.round.template.chapters[index];
    if (!chapter) throw new Error(`there is no chapter ${index}`);
    const work = await db.chapterWork.findUnique({ where: { selfAssessmentId_chapterId: { selfAssessmentId, chapterId: chapter.id } }, select: { authorId: true } });
    const actor: Actor = work?.authorId ? { kind: "person", personId: work.authorId, channel: "demo" } : this.as("dcs-delegate");
    const questions = questionsOfChapter(chapter);
    await this.save(selfAssessmentId, complete ? questions : questions.slice(0, -1), actor);
    if (complete) this.check("complete the chapter", await completeChapter({ selfAssessmentId, chapterId: chapter.id, actor }));
  }

  /** The delegate answers everything that is asked. */
  async writeAll(): Promise<void> {
    const selfAssessmentId = await this.record();
    await this.save(selfAssessmentId, questionsOf(this.round.template), this.as("dcs-delegate"));
  }

  /** The delegate attaches a page to a question. */
  async attach(questionId: string, name: string, lines: readonly string[]): Promise<void> {
    const file = new File([onePagePdf(lines)], name, { type: "application/pdf" });
    this.check("attach", await addEvidence({ selfAssessmentId: await this.record(), actor: this.as("dcs-delegate"), file, questionId }));
  }

  async completeDraft(): Promise<void> {
    this.check("complete the draft", await completeDraft({ selfAssessmentId: await this.record(), actor: this.as("dcs-delegate") }));
  }

  async returnDraft(reason: string): Promise<void> {
    this.check("return the draft", await returnDraft({ selfAssessmentId: await this.record(), actor: this.as("dcs"), reason }));
  }

  async sign(): Promise<void> {
    this.check("sign", await sign({ selfAssessmentId: await this.record(), actor: this.as("dcs"), declaration: true }));
  }

  async endorse(role: "chiefExecutive" | "leadMember"): Promise<void> {
    const actor = this.as(role === "chiefExecutive" ? "chief-executive" : "lead-member");
    this.check("endorse", await endorse({ selfAssessmentId: await this.record(), actor, role }));
  }

  async submit(): Promise<void> {
    this.check("submit", await submit({ selfAssessmentId: await this.record(), actor: this.as("dcs") }));
  }

  async share(): Promise<void> {
    this.check("share", await share({ selfAssessmentId: await this.record(), actor: this.coordinator() }));
  }

  /** The director's delegate of another authority is asked to moderate. */
  async assignModerator(fromAuthority: string): Promise<void> {
    const { personId } = this.round.staff.actor("dcs-delegate", fromAuthority, now());
    this.check("assign a moderator", await assignModerator({ selfAssessmentId: await this.record(), actor: this.coordinator(), personId }));
  }

  async moderate(fromAuthority: string, remarks: number): Promise<void> {
    const selfAssessmentId = await this.record();
    const actor = this.round.staff.actor("dcs-delegate", fromAuthority, now());
    const [first] = this.round.template.chapters;
    for (const [index, text] of moderationComments.slice(0, remarks).entries()) {
      this.check("comment", await addComment({ selfAssessmentId, actor, chapterId: index === 0 ? (first?.id ?? null) : null, text }));
    }
    this.check("complete the moderation", await completeModeration({ selfAssessmentId, actor }));
  }

  async challenged(): Promise<void> {
    this.check("record the challenge", await recordChallenge({ selfAssessmentId: await this.record(), actor: this.coordinator() }));
  }

  async openFollowUp(): Promise<void> {
    this.check("ask for the update", await openFollowUp({ selfAssessmentId: await this.record(), actor: this.coordinator() }));
  }

  async followUp(which: number): Promise<void> {
    const update = followUps[which % followUps.length];
    if (!update) throw new Error("there is no update to give");
    this.check("give the update", await submitFollowUp({ selfAssessmentId: await this.record(), actor: this.as("dcs"), update }));
  }

  async close(reason: string): Promise<void> {
    this.check("close", await close({ selfAssessmentId: await this.record(), actor: this.coordinator(), reason }));
  }

  async optOut(reason: string): Promise<void> {
    this.check("opt out", await optOut({ selfAssessmentId: await this.record(), actor: this.as("dcs"), reason }));
  }

  async waive(reason: string): Promise<void> {
    this.check("waive", await waive({ selfAssessmentId: await this.record(), actor: this.coordinator(), reason }));
  }

  async withdraw(reason: string): Promise<void> {
    this.check("withdraw", await withdraw({ selfAssessmentId: await this.record(), actor: this.as("dcs"), reason }));
  }

  async extend(newDate: string, reason: string): Promise<void> {
    this.check("extend", await grantExtension({ selfAssessmentId: await this.record(), actor: this.coordinator(), newDate, reason }));
  }
}
