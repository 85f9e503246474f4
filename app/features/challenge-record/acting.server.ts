import { rowsOf } from "~machines/machine";
import { machineNamed } from "~machines/index";

import { addMonths, addWorkingDays, dayOf, workingDayFrom } from "~/workflow/working-days";
import { now } from "~/platform/clock.server";
import { dayDate, dayText } from "~/platform/day-column";
import { Refusal, act, withReason, type Acting, type Beside as Besides } from "~/workflow/acting.server";
import { system } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Payload, Tx } from "~/workflow/process.server";
import { rulesOf } from "./rules.server";
import type { Durations } from "./durations";
import { BEFORE_FINAL } from "./words";

/** What every verb takes. */
export interface Act extends Acting {
  readonly recordId: string;
}

export interface Beside extends Besides {
  /** Kept on the record for those who may read it; the log and the emails only learn that there is one. */
  readonly reason?: string;
}

/**
 * Takes one step of a challenge record, with what is written beside it in the same transaction. It sets the
 * date by which the next step is awaited, and when the last record of an activity has its final letter, the
 * activity is told.
 */
export function takeStep(given: Act, event: string, { reason, ...beside }: Beside = {}): Promise<FireResult> {
  return act(given.recordId, given, event, {
    ...beside,
    payload: { ...beside.payload, ...(reason === undefined ? {} : withReason(reason).payload) },
    write: async (tx, workflow) => {
      await refuseHostOnTeam(tx, given, event);
      await setDates(tx, given.recordId, event, { reason, payload: beside.payload });
      await beside.write?.(tx, workflow);
    },
    settle: async (tx) => {
      await beside.settle?.(tx);
      if (event === "letter.finalise" || event === "record.withdraw") await tellActivity(tx, given.recordId);
    },
  });
}

const OF_THE_HOST: readonly string[] = ["points.submit", "accuracy.agree", "plan.submit", "progress.update", "letter.release", "wording.approve", "response.give"];

/** Nobody acts on the team that challenges the authority they work for by now. */
async function refuseHostOnTeam(tx: Tx, { recordId, actor }: Act, event: string): Promise<void> {
  if (actor.kind !== "person" || OF_THE_HOST.includes(event)) return;
  if (await worksForHost(tx, recordId, actor.personId)) throw new Refusal("not-your-role");
}

/** Whether a person holds any post of the challenged authority now. */
export async function worksForHost(tx: Tx, recordId: string, personId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ works: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM holding h JOIN post p ON p.id = h.post_id JOIN challenge_record r ON r.authority_id = p.authority_id
                    WHERE r.id = ${recordId}::uuid AND h.person_id = ${personId}::uuid
                      AND h."from" <= ${now()} AND (h."to" IS NULL OR h."to" > ${now()})) AS works`;
  return row?.works ?? false;
}

/** How long the state that an event leads to may take. */
const lasts: Readonly<Record<string, (rules: Durations) => number>> = {
  "findings.finish": (rules) => rules.letterWorkingDays,
  "findings.reopen": (rules) => rules.findingsWorkingDays,
  "letter.send": (rules) => rules.accuracyWorkingDays,
  "points.submit": (rules) => rules.answerPointsWorkingDays,
  "accuracy.agree": (rules) => rules.finaliseWorkingDays,
  "accuracy.proceed": (rules) => rules.finaliseWorkingDays,
  "points.answer": (rules) => rules.finaliseWorkingDays,
  "letter.finalise": (rules) => rules.actionPlanWorkingDays,
  "plan.submit": (rules) => rules.answerPointsWorkingDays,
  "plan.return": (rules) => rules.answerPointsWorkingDays,
};

async function setDates(tx: Tx, recordId: string, event: string, { reason, payload }: { readonly reason: string | undefined; readonly payload: Payload | undefined }): Promise<void> {
  const data: { dueOn?: Date; reviewDueOn?: Date; reason?: string | null } = {};
  const today = dayOf(now());
  const length = lasts[event];
  if (length || event === "plan.agree") {
    const rules = await rulesOf(tx, recordId);
    if (length) data.dueOn = dayDate(addWorkingDays(today, length(rules)));
    else data.reviewDueOn = dayDate(workingDayFrom(addMonths(today, rules.reviewMonths)));
  }
  if (event === "review.extend") data.reviewDueOn = dayDate(await laterReview(tx, recordId, payload?.["newDate"]));
  if (reason !== undefined) data.reason = reason.trim() === "" ? null : reason.trim();
  if (Object.keys(data).length > 0) await tx.challengeRecord.update({ where: { id: recordId }, data, select: { id: true } });
}

async function laterReview(tx: Tx, recordId: string, given: unknown): Promise<string> {
  if (typeof given !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(given)) throw new Refusal("not-a-date");
  const { reviewDueOn } = await tx.challengeRecord.findUniqueOrThrow({ where: { id: recordId }, select: { reviewDueOn: true } });
  const present = reviewDueOn ? dayText(reviewDueOn) : "";
  if (given <= present || given <= dayOf(now())) throw new Refusal("date-not-later");
  return given;
}

/**
 * Tells the activity that all its records have their letters, when they have and when its process has a step
 * for it. Two records made final at the same moment wait for each other here, so that the second sees the first.
 */
async function tellActivity(tx: Tx, recordId: string): Promise<void> {
  const { activityId } = await tx.challengeRecord.findUniqueOrThrow({ where: { id: recordId }, select: { activityId: true } });
  const [activity] = await tx.$queryRaw<{ machine: string; state: string }[]>`SELECT machine, state FROM workflow WHERE id = ${activityId}::uuid FOR UPDATE`;
  if (!activity) return;
  const listens = rowsOf(machineNamed(activity.machine)).some((row) => row.state === activity.state && row.event === "records.agree" && row.by.includes("system"));
  if (!listens) return;
  const open = await tx.workflow.count({ where: { parentId: activityId, machine: "challenge-record", state: { in: [...BEFORE_FINAL] } } });
  if (open === 0) await fireWithin(tx, { workflowId: activityId, event: "records.agree", actor: system });
}
