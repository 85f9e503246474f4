import { expect, test } from "vitest";
import { statesOf } from "~machines/machine";
import { machineNamed } from "~machines/index";
import { forgetSettings } from "~/platform/settings.server";
import { calendarAround } from "../../prisma/seed/days";
import { anotherDatabase } from "../support/database";

// The demo regions as every journey has them: loaded once per run, by the command that loads them for anybody.
process.env["DATABASE_URL"] = (await anotherDatabase({ like: "demo" })).url;
forgetSettings();
const { db, pool } = await import("~/platform/db.server");
const { readFile } = await import("~/platform/files.server");
const { countsOf } = await import("~/features/validation");
const { verifyChains } = await import("~/workflow/audit.server");

const { rows: loads } = await pool.query<{ at: Date }>("SELECT began_at AS at FROM candour_setup.demo");
const today = loads[0]?.at ?? new Date();
/** The rounds as they are called today: the live one, the last one, the one before it. */
const [live, last, before] = [0, 1, 2].map((years) => calendarAround(today).yearsBefore(years).roundNameOn(-48)) as [string, string, string];

const stateOf = async (authorityId: string) =>
  (await db.selfAssessment.findFirstOrThrow({ where: { authorityId, cycle: { name: live } }, select: { workflow: { select: { state: true } } } })).workflow.state;

test("the live round of the South East shows a self-assessment in every state there is", async () => {
  const rows = await db.selfAssessment.findMany({ where: { cycle: { regionId: "south-east", name: live } }, select: { workflow: { select: { state: true } } } });
  expect(rows).toHaveLength(19);
  expect(new Set(rows.map(({ workflow }) => workflow.state))).toEqual(new Set(statesOf(machineNamed("self-assessment"))));
});

test("the two rounds before it are closed, with nothing left open and 18 of 19 challenged in each", async () => {
  const rounds = await db.cycle.findMany({ where: { regionId: "south-east" }, orderBy: { opensOn: "asc" }, select: { name: true, previousCycle: { select: { name: true } }, workflow: { select: { state: true } } } });
  expect(rounds.map(({ name, previousCycle, workflow }) => [name, previousCycle?.name, workflow.state])).toEqual([
    [before, undefined, "closed"], [last, before, "closed"], [live, last, "open"],
  ]);
  const past = await db.workflowEvent.groupBy({ by: ["event"], where: { event: { in: ["challenge.record", "followUp.submit", "followUp.open"] }, workflow: { parent: { state: "closed" } } }, _count: true, orderBy: { event: "asc" } });
  expect(past.map(({ event, _count }) => [event, _count])).toEqual([["challenge.record", 36], ["followUp.open", 36], ["followUp.submit", 36]]);
});

test("in three rounds of groups no two authorities meet twice", async () => {
  const { rows } = await pool.query<{ times: number; pairs: number }>(`
    SELECT max(times)::int AS times, count(*)::int AS pairs FROM (
      SELECT count(*) AS times FROM cycle_group_member one JOIN cycle_group here ON here.id = one.group_id JOIN cycle c ON c.id = here.cycle_id AND c.region_id = 'south-east' JOIN cycle_group_member other ON other.group_id = one.group_id AND other.authority_id > one.authority_id
       GROUP BY one.authority_id, other.authority_id) met`);
  expect(rows[0]).toEqual({ times: 1, pairs: 3 * 21 });
});

test("Yorkshire and The Humber runs its round by its own settings: one event, everybody reads, the chief executive alone endorses", async () => {
  const round = await db.cycle.findFirstOrThrow({ where: { regionId: "yorkshire-and-the-humber" }, include: { selfAssessments: { select: { joinedLateAt: true, authorityId: true } } } });
  expect(round.rules).toMatchObject({ challengeStyle: "validation", visibility: "region", endorsements: ["chiefExecutive"], shareAutomatically: true });
  expect(round.selfAssessments).toHaveLength(15);
  expect(round.selfAssessments.filter(({ joinedLateAt }) => joinedLateAt).map(({ authorityId }) => authorityId)).toEqual(["york"]);
  expect(await stateOf("kirklees")).toBe("shared");
  const readers = await db.workflowParty.count({ where: { role: "reader", workflow: { authorityId: "kirklees" } } });
  expect(readers).toBe(14);
});

