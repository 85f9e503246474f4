import { moveAssignments, settleTeam } from "~/features/assignment";
import { beginChallengeRecord } from "~/features/challenge-record";
import { cancelDate, setDate } from "~/features/calendar";
import { statesThatAre } from "~/features/cycle";
import { now } from "~/platform/clock.server";
import { dayDate, dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import { listed } from "~/ui/wording";
import { Refusal, orRefusal, personOf, withReason } from "~/workflow/acting.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx, Writes } from "~/workflow/process.server";
import { rolesOn } from "~/workflow/reading.server";
import { lockWorkflow } from "~/workflow/record.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { addWorkingDays, dayOf, londonTime } from "~/workflow/working-days";
import { rotate } from "./agenda";
import { act, keepReason, type Act } from "./acting.server";
import { askFor } from "./asked.server";
import { askAttendanceAgain } from "./attendance.server";
import { checkPlacing, type Placing } from "./day-rules.server";
import { followTriads, lockRound } from "./round.server";
import { triadRulesOf } from "./rules.server";
import { inviteTeam } from "./team.server";
import { generatedAgain } from "./times.server";

type WithReason = Act & { readonly reason: string };

/** Puts the session on the group's row and asks who comes. Inside a transition that proposes it. */
export async function placeSession(tx: Tx, triadId: string, given: Placing): Promise<void> {
  const placing = await checkPlacing(tx, triadId, given);
  const { cycle } = await tx.triad.findUniqueOrThrow({ where: { id: triadId }, select: { cycle: { select: { rules: true } } } });
  const usual = addWorkingDays(dayOf(now()), triadRulesOf(cycle.rules).attendanceWorkingDays);
  await tx.triad.update({
    where: { id: triadId },
    data: {
      sessionOn: dayDate(placing.day), startsAt: placing.startsAt, endsAt: placing.endsAt, hostAuthorityId: placing.hostId, venue: placing.venue,
      ...generatedAgain, proposedAt: now(), confirmedAt: null, attendanceDueOn: dayDate(usual < placing.day ? usual : addWorkingDays(placing.day, -1)),
    },
    select: { id: true },
  });
  await moveAssignments(tx, { activityId: triadId, on: placing.day, respondBy: usual < placing.day ? usual : placing.day });
  await askAttendanceAgain(tx, triadId);
}

/** Proposes one session to its group. */
export function proposeSession(given: Act & Placing): Promise<FireResult> {
  return act(given, "proposal.send", { write: (tx) => placeSession(tx, given.triadId, given), settle: (tx) => settleTeam(tx, given.triadId) });
}

/** Gives a postponed session a new day. Everybody says again who comes. */
export function rescheduleSession(given: Act & Placing): Promise<FireResult> {
  return act(given, "session.reschedule", { write: (tx) => placeSession(tx, given.triadId, given), settle: (tx) => settleTeam(tx, given.triadId) });
}

/** Confirms a session once every authority has said who comes: it goes into everybody's calendar. */
export function confirmSession(given: Act): Promise<FireResult> {
  return act(given, "session.confirm", {
    write: async (tx) => {
      await tx.triad.update({ where: { id: given.triadId }, data: { confirmedAt: now() }, select: { id: true } });
      const { sessionOn } = await tx.triad.findUniqueOrThrow({ where: { id: given.triadId }, select: { sessionOn: true } });
      if (sessionOn) await putInCalendars(tx, given.triadId);
      await askFor(tx, given.triadId, "kloes");
    },
    settle: (tx) => inviteTeam(tx, given),
  });
}

/** The session's entry in calendars: one for its life, moved as often as the session is. */
export async function putInCalendars(tx: Tx, triadId: string): Promise<void> {
  const triad = await tx.triad.findUniqueOrThrow({
    where: { id: triadId },
    select: { number: true, sessionOn: true, startsAt: true, endsAt: true, venue: true, members: { where: { leftAt: null }, select: { authority: { select: { name: true } } }, orderBy: { authority: { name: "asc" } } } },
  });
  if (!triad.sessionOn) throw new Refusal("sessionPlaced");
  const day = dayText(triad.sessionOn);
  await setDate(tx, {
    workflowId: triadId,
    kind: "session",
    title: `Triad ${triad.number} session: ${listed(triad.members.map((member) => member.authority.name))}`,
    startsAt: londonTime(day, triad.startsAt),
    endsAt: londonTime(day, triad.endsAt),
    allDay: false,
    location: triad.venue,
  });
}

/** Changes the time, the place or the joining instructions of a confirmed session; its day is moved by postponing. */
export function changeDetails(given: Act & Omit<Placing, "day"> & { readonly joining: string }): Promise<FireResult> {
  return act(given, "details.change", {
    write: async (tx) => {
      const { sessionOn, startsAt, endsAt } = await tx.triad.findUniqueOrThrow({ where: { id: given.triadId }, select: { sessionOn: true, startsAt: true, endsAt: true } });
      if (!sessionOn) throw new Refusal("sessionPlaced");
      const placing = await checkPlacing(tx, given.triadId, { ...given, day: dayText(sessionOn) });
      await tx.triad.update({
        where: { id: given.triadId },
        data: { startsAt: placing.startsAt, endsAt: placing.endsAt, hostAuthorityId: placing.hostId, venue: placing.venue, joining: given.joining.trim(), ...(placing.startsAt === startsAt && placing.endsAt === endsAt ? {} : generatedAgain) },
        select: { id: true },
      });
      await putInCalendars(tx, given.triadId);
    },
  });
}

/** Puts a session off, with a reason: the date leaves calendars, what was prepared is kept. */
export function postponeSession(given: WithReason): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return orRefusal(async () => {
    const before = await sessionDay(given.triadId);
    return act(given, "session.postpone", {
      payload: { ...payload, sessionOn: before },
      write: async (tx) => {
        await keepReason(tx, given.triadId, text);
        await cancelDate(tx, { workflowId: given.triadId, kind: "session" });
        await tx.triad.update({ where: { id: given.triadId }, data: { sessionOn: null, confirmedAt: null, attendanceDueOn: null, postponed: { increment: 1 } }, select: { id: true } });
        // Places are kept, their days are free: everybody is asked again when there is a new date.
        await moveAssignments(tx, { activityId: given.triadId, on: null, respondBy: dayOf(now()) });
        await askFor(tx, given.triadId, "nothing");
      },
    });
  });
}

