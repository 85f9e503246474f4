import { randomUUID } from "node:crypto";
import { agreePlan, answerArea, openReview, planOf, recordReview, returnPlan, submitPlan, updateProgress } from "~/features/action-plan";
import { agreeFacts, answerPoint, approveWordings, draftFromFindings, finaliseLetter, giveResponse, keepResponse, proceedWithout, raisePoint, readLetter, releaseLetter, saveLetter, sendAnswers, sendForCheck, submitPoints } from "~/features/letter";
import { headOf } from "~/features/challenge-record";
import { letterToEdit } from "~/features/letter/editor.server";
import { findingsTold } from "~/features/letter/findings.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { dayOf } from "~/workflow/working-days";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import { must } from "./rounds";

/** How far a letter has come, in the order in which it gets there. */
export const letterStages = ["drafted", "sent", "pointsWritten", "pointsSent", "checked", "final", "planSent", "planAgreed", "progress", "reviewOpen", "closed"] as const;
export type LetterStage = (typeof letterStages)[number];

/** Working days from the day on which the findings were finished. */
const after: Readonly<Record<LetterStage, number>> = { drafted: 3, sent: 7, pointsWritten: 14, pointsSent: 15, checked: 19, final: 22, planSent: 38, planAgreed: 42, progress: 80, reviewOpen: 170, closed: 176 };

/** Working days that it takes from the finished findings to a stage. */
export const daysTo = (stage: LetterStage): number => after[stage];

export interface LetterWay {
  /** Whose story it is told as part of, for the order of things. */
  readonly of: string;
  /** The record, once it exists. */
  readonly recordId: () => Promise<string>;
  readonly calendar: Calendar;
  /** The working day, from today, on which the findings were finished. */
  readonly from: number;
  readonly to: LetterStage;
  /** How the authority answered the check of facts. */
  readonly check?: "points" | "agrees" | "silent";
  /** The plan came back once before it was agreed. */
  readonly returned?: boolean;
  /** Whether the authority lets the region read the letter, and some words of it. */
  readonly released?: boolean;
}

/** What the people of a record did from its finished findings to a stage, each on its own day. */
export function letterWay(way: LetterWay): Moment[] {
  const { calendar, from, of, check = "points" } = way;
  const minute = of.length % 50;
  const on = (stage: LetterStage, act: (people: People) => Promise<void>, { plus = 0, hour = 11 }: { plus?: number; hour?: number } = {}) => ({
    stage, of, at: calendar.moment(from + after[stage] + plus, hour, minute), act: async () => act(await peopleOf(await way.recordId())),
  });
  const all = [
    on("drafted", draft),
    on("sent", send),
    ...(check === "points" ? [on("pointsWritten", raise), on("pointsSent", submit), on("pointsSent", respond, { hour: 14 }), on("checked", answerAll)] : []),
    ...(check === "agrees" ? [on("checked", agree)] : []),
    ...(check === "silent" ? [on("checked", goOn, { plus: 1 })] : []),
    on("final", finalise, { plus: 1 }),
    ...(way.released ? [on("final", release, { plus: 4 })] : []),
    on("planSent", plan),
    ...(way.returned ? [on("planSent", sendBack, { plus: 1 }), on("planSent", planAgain, { plus: 2 })] : []),
    on("planAgreed", agreeThePlan),
    on("progress", progress),
    on("reviewOpen", open),
    on("closed", review),
  ];
  return all.filter(({ stage }) => letterStages.indexOf(stage) <= letterStages.indexOf(way.to)).map(({ stage: _stage, ...moment }) => moment);
}

interface People {
  readonly id: string;
  readonly lead: SignedIn;
  readonly dcs: SignedIn;
  readonly coordinator: SignedIn;
}

