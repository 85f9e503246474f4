import type { EmailName } from "~emails/index";
import type { Letter } from "~emails/define-email";
import type { Due } from "~machines/step";
import { duesOf } from "~machines/machine";
import { machineNamed } from "~machines/index";

import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { log } from "~/platform/log.server";

import { system } from "./actor.server";
import { nextMoment, reminderMoments } from "./due.server";
import { fireWithin, tellIn, type FireRequest } from "./fire.server";
import { queueEmail } from "./outbox.server";
import { processOf } from "./process.server";
import { lockWorkflow } from "./record.server";
import { inTransaction, undo } from "./transaction.server";

export interface Swept {
  readonly reminded: number;
  readonly fired: number;
}

/**
 * Handles every deadline whose moment has come: reminders, and what the system fires once a date has
 * passed. Nothing is lost while the service was down: the first sweep afterwards finds it. Of several
 * reminders missed meanwhile only the latest is sent. Several workers may sweep at once.
 */
export async function sweepDeadlines(): Promise<Swept> {
  let reminded = 0;
  let fired = 0;
  for (;;) {
    const due = await db.deadline.findMany({
      where: { closedAt: null, nextAt: { lte: now() } },
      orderBy: { nextAt: "asc" },
      take: 100,
      select: { id: true, workflowId: true, workflow: { select: { machine: true } } },
    });
    if (due.length === 0) return { reminded, fired };
    for (const { id, workflowId, workflow } of due) {
      const passes = await handle(id, workflowId);
      reminded += passes.reminded;
      if (passes.fires && (await firePassed({ id, workflowId, machine: workflow.machine }, passes.name, passes.fires))) fired += 1;
    }
  }
}

/** The passing of a date, fired once: that it was is noted in the same transaction. */
async function firePassed({ id, workflowId, machine }: { id: string; workflowId: string; machine: string }, name: string, event: string): Promise<boolean> {
  const request: FireRequest = {
    workflowId,
    event,
    actor: system,
    requestKey: `deadline:${id}`,
    payload: { deadline: name },
    write: async (tx, workflow) => {
      const deadline = await tx.deadline.findUniqueOrThrow({ where: { id } });
      const due = duesOf(machineNamed(workflow.machine), workflow.state).find((one) => one.name === name);
      await tx.deadline.update({
        where: { id },
        data: { firedAt: now(), nextAt: due ? (nextMoment(due, deadline.dueAt, deadline.handledTo, true) ?? null) : null },
      });
    },
  };
  const { pass = fireWithin } = processOf(machine);
  const result = await inTransaction(async (tx) => {
    const passed = await pass(tx, request);
    return passed.kind === "moved" || passed.kind === "repeated" ? passed : undo(passed);
  });
  if (result.kind === "moved") return true;
  log.warn("a deadline passed and its step was not possible", { workflowId, event });
  return false;
}

interface Handled {
  readonly reminded: number;
  readonly name: string;
  readonly fires?: string;
}

/** Sends the reminder that is due and moves the deadline on to its next moment, under the record's lock. */
function handle(id: string, workflowId: string): Promise<Handled> {
  return inTransaction(async (tx): Promise<Handled> => {
    const workflow = await lockWorkflow(tx, workflowId);
    const moment = now();
    const deadline = await tx.deadline.findUnique({ where: { id } });
    if (!workflow || !deadline || deadline.closedAt || !deadline.nextAt || deadline.nextAt > moment) return { reminded: 0, name: "" };
    const due = duesOf(machineNamed(workflow.machine), workflow.state).find((one) => one.name === deadline.name);
    if (!due) {
      await tx.deadline.update({ where: { id }, data: { closedAt: moment, nextAt: null } });
      return { reminded: 0, name: deadline.name };
    }
    const missed = reminderMoments(due, deadline.dueAt).filter(({ at }) => at > deadline.handledTo && at <= moment);
    const latest = missed.sort((a, b) => b.at.getTime() - a.at.getTime())[0];
    let reminded = 0;
    if (latest) {
      const tells = tellsOn(due, latest.day);
      const notices = await tellIn(tx, workflow, tells, { deadline: deadline.name, day: latest.day, dueAt: deadline.dueAt.toISOString() });
      for (const notice of notices) {
        const queued = await queueEmail(tx, {
          template: notice.template,
          personId: notice.personId,
          role: notice.role,
          address: notice.address,
          props: notice.props as Letter,
          occasion: `remind:${id}:${latest.day}`,
          workflowId,
          whileIn: notice.whileIn,
        });
        if (queued) reminded += 1;
      }
    }
    const passed = deadline.fires !== null && deadline.firedAt === null && deadline.dueAt <= moment;
    await tx.deadline.update({
      where: { id },
      data: {
        handledTo: moment,
        // Fired by its own transaction just after this one; found again in a minute should that be lost.
        nextAt: passed ? new Date(moment.getTime() + 60_000) : (nextMoment(due, deadline.dueAt, moment, deadline.firedAt !== null) ?? null),
      },
    });
    return { reminded, name: deadline.name, ...(passed && deadline.fires ? { fires: deadline.fires } : {}) };
  });
}

function tellsOn(due: Due, day: number): Readonly<Record<string, EmailName>> {
  return (due.remind.find((reminder) => reminder.day === day)?.tells ?? {}) as Readonly<Record<string, EmailName>>;
}