test("the South East's last round met in six triads, four on time and two postponed and held later, before the summit", async () => {
  const triads = await db.triad.findMany({ where: { cycle: { name: last } }, orderBy: { number: "asc" }, include: { cycle: true, members: true, attendances: true, workflow: { select: { state: true } } } });
  expect(triads.map(({ members }) => members.length)).toEqual([3, 3, 3, 3, 3, 4]);
  expect(triads.map(({ postponed }) => postponed)).toEqual([0, 0, 1, 0, 1, 0]);
  expect(triads.map(({ workflow }) => workflow.state)).toEqual(["closed", "closed", "closed", "closed", "closed", "held"]);
  for (const { sessionOn, heldAt, cycle, attendances } of triads) {
    expect(sessionOn?.getTime()).toBeLessThan(cycle.summitOn.getTime());
    expect(heldAt?.toISOString().slice(0, 10)).toBe(sessionOn?.toISOString().slice(0, 10));
    expect(attendances.length).toBeGreaterThan(2);
  }
  const fired = await db.workflowEvent.groupBy({ by: ["event"], where: { workflow: { machine: "triad" } } });
  expect(fired.map(({ event }) => event)).toEqual(expect.arrayContaining(["group.publish", "dates.offer", "answers.give", "poll.close", "reminder.send", "proposal.send", "attendance.confirm", "session.confirm", "waiver.give", "packs.release", "kloes.share", "details.change", "session.postpone", "session.reschedule", "session.hold", "records.agree", "session.close"]));
  expect(await db.calendarEntry.findMany({ where: { workflowId: { in: triads.map(({ id }) => id) }, sequence: { gt: 1 } } })).toHaveLength(2);
  expect(await db.keptText.count({ where: { key: { startsWith: "slot:" } } })).toBe(12);
  expect(await db.assignment.count({ where: { workflow: { state: "declined", parentId: { in: triads.map(({ id }) => id) } } } })).toBe(1);
});

test("a triad is shown in every state that a group can rest in, and what waits is late in none of London's", async () => {
  const triads = await db.triad.findMany({ select: { cycle: { select: { regionId: true } }, workflow: { select: { id: true, state: true } } } });
  // A group is proposed only until the same act has published it.
  expect(new Set(triads.map(({ workflow }) => workflow.state))).toEqual(new Set(statesOf(machineNamed("triad")).filter((state) => state !== "proposed")));
  expect(triads.filter(({ cycle }) => cycle.regionId === "east-midlands").map(({ workflow }) => workflow.state).sort()).toEqual(["awaitingDates", "awaitingDates", "cancelled"]);
  const late = await db.deadline.count({ where: { closedAt: null, dueAt: { lt: new Date(today.getTime() - 3 * 86_400_000) }, workflow: { regionId: "london", machine: { in: ["triad", "challenge-record"] } } } });
  expect(late).toBe(0);
});

test("challenge records are shown in every state there is, and a letter that was released can be read", async () => {
  const records = await db.challengeRecord.findMany({ select: { workflow: { select: { state: true } } } });
  expect(new Set(records.map(({ workflow }) => workflow.state))).toEqual(new Set(statesOf(machineNamed("challenge-record"))));
  expect(await db.finding.count({ where: { removedAt: null, filedAt: { not: null } } })).toBeGreaterThan(100);
});

test("Yorkshire and The Humber's event on last year's reports has all fifteen validated and published, and the next one is allocated", async () => {
  const [earlier, coming] = await db.event.findMany({ where: { kind: "validation", regionId: "yorkshire-and-the-humber" }, orderBy: { createdAt: "asc" }, select: { id: true } });
  const counts = await countsOf([earlier?.id ?? "", coming?.id ?? ""]);
  expect([...counts.values()]).toEqual([{ validated: 15, of: 15 }, { validated: 0, of: 3 }]);
  const events = await db.workflowEvent.groupBy({ by: ["event"], where: { workflow: { machine: "validation" } } });
  expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(["question.ask", "question.answer", "outcome.query", "outcome.needEvidence", "reply.give", "reply.accept", "outcome.publish"]));
});

test("forty attended Yorkshire and The Humber's summit, and its directors decided what it recommended, each with a reason", async () => {
  const { id } = await db.event.findFirstOrThrow({ where: { kind: "summit", regionId: "yorkshire-and-the-humber" } });
  const attended = await db.booking.count({ where: { ownerId: id, workflow: { state: { in: ["attended", "partlyAttended"] } } } });
  expect(attended).toBe(40);
  const decisions = await db.decision.findMany({ where: { recommendation: { eventId: id } }, orderBy: { kind: "asc" } });
  expect(decisions.map(({ kind, reason }) => [kind, reason !== ""])).toEqual([["accept", true], ["amend", true], ["defer", true], ["reject", true]]);
  const states = await db.recommendation.findMany({ where: { eventId: id }, select: { workflow: { select: { state: true } } } });
  expect(states.map(({ workflow }) => workflow.state).sort()).toEqual(["deferred", "done", "inPlan", "proposed", "rejected"]);
});

test("the live round has a first draft of its groups on the board, and no group is published", async () => {
  const drafts = await db.arrangement.findMany({ where: { cycle: { name: live, regionId: "south-east" } } });
  expect(drafts.map(({ name, publishedAt }) => [name, publishedAt])).toEqual([["By the alphabet", null]]);
  expect(await db.triad.count({ where: { cycle: { name: live, regionId: "south-east" } } })).toBe(0);
});