/** Whoever stands on the record now, with the posts they hold. */
async function peopleOf(id: string): Promise<People> {
  const at = now();
  const heldNow = { from: { lte: at }, OR: [{ to: null }, { to: { gt: at } }] };
  const person = { select: { id: true, name: true, email: true, holdings: { where: heldNow, select: { post: { select: { id: true, kind: true, title: true, regionId: true, authorityId: true } } } } } } as const;
  const parties = await db.workflowParty.findMany({
    where: { workflowId: id, to: null, role: { in: ["leadChallenger", "hostDcs", "coordinator"] } },
    select: { role: true, person, post: { select: { holdings: { where: heldNow, select: { person } } } } },
  });
  const who = (role: string): SignedIn => {
    const found = parties.filter((party) => party.role === role).flatMap((party) => [party.person, ...(party.post?.holdings ?? []).map((one) => one.person)]).find((one) => one !== null);
    if (!found) throw new Error(`nobody is ${role} on ${id}`);
    return { kind: "person", personId: found.id, name: found.name, email: found.email, holdings: found.holdings.map(({ post: { id: postId, ...post } }) => ({ postId, ...post })) };
  };
  return { id, lead: who("leadChallenger"), dcs: who("hostDcs"), coordinator: who("coordinator") };
}

async function draft({ id, lead }: People): Promise<void> {
  must("draft the letter", await draftFromFindings({ recordId: id, actor: lead }));
  const letter = await letterToEdit(id);
  const closing = letter?.paragraphs.at(-1);
  if (!closing) throw new Error("a drafted letter has no closing");
  const value = `${closing.words.text}\n\nThank you again for a candid day. We learned as much as we told.`;
  must("write the closing", await saveLetter({ recordId: id, actor: lead, boxes: [{ paragraphId: closing.id, part: "text", value, baseRevision: closing.words.textRevision }] }));
}

async function send({ id, lead }: People): Promise<void> {
  must("send the letter", await sendForCheck({ recordId: id, actor: lead }));
}

/** The first sentence of a text: what a point quotes. */
const firstSentence = (text: string) => /^[^.!?]*[.!?]?/.exec(text)?.[0].trim() ?? text;

async function raise({ id, dcs }: People): Promise<void> {
  const head = await headOf(dcs, id);
  const letter = head && (await readLetter(dcs, head, { kind: "sentForCheck", how: "page" }));
  if (!letter) throw new Error("the director cannot read the letter to check");
  const areas = letter.content.paragraphs.filter((paragraph) => paragraph.section === "areas").slice(0, 2);
  const words = [
    { wrong: "This was so until June, and is not so now.", right: "It was changed in June, in every team.", evidence: "Minutes of the improvement board, 12 June, item 4" },
    { wrong: "This was one team, not the service.", right: "The other three teams do it as a matter of course.", evidence: "Audit of 40 files in the summer" },
  ];
  for (const [index, paragraph] of areas.entries()) {
    const said = words[index];
    if (!said) continue;
    must("raise a point", await raisePoint({ recordId: id, actor: dcs, pointId: randomUUID(), version: letter.version, paragraphId: paragraph.id, quote: firstSentence(paragraph.text), ...said, isFact: true, baseRevision: 0 }));
  }
}

async function submit({ id, dcs }: People): Promise<void> {
  must("send the points", await submitPoints({ recordId: id, actor: dcs }));
}

async function respond({ id, dcs }: People): Promise<void> {
  const text = "We recognise most of this letter. We would have liked more to be said of how far the service has come in two years, and we know that the next step is ours.";
  must("write the response", await keepResponse({ recordId: id, actor: dcs, text, baseRevision: 0 }));
  must("give the response", await giveResponse({ recordId: id, actor: dcs }));
}

async function answerAll({ id, lead }: People): Promise<void> {
  const points = await db.accuracyPoint.findMany({ where: { recordId: id, removedAt: null, outcome: null }, orderBy: [{ raisedAt: "asc" }, { id: "asc" }] });
  for (const [index, point] of points.entries()) {
    const paragraph = (await letterToEdit(id))?.paragraphs.find((one) => one.id === point.paragraphId);
    const outcome = index === 0 && paragraph
      ? { kind: "accepted" as const, text: `${paragraph.words.text} ${point.rightText}`, baseRevision: paragraph.words.textRevision }
      : { kind: "refused" as const, ground: "opinion" as const };
    const answer = index === 0 ? "The report shows it. The paragraph now says so." : "We saw what we saw, and said that it was one day. Your response is the place to say how you see it.";
    must("answer a point", await answerPoint({ recordId: id, actor: lead, pointId: point.id, answer, outcome }));
  }
  must("send the answers", await sendAnswers({ recordId: id, actor: lead }));
}

async function agree({ id, dcs }: People): Promise<void> {
  must("agree the facts", await agreeFacts({ recordId: id, actor: dcs }));
}

