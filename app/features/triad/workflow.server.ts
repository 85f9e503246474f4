import type { TriadFacts } from "~machines/triad";

import { LIVE } from "~/features/assignment";
import { datesForLetter } from "~/features/calendar";
import { statesThatAre } from "~/features/cycle";
import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { askFor } from "./asked.server";
import { triadRulesOf } from "./rules.server";
import { endOfGroup } from "./session.server";
import { happened, labelOf, taskOf, taskPage, titleOf } from "./words";

interface Row {
  readonly number: number;
  readonly round: string;
  readonly region: string;
  readonly rules: unknown;
  readonly state: string;
  readonly poll: number;
  readonly pollClosesOn: string | null;
  readonly sessionOn: string | null;
  readonly venue: string;
  readonly host: string | null;
  readonly hostIsMember: boolean;
  readonly attendanceDueOn: string | null;
  readonly confirmedOn: Date | null;
  readonly options: number;
  readonly openOptions: number;
  /** Challengers who are asked, or have accepted. */
  readonly challengers: number;
  readonly members: readonly MemberRow[];
}

interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly answers: number;
  readonly confirmed: boolean;
  readonly attending: boolean;
  readonly packed: boolean;
  readonly kloes: number;
  readonly kloesShared: number;
}

/** Everything the guards and the letters look at, in one query. Only authorities that are in the group now count. */
async function read(tx: Tx, id: string): Promise<Row> {
  const today = dayOf(now());
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.number, c.name AS round, r.name AS region, c.rules, w.state, t.poll, t.poll_closes_on::text AS "pollClosesOn",
           t.session_on::text AS "sessionOn", t.venue, host.name AS host, t.attendance_due_on::text AS "attendanceDueOn", t.confirmed_at AS "confirmedOn",
           EXISTS (SELECT 1 FROM triad_member h WHERE h.triad_id = t.id AND h.authority_id = t.host_authority_id AND h.left_at IS NULL) AS "hostIsMember",
           (SELECT count(*)::int FROM date_option o WHERE o.triad_id = t.id AND o.poll = t.poll) AS options,
           (SELECT count(*)::int FROM date_option o WHERE o.triad_id = t.id AND o.poll = t.poll AND o.day > ${today}::date) AS "openOptions",
           (SELECT count(*)::int FROM assignment g JOIN workflow gw ON gw.id = g.id WHERE g.activity_id = t.id AND gw.state = ANY (${[...LIVE]}::text[])) AS challengers,
           coalesce((
             SELECT json_agg(json_build_object(
                      'id', a.id, 'name', a.name, 'confirmed', m.confirmed_at IS NOT NULL, 'attending', m.attendee_id IS NOT NULL,
                      'answers', (SELECT count(*) FROM date_answer d JOIN date_option o ON o.id = d.option_id
                                   WHERE o.triad_id = t.id AND o.poll = t.poll AND d.authority_id = a.id),
                      'packed', EXISTS (SELECT 1 FROM pack_waiver p WHERE p.triad_id = t.id AND p.authority_id = a.id)
                             OR EXISTS (SELECT 1 FROM self_assessment s JOIN workflow sw ON sw.id = s.id
                                         WHERE s.cycle_id = t.cycle_id AND s.authority_id = a.id AND sw.state = ANY (${statesThatAre("in")}::text[])),
                      'kloes', (SELECT count(*) FROM kloe k WHERE k.activity_id = t.id AND k.authority_id = a.id),
                      'kloesShared', (SELECT count(*) FROM kloe k WHERE k.activity_id = t.id AND k.authority_id = a.id AND k.shared_at IS NOT NULL)
                    ) ORDER BY a.name)
               FROM triad_member m JOIN authority a ON a.id = m.authority_id
              WHERE m.triad_id = t.id AND m.left_at IS NULL), '[]') AS members
      FROM triad t
      JOIN workflow w ON w.id = t.id
      JOIN cycle c ON c.id = t.cycle_id
      JOIN region r ON r.id = c.region_id
      LEFT JOIN authority host ON host.id = t.host_authority_id
     WHERE t.id = ${id}::uuid`;
  if (!row) throw new Error("a triad's workflow has no group beside it");
  return row;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<TriadFacts> {
  const row = await read(tx, id);
  const { members } = row;
  const acting = members.find((member) => member.id === occasion.payload["authority"]);
  return {
    hasReason: occasion.payload["hasReason"] === true,
    datesOffered: row.options > 0 && row.openOptions === row.options,
    allDatesAnswered: acting !== undefined && row.options > 0 && acting.answers === row.options,
    enoughMembers: members.length >= 2,
    sessionPlaced: row.sessionOn !== null && row.sessionOn > dayOf(now()) && row.venue !== "" && row.hostIsMember,
    everybodyConfirmed: members.length >= 2 && members.every((member) => member.confirmed && member.attending),
    packsComplete: members.length >= 2 && members.every((member) => member.packed),
    kloesWritten: acting !== undefined && acting.kloes > 0,
    placeOpen: row.challengers < triadRulesOf(row.rules).challengersPerSession,
    dayReached: row.sessionOn !== null && row.sessionOn <= dayOf(now()),
    ...datesOf(row),
    // Nothing is awaited any more once everybody has shared theirs: nobody is then reminded of it, and nothing is late.
    ...(members.every((member) => member.kloesShared > 0) ? { kloesDueOn: "" } : {}),
  };
}

type Dates = Pick<TriadFacts, "pollClosesOn" | "attendanceDueOn" | "packsDueOn" | "kloesDueOn" | "sessionOn">;

/** By when each step is awaited: as set, or counted back from the session. Empty while that is not known. */
function datesOf(row: Pick<Row, "rules" | "pollClosesOn" | "attendanceDueOn" | "sessionOn" | "confirmedOn">): Dates {
  const rules = triadRulesOf(row.rules);
  const confirmed = row.confirmedOn ? dayOf(row.confirmedOn) : null;
  const before = (count: number) => {
    if (!row.sessionOn) return "";
    const day = addWorkingDays(row.sessionOn, -count);
    // A date that had passed before anybody could have known it would only shout: it is then the next working day.
    return confirmed && day <= confirmed ? addWorkingDays(confirmed, 1) : day;
  };
  return {
    pollClosesOn: row.pollClosesOn ?? "",
    attendanceDueOn: row.attendanceDueOn ?? "",
    packsDueOn: before(rules.packsWorkingDaysBefore),
    kloesDueOn: before(rules.kloesWorkingDaysBefore),
    sessionOn: row.sessionOn ?? "",
  };
}

/** Events whose letters carry the session for people's own calendars. */
const CALENDAR_EVENTS: ReadonlySet<string> = new Set(["session.confirm", "details.change", "session.postpone", "session.cancel", "round.withdraw", "group.merge", "member.withdraw", "member.join"]);

/** How many of the members have done what the letter is about. */
function answeredOf(event: string, state: string, members: readonly MemberRow[]): number {
  const done = (member: MemberRow): boolean => {
    if (event === "kloes.share" || state === "confirmed" || state === "packsReleased") return member.kloesShared > 0;
    if (event.startsWith("attendance.") || state === "awaitingConfirmation") return member.confirmed;
    return member.answers > 0;
  };
  return members.filter(done).length;
}

const awaitedStep: Readonly<Record<string, { readonly name: string; readonly by: keyof Dates }>> = {
  awaitingAnswers: { name: "Answer the date poll", by: "pollClosesOn" },
  awaitingConfirmation: { name: "Say who comes", by: "attendanceDueOn" },
  confirmed: { name: "Share key lines of enquiry", by: "kloesDueOn" },
  packsReleased: { name: "Share key lines of enquiry", by: "kloesDueOn" },
};

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const row = await read(tx, id);
  const dates = datesOf(row);
  const said = (key: string) => {
    const value = occasion.payload[key];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const title = titleOf(row.number, row.members.map((member) => member.name));
  const reminding = occasion.event === "reminder";
  const leaves = occasion.event === "member.withdraw";
  const dated = CALENDAR_EVENTS.has(occasion.event) ? await datesForLetter(tx, id, ["session"]) : [];
  // A date that left calendars earlier is not taken out of them again.
  const calendar = leaves || occasion.event === "member.join" ? dated.filter((entry) => entry.method === "REQUEST") : dated;
  const awaited = reminding ? undefined : awaitedStep[row.state];
  const due = said("dueAt");
  return {
    title,
    subject: title,
    round: row.round,
    region: row.region,
    authority: null,
    due: null,
    about: {
      pollClosesOn: dates.pollClosesOn || null,
      attendanceDueOn: dates.attendanceDueOn || null,
      kloesDueOn: dates.kloesDueOn || null,
      sessionOn: said("sessionOn") ?? (dates.sessionOn || null),
      host: row.host,
      dates: row.options,
      who: said("who"),
      answered: answeredOf(occasion.event, row.state, row.members),
      members: row.members.length,
      // Only for the letter about one authority's answers: whether it would host.
      ...(occasion.event === "answers.give" ? { host: occasion.payload["hosts"] === true } : {}),
      stepName: reminding ? said("deadline") : (awaited?.name ?? null),
      stepDueOn: reminding && due ? dayOf(new Date(due)) : (awaited && dates[awaited.by]) || null,
    },
    calendar,
    ...(leaves ? { calendarOf: { addressee: calendar.map((entry) => ({ ...entry, method: "CANCEL" as const })) } } : {}),
  };
}

/** What the engine asks of a group. Registered at start by app/features/processes.server.ts. */
export const triadProcess: Process = {
  machine: "triad", facts, letter, path: (id) => `/triads/${id}`, taskPage, task: taskOf, label: labelOf, happened,
  bySystem: {
    "round.withdraw": (id) => endOfGroup(id, "The round was cancelled."),
    "poll.close": (id) => ({ write: (tx) => askFor(tx, id, "nothing") }),
  },
};