test("every record stands where its log says, and the whole log verifies", async () => {
  const { rows } = await pool.query(`
    SELECT w.title FROM workflow w
     WHERE (SELECT e.to_state FROM workflow_event e WHERE e.workflow_id = w.id ORDER BY e.seq DESC LIMIT 1) IS DISTINCT FROM w.state
        OR (SELECT max(e.seq) FROM workflow_event e WHERE e.workflow_id = w.id) IS DISTINCT FROM w.revision`);
  expect(rows).toEqual([]);
  expect(await verifyChains()).toMatchObject({ broken: null });
});

test("nothing in the story lies in the future, and nothing of it is left to be sent", async () => {
  const { rows } = await pool.query<Record<string, number>>(`
    SELECT (SELECT count(*)::int FROM workflow_event WHERE at > $1) AS events,
           (SELECT count(*)::int FROM mailbox_message WHERE at > $1) AS letters,
           (SELECT count(*)::int FROM answer WHERE updated_at > $1) AS answers,
           (SELECT count(*)::int FROM deadline WHERE closed_at IS NULL AND next_at <= $1) AS "deadlinesPassedOver",
           (SELECT count(*)::int FROM outbox_email WHERE sent_at IS NULL AND superseded_at IS NULL AND urgency = 'now') AS unsent,
           (SELECT count(*)::int FROM outbox_email WHERE failed_at IS NOT NULL) AS failed,
           (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`, [today]);
  expect(rows[0]).toEqual({ events: 0, letters: 0, answers: 0, deadlinesPassedOver: 0, unsent: 0, failed: 0, jobs: 0 });
});

test("every step told somebody, and each letter lies in the mailbox with the date of its event", async () => {
  const { rows } = await pool.query<{ event: string }>(`
    SELECT e.event FROM workflow_event e WHERE e.event <> 'begin' AND NOT EXISTS (SELECT 1 FROM outbox_email o WHERE o.event_id = e.id)`);
  expect(rows).toEqual([]);
  const { rows: undated } = await pool.query(`
    SELECT o.template FROM outbox_email o JOIN mailbox_message m USING (message_id) WHERE m.at <> o.created_at OR m."to" <> o.address`);
  expect(undated).toEqual([]);
  expect(await db.mailboxMessage.count()).toBe(await db.outboxEmail.count({ where: { sentAt: { not: null }, digestedIn: null } }));
});

test("some are late, and one has longer", async () => {
  const late = await db.workflowEvent.findMany({ where: { event: "deadline.pass", workflow: { parent: { state: "open" }, regionId: "south-east" } }, select: { workflow: { select: { authorityId: true } } } });
  expect(late.map(({ workflow }) => workflow.authorityId)).toEqual(expect.arrayContaining(["slough", "reading", "milton-keynes"]));
  const extended = await db.selfAssessment.findFirstOrThrow({ where: { authorityId: "portsmouth", cycle: { name: live } } });
  expect(extended.dueOn.getTime()).toBeGreaterThan(today.getTime());
  expect(late.map(({ workflow }) => workflow.authorityId)).not.toContain("portsmouth");
});

test("a director who has left signed what was theirs, and is cut off; the post has somebody new", async () => {
  const before = await db.person.findMany({ where: { leftAt: { not: null } }, select: { name: true, leftAt: true, holdings: { select: { to: true, post: { select: { kind: true, authorityId: true } } } } } });
  expect(before.map(({ holdings }) => holdings[0]?.post.authorityId).sort()).toEqual(["kingston-upon-hull", "oxfordshire", "portsmouth", "slough"]);
  for (const { leftAt, holdings } of before) expect(holdings.map(({ to }) => to)).toEqual([leftAt]);
  const { rows: vacant } = await pool.query(`SELECT title FROM post WHERE NOT EXISTS (SELECT 1 FROM holding WHERE post_id = post.id AND "to" IS NULL)`);
  expect(vacant).toEqual([]);
});

test("answers hold real figures, every outlier is explained, and evidence can be read back", async () => {
  const kent = await db.selfAssessment.findFirstOrThrow({ where: { authorityId: "kent", cycle: { name: live } }, include: { answers: true, evidence: { orderBy: { name: "asc" } } } });
  const { value } = await db.indicatorValue.findUniqueOrThrow({ where: { indicatorId_authorityId_period: { indicatorId: "cla_rate", authorityId: "kent", period: 2025 } } });
  expect(JSON.stringify(kent.answers.find(({ questionId }) => questionId === "care-rate")?.value)).toContain(String(value));
  expect(kent.evidence.map(({ name, type }) => [name, type])).toEqual([["Practice week findings.pdf", "application/pdf"], ["Sufficiency statement, summary.pdf", "application/pdf"]]);
  const stream = await readFile(kent.evidence[0]?.storageKey ?? "");
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe("%PDF-");
});