async function goOn({ id, coordinator }: People): Promise<void> {
  must("go on without an answer", await proceedWithout({ recordId: id, actor: coordinator, reason: "Asked twice by email and once by telephone. The director’s office said that nothing would come before the summit." }));
}

async function finalise({ id, lead, dcs }: People): Promise<void> {
  must("make the letter final", await finaliseLetter({ recordId: id, actor: lead }));
  const head = await headOf(dcs, id);
  if (head) await readLetter(dcs, head, { how: "page" });
}

async function release({ id, dcs }: People): Promise<void> {
  must("release the letter", await releaseLetter({ recordId: id, actor: dcs, scope: "region" }));
  const findings = (await findingsTold(id)).filter(({ kind }) => kind === "area" || kind === "strength").slice(0, 2);
  const wordings = findings.map((finding) => ({ findingId: finding.id, text: finding.kind === "area" ? `On ${finding.theme}: what is good in one team is not yet so in all of them.` : `On ${finding.theme}: leaders knew their own practice and could show how.` }));
  must("approve wordings", await approveWordings({ recordId: id, actor: dcs, wordings }));
}

const answers = [
  { what: "Bring the four teams to one way of working, with the team that does it best in the lead", owner: "Assistant director, safeguarding", months: 4 },
  { what: "Audit thirty files with a neighbouring authority and report to the improvement board", owner: "Principal social worker", months: 3 },
  { what: "Agree with partners who decides what at the front door, on one page", owner: "Head of the front door", months: 2 },
];

async function plan({ id, dcs }: People): Promise<void> {
  const areas = (await planOf(id))?.areas ?? [];
  for (const [index, area] of areas.entries()) {
    const chosen = answers[index % answers.length];
    const none = index > 0 && index === areas.length - 1;
    if (!chosen) continue;
    const dueOn = dayOf(new Date(now().getTime() + chosen.months * 30 * 86_400_000));
    must("answer an area", await answerArea({
      recordId: id, actor: dcs, areaId: area.id, baseRevision: area.revision,
      answer: none ? { kind: "none", because: "It is in our improvement plan already, with a date in the spring, and a second action would only double it." } : { kind: "actions", actions: [{ id: randomUUID(), what: chosen.what, owner: chosen.owner, dueOn }] },
    }));
  }
  must("send the plan", await submitPlan({ recordId: id, actor: dcs }));
}

async function sendBack({ id, lead }: People): Promise<void> {
  must("send the plan back", await returnPlan({ recordId: id, actor: lead, reason: "Say by when a child would notice the first action, not only when it is done." }));
}

async function planAgain({ id, dcs }: People): Promise<void> {
  must("send the plan again", await submitPlan({ recordId: id, actor: dcs }));
}

async function agreeThePlan({ id, lead }: People): Promise<void> {
  must("agree the plan", await agreePlan({ recordId: id, actor: lead }));
}

async function actionsOf(id: string) {
  return ((await planOf(id))?.areas ?? []).flatMap((area) => area.actions);
}

async function progress({ id, dcs }: People): Promise<void> {
  const items = (await actionsOf(id)).map(({ id: actionId }, index) => ({ actionId, status: index === 0 ? ("done" as const) : ("underWay" as const), text: index === 0 ? "Done, a month early. The board saw it in March." : "Begun; two of three partners have signed." }));
  if (items.length > 0) must("say how the actions go", await updateProgress({ recordId: id, actor: dcs, items }));
}

async function open({ id, lead }: People): Promise<void> {
  const { state } = await db.workflow.findUniqueOrThrow({ where: { id }, select: { state: true } });
  // Its date may have opened it already.
  if (state === "monitoring") must("open the review", await openReview({ recordId: id, actor: lead }));
}

async function review({ id, lead }: People): Promise<void> {
  const items = (await actionsOf(id)).map(({ id: actionId }, index) => ({ actionId, status: index === 1 ? ("stopped" as const) : ("done" as const), changed: index === 1 ? "Overtaken by the new family help teams." : "Audits show it in nine files of ten." }));
  must("record the review", await recordReview({ recordId: id, actor: lead, heldOn: dayOf(now()), items, whatChanged: "Families are answered by one person who can decide. Repeat contacts have fallen by a fifth. What has not changed yet is the wait for an assessment in the south of the county." }));
}