async function sessionDay(triadId: string): Promise<string | null> {
  const row = await db.triad.findUnique({ where: { id: triadId }, select: { sessionOn: true } });
  return row?.sessionOn ? dayText(row.sessionOn) : null;
}

/** Ends a group that does not meet, with a reason. Its authorities are free for another group. */
export function cancelSession(given: WithReason): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  const { triadId, actor, expectedRevision, requestKey } = given;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const cycleId = await lockRound(tx, triadId);
      const result = await fireWithin(tx, { workflowId: triadId, event: "session.cancel", actor, expectedRevision, requestKey, payload, ...endOfGroup(triadId, text) });
      if (result.kind !== "moved") return undo(result);
      await followTriads(tx, cycleId);
      return result;
    }),
  );
}

/** What the end of a group writes: its date leaves calendars, its authorities are free, and so are its challengers. */
export function endOfGroup(triadId: string, reason: string): Writes {
  return {
    write: async (tx) => {
      await keepReason(tx, triadId, reason);
      await cancelDate(tx, { workflowId: triadId, kind: "session" });
      await askFor(tx, triadId, "nothing");
    },
    settle: async (tx) => {
      // Only now: the letters name those who were in it.
      await tx.triadMember.updateMany({ where: { triadId, leftAt: null }, data: { leftAt: now() } });
      await settleTeam(tx, triadId);
    },
  };
}

