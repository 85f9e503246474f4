import { type Act, takeStep } from "~/features/challenge-record";
import { openDesk } from "~/features/letter";
import { letterContent } from "~/features/letter/content";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import { personOf, Refusal, type Refused, writing } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import { dayOf } from "~/workflow/working-days";
import { LONGEST_LINE, LONGEST_TEXT, MOST_ACTIONS, type ActionStatus, type AreaAnswer, type AreaShown } from "./content";

/** The authority answers its areas while the plan is awaited. */
const PLAN_OPEN: readonly string[] = ["awaitingActionPlan"];

export type AreaSaved = { readonly kind: "saved" } | { readonly kind: "conflict" } | Refused;

/**
 * Answers one area of the final letter: with actions, or with the reason for none. The director and the
 * delegate prepare; nothing is sent by it. Refused: "not-your-role", "not-now", "no-such-area", "no-answer",
 * "incomplete-action", "past-date", "too-many-actions", "too-long".
 */
export function answerArea(given: { readonly recordId: string; readonly actor: Actor; readonly areaId: string; readonly answer: AreaAnswer; readonly baseRevision: number }): Promise<AreaSaved> {
  return writing<AreaSaved>(async (tx) => {
    await openDesk(tx, { ...given, roles: ["hostDcs", "hostDelegate"], states: PLAN_OPEN });
    const area = await tx.planArea.findFirst({ where: { id: given.areaId, recordId: given.recordId }, include: { actions: { where: { removedAt: null } } } });
    if (!area) throw new Refusal("no-such-area");
    checkAnswer(given.answer);
    const { answer } = given;
    // A button pressed twice: what it says stands already, so there is nothing to settle.
    if (area.revision !== given.baseRevision) return saysTheSame(area, answer) ? { kind: "saved" } : { kind: "conflict" };
    await tx.planArea.update({ where: { id: area.id }, data: { noActionBecause: answer.kind === "none" ? answer.because.trim() : null, revision: { increment: 1 } }, select: { id: true } });
    const actions = answer.kind === "actions" ? answer.actions : [];
    await tx.planAction.updateMany({ where: { areaId: area.id, removedAt: null, id: { notIn: actions.map(({ id }) => id) } }, data: { removedAt: now() } });
    for (const { id, what, owner, dueOn } of actions) {
      const words = { what: what.trim(), owner: owner.trim(), dueOn: new Date(dueOn) };
      const there = await tx.planAction.updateMany({ where: { id, areaId: area.id }, data: { ...words, removedAt: null } });
      if (there.count === 0) await tx.planAction.create({ data: { id, recordId: given.recordId, areaId: area.id, ...words, createdAt: now() }, select: { id: true } });
    }
    return { kind: "saved" };
  });
}

function saysTheSame(area: { readonly noActionBecause: string | null; readonly actions: readonly { readonly id: string; readonly what: string; readonly owner: string; readonly dueOn: Date }[] }, answer: AreaAnswer): boolean {
  if (answer.kind === "none") return area.noActionBecause === answer.because.trim();
  return (
    area.noActionBecause === null &&
    area.actions.length === answer.actions.length &&
    answer.actions.every(({ id, what, owner, dueOn }) => area.actions.some((one) => one.id === id && one.what === what.trim() && one.owner === owner.trim() && dayText(one.dueOn) === dueOn))
  );
}

function checkAnswer(answer: AreaAnswer): void {
  if (answer.kind === "none") {
    if (answer.because.trim() === "") throw new Refusal("no-answer");
    if (answer.because.length > LONGEST_TEXT) throw new Refusal("too-long");
    return;
  }
  if (answer.actions.length === 0) throw new Refusal("no-answer");
  if (answer.actions.length > MOST_ACTIONS) throw new Refusal("too-many-actions");
  for (const { what, owner, dueOn } of answer.actions) {
    if (what.trim() === "" || owner.trim() === "" || !/^\d{4}-\d{2}-\d{2}$/.test(dueOn)) throw new Refusal("incomplete-action");
    if (what.length > LONGEST_LINE || owner.length > LONGEST_LINE) throw new Refusal("too-long");
    if (dueOn < dayOf(now())) throw new Refusal("past-date");
  }
}

/** The director sends the plan to the lead challenger. The delegate prepares and never submits. */
export function submitPlan(given: Act): Promise<FireResult> {
  return takeStep(given, "plan.submit", { write: async () => void personOf(given.actor) });
}

/** The lead challenger agrees the plan: its actions stand from now on. */
export function agreePlan(given: Act): Promise<FireResult> {
  return takeStep(given, "plan.agree", { write: async () => void personOf(given.actor) });
}

/** The lead challenger sends the plan back, with the reason kept on the record. */
export function returnPlan(given: Act & { readonly reason: string }): Promise<FireResult> {
  const reason = given.reason.trim();
  return takeStep(given, "plan.return", {
    reason,
    write: async (tx) => {
      if (reason === "") throw new Refusal("no-reason");
      await tx.planReturn.create({ data: { recordId: given.recordId, reason, byId: personOf(given.actor), at: now() }, select: { id: true } });
    },
  });
}

export interface PlanShown {
  readonly areas: readonly AreaShown[];
  /** Why it was sent back last, if it was. */
  readonly returned: { readonly reason: string; readonly by: string; readonly at: Date } | null;
}

/** The plan as it stands, with each area's words from the final letter; null before there is a final letter. */
export async function planOf(recordId: string): Promise<PlanShown | null> {
  const [final, areas, returned] = await Promise.all([
    db.letterVersion.findFirst({ where: { recordId, kind: "final" }, select: { content: true } }),
    db.planArea.findMany({
      where: { recordId },
      orderBy: { number: "asc" },
      include: { actions: { where: { removedAt: null }, orderBy: [{ dueOn: "asc" }, { createdAt: "asc" }, { id: "asc" }], include: { updates: { orderBy: { at: "desc" } } } } },
    }),
    db.planReturn.findFirst({ where: { recordId }, orderBy: { at: "desc" } }),
  ]);
  if (!final) return null;
  const { paragraphs } = letterContent.parse(final.content);
  const people = await db.person.findMany({
    where: { id: { in: [...new Set([...areas.flatMap((area) => area.actions.flatMap((action) => action.updates.map((update) => update.byId))), ...(returned ? [returned.byId] : [])])] } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  return {
    areas: areas.map((area) => ({
      id: area.id, number: area.number, title: area.title, noActionBecause: area.noActionBecause, revision: area.revision,
      text: paragraphs.find(({ id }) => id === area.paragraphId)?.text ?? "",
      actions: area.actions.map((action) => ({
        id: action.id, areaId: area.id, what: action.what, owner: action.owner, dueOn: action.dueOn.toISOString().slice(0, 10),
        status: action.status as ActionStatus | null, changed: action.changed,
        updates: action.updates.map(({ status, text, byId, at }) => ({ status: status as ActionStatus, text, by: nameOf(byId), at })),
      })),
    })),
    returned: returned && { reason: returned.reason, by: nameOf(returned.byId), at: returned.at },
  };
}