/** Lets the pack go out without one authority's self-assessment. */
export function waiveSelfAssessment(given: WithReason & { readonly authorityId: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  const { triadId, authorityId } = given;
  return orRefusal(async () => {
      const member = await db.triadMember.findFirst({ where: { triadId, authorityId, leftAt: null }, select: { authority: { select: { name: true, posts: { where: { kind: "dcs" }, select: { id: true } } } } } });
    if (!member) throw new Refusal("not-in-this-group");
    return act(given, "waiver.give", {
      payload: { ...payload, authority: authorityId, who: member.authority.name },
      addressees: { postIds: member.authority.posts.map((post) => post.id) },
      write: async (tx) => {
        const isIn = { workflow: { state: { in: [...statesThatAre("in")] } } };
        const missing = { triadId, authorityId, NOT: { OR: [{ selfAssessment: isIn }, { triad: { waivers: { some: { authorityId } } } }] } };
        if ((await tx.triadMember.count({ where: missing })) === 0) throw new Refusal("nothing-to-waive");
        const row = { reason: text, byId: personOf(given.actor), at: now() };
        await tx.packWaiver.create({ data: { triadId, authorityId, ...row }, select: { triadId: true } });
      },
    });
  });
}

export function releasePacks(given: Act): Promise<FireResult> {
  return act(given, "packs.release");
}

/** Marks the session as held, and begins a record for each authority that was challenged. */
export function holdSession(given: Act & { readonly present: readonly string[] }): Promise<FireResult> {
  return act(given, "session.hold", {
    write: async (tx) => {
      await tx.triad.update({ where: { id: given.triadId }, data: { heldAt: now() }, select: { id: true } });
      await noteAttendance(tx, given);
      await askFor(tx, given.triadId, "nothing");
    },
    settle: async (tx) => {
      await beginRecords(tx, given);
      await settleTeam(tx, given.triadId);
    },
  });
}

/** Who was in the room. The same said again leaves when it was said as it is. */
export async function noteAttendance(tx: Tx, given: Act & { readonly present: readonly string[] }): Promise<void> {
  const known = await tx.person.findMany({ where: { id: { in: [...given.present] } }, select: { id: true } });
  const before = await tx.triadAttendance.findMany({ where: { triadId: given.triadId }, select: { personId: true } });
  if (before.length === known.length && known.every(({ id }) => before.some(({ personId }) => personId === id))) return;
  await tx.triadAttendance.deleteMany({ where: { triadId: given.triadId } });
  await tx.triadAttendance.createMany({ data: known.map(({ id }) => ({ triadId: given.triadId, personId: id, byId: personOf(given.actor), at: now() })) });
}

/** Keeps who is in the room while the day goes on. No step of the process: nobody is told. Refused with "not-your-role". */
export async function notePresent(given: Act & { readonly present: readonly string[] }): Promise<{ kind: "saved" } | { kind: "refused"; reason: string }> {
  return orRefusal(async () => {
    if (!(await rolesOn(given.triadId, given.actor)).has("coordinator")) throw new Refusal("not-your-role");
    await inTransaction(async (tx) => {
      // Two presses at once take turns: the later says who is there.
      await lockWorkflow(tx, given.triadId);
      await noteAttendance(tx, given);
    });
    return { kind: "saved" } as const;
  });
}

async function beginRecords(tx: Tx, given: Act): Promise<void> {
  const triad = await tx.triad.findUniqueOrThrow({
    where: { id: given.triadId },
    select: {
      cycleId: true, sessionOn: true, cycle: { select: { regionId: true } },
      members: { where: { leftAt: null }, select: { attendeeId: true, authority: { select: { id: true, name: true } } }, orderBy: { authority: { name: "asc" } } },
      workflow: { select: { parties: { where: { role: { in: ["leadChallenger", "challenger"] }, to: null }, select: { role: true, personId: true } } } },
    },
  });
  const team = triad.workflow.parties;
  const parties = triad.members.map((member) => member.authority);
  for (const slot of rotate(parties, team.length > 0)) {
    const challenged = parties.find((party) => party.id === slot.challenged);
    if (!challenged) continue;
    const leads = triad.members.find((member) => member.authority.id === slot.leads)?.attendeeId ?? null;
    const others = triad.members.filter((member) => member.authority.id !== slot.challenged).flatMap((member) => (member.attendeeId ? [member.attendeeId] : []));
    // Trained challengers in the room file and write; without any, the peers do: the slot's lead first.
    const leadId = team.find((party) => party.role === "leadChallenger")?.personId ?? leads;
    const challengerIds = [...new Set([...team.flatMap((party) => (party.personId ? [party.personId] : [])), ...others])].filter((id) => id !== leadId);
    await beginChallengeRecord(tx, {
      activityId: given.triadId, kind: "triad", cycleId: triad.cycleId, regionId: triad.cycle.regionId, authorityId: challenged.id,
      heldOn: triad.sessionOn ? dayText(triad.sessionOn) : dayOf(now()),
      title: `${challenged.name}${challenged.name.endsWith("s") ? "’" : "’s"} challenge record`,
      actor: given.actor,
      team: { leadId, challengerIds },
    });
  }
}

/** Closes a triad: by itself once every letter is final, before that with a reason. */
export function closeTriad(given: WithReason): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "session.close", { payload, write: (tx) => (text === "" ? Promise.resolve() : keepReason(tx, given.triadId, text)) });
}

/** The coordinator's own word to those who still owe something. Refused with "nobody-to-remind". */
export async function remindAsked(given: Act): Promise<FireResult> {
  const asked = await db.workflowParty.findMany({ where: { workflowId: given.triadId, role: "asked", to: null }, select: { postId: true } });
  if (asked.length === 0) return { kind: "refused", reason: "nobody-to-remind" };
  return act(given, "reminder.send", { addressees: { postIds: asked.flatMap(({ postId }) => (postId ? [postId] : [])) } });
}
