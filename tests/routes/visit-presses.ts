import type pg from "pg";

import { wrongWithDay } from "~/features/visit/days";
import { dayOf } from "~/workflow/working-days";
import { recordAct } from "~/features/visit/record-acts";
import { calendarAround } from "../../prisma/seed/days";
import { dateParts, literally, reason, takersOf, type Press, type Presser } from "./presses";

// What is pressed about a visit, in the order of its life, and by challengers about themselves.

const visits = { machine: "visit", at: "/visits/" } as const;
const places = { machine: "assignment", at: "/assignments/" } as const;
const pool = { machine: "challenger", at: "/challengers/" } as const;
const moves = { workflow_event: 1 } as const;

const act = (slug: string, more: Partial<Press> = {}): Press => {
  const { event = "", button = "", title = "" } = recordAct(slug) ?? {};
  return { name: `${title}, a visit`, button: literally(button), pressers: takersOf(event, `/act/${slug}`, visits), fill: reason, makes: moves, ...more };
};

const found = (sql: string) => async (from: pg.Pool): Promise<readonly Presser[]> => (await from.query<Presser>(sql)).rows;

/** A day some working days from now from which three follow each other. */
const firstDay = (name: string, from: number) => {
  const calendar = calendarAround(new Date());
  const bounds = { today: calendar.day(0), endsOn: calendar.day(150), days: 3 };
  const [year = "", month = "", day = ""] = (Array.from({ length: 12 }, (_, by) => calendar.day(from + by)).find((one) => wrongWithDay(one, bounds) === null) ?? "").split("-");
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** Who may say that the presentation was given: on the last day, which the visits that are under way have reached today whatever day of the week it is. */
async function onTheLastDay(from: pg.Pool): Promise<readonly Presser[]> {
  await from.query("UPDATE visit SET first_day = $1::date - 2, last_day = $1::date FROM workflow w WHERE w.id = visit.id AND w.state = 'onSite'", [dayOf(new Date())]);
  return takersOf("presentation.give", "/act/presented", visits)(from);
}

/** Those in the pool, at their own page. */
const themselves = found(`SELECT c.person_id AS "personId", '/challengers/' || c.id AS address FROM challenger c JOIN workflow w ON w.id = c.id AND w.state = 'available' ORDER BY c.id LIMIT 10`);

/** A delegate of the South East who is not in the pool. */
const outside = found(
  `SELECT h.person_id AS "personId", '/challengers/apply' AS address FROM holding h JOIN post o ON o.id = h.post_id AND o.kind = 'dcs-delegate' AND o.region_id = 'south-east'
    WHERE h."to" IS NULL AND NOT EXISTS (SELECT 1 FROM challenger c WHERE c.person_id = h.person_id) ORDER BY h.id LIMIT 5`,
);

export const visitPresses: readonly Press[] = [
  { name: "Draft a request for a visit", button: /^Save the request as a draft$/, pressers: found(`SELECT h.person_id AS "personId", '/visits/new' AS address FROM holding h JOIN post o ON o.id = h.post_id AND o.kind = 'dcs' AND o.region_id = 'yorkshire-and-the-humber' WHERE h."to" IS NULL ORDER BY h.id DESC`), texts: /^(wants|themeReason)$/, fill: firstDay("wished.1", 35), makes: { visit: 1 } },
  { name: "Save a draft of a request", button: /^Save the draft$/, pressers: takersOf("request.prepare", "/request", visits), texts: /^wants$/, makes: { workflow_event: 0 } },
  act("ready"),
  { name: "Ask for a visit", button: /^Save and ask for the visit$/, pressers: takersOf("request.send", "/request", visits), texts: /^(wants|themeReason)$/, makes: moves, quiet: true },
  { name: "Scope a visit", button: /^Agree the scope and ask for the endorsement$/, pressers: takersOf("scope.agree", "/scope", visits), texts: /^kloe\.1$/, makes: moves },
  act("change-scope"),
  { name: "Scope a visit again", button: /^Agree the scope and ask for the endorsement$/, pressers: takersOf("scope.agree", "/scope", visits), texts: /^kloe\.1$/, makes: moves },
  { name: "Give a visit back to the director", button: /^Give it back to the director$/, pressers: takersOf("endorsement.refuse", "/endorse", visits), fill: reason, makes: moves },
  { name: "Endorse a visit", button: /^Endorse the visit$/, pressers: takersOf("endorsement.give", "/endorse", visits), makes: moves },
  { name: "Propose a team", button: /^Ask them$/, pressers: takersOf("team.propose", "/team/propose", visits), fill: { despite: "yes" }, makes: { assignment: 4 } },
  { name: "Object to a member of a team", button: /^Object$/, pressers: takersOf("member.object", "/object", visits), fill: reason, makes: { assignment: 0 } },
  act("welcome"),
  { name: "Fill a free place of a team", button: /^Ask them$/, pressers: takersOf("team.refill", "/team/propose", visits), fill: { despite: "yes" }, makes: { visit: 0 } },
  { name: "Accept an invitation", button: /^Accept the invitation$/, pressers: takersOf("invitation.accept", "", places), chooses: "signed", fill: { hasConflict: "no" }, makes: { assignment: 0 } },
  { name: "Declare a conflict", button: /^Accept the invitation$/, pressers: takersOf("invitation.accept", "", places), chooses: "signed", fill: { hasConflict: "yes", conflict: "I applied for a post there." }, makes: { assignment: 0 } },
  { name: "Decide about a conflict", button: /^It is no bar: they can come$/, pressers: takersOf("conflict.keep", "", places), makes: { assignment: 0 } },
  { name: "Remind a challenger", button: /^Send .* a reminder$/, pressers: takersOf("reminder.send", "", places), makes: moves },
  { name: "Decline an invitation", button: /^Decline the invitation$/, pressers: takersOf("invitation.decline", "", places), fill: { declineReason: "A hearing." }, makes: { assignment: 0 } },
  { name: "Withdraw from a team", button: /^Withdraw$/, pressers: takersOf("assignment.withdraw", "", places), fill: { withdrawReason: "A hearing." }, makes: { assignment: 0 } },
  { name: "Release a place", button: /^Release the place$/, pressers: takersOf("assignment.release", "", places), makes: { assignment: 0 } },
  { name: "Save a day of a timetable", button: /^Save day 1$/, pressers: takersOf("arrangements.send", "/timetable/1", visits), fill: { "slot.0.what": "Arrival, and coffee" }, makes: { workflow_event: 0 }, quiet: true },
  { name: "Send the arrangements", button: /^Send the arrangements$/, pressers: takersOf("arrangements.send", "/arrangements", visits), fill: { venue: "Town hall", contact: "The office, 01632 960 100" }, makes: moves },
  { name: "Change the arrangements", button: /^Send the changed arrangements$/, pressers: takersOf("arrangements.change", "/arrangements", visits), fill: { venue: "Civic hall" }, makes: moves },
  { name: "Send out the timetable", button: /^Send out the (changed )?timetable$/, pressers: takersOf("timetable.share", "/timetable", visits), makes: moves },
  { name: "Save the position statement", button: /^Save$/, pressers: takersOf("position.share", "/statement", visits), texts: /^statement$/, makes: { workflow_event: 0 } },
  { name: "Write the same position statement elsewhere", button: /^Save$/, pressers: takersOf("position.share", "/statement", visits), fill: { statementRevision: "0", statement: "Written meanwhile in another window." }, makes: { workflow_event: 0, kept_text_history: 1 } },
  { name: "Settle two versions of a position statement", button: /^Settle it$/, pressers: takersOf("position.share", "/statement/conflict", visits), fill: { take: "both" }, makes: { workflow_event: 0, kept_text_history: 1 }, quiet: true },
  { name: "Attach a file to the position statement", button: /^Attach the file$/, pressers: takersOf("position.share", "/statement/files", visits), file: true, makes: { workflow_event: 0 }, quiet: true },
  { name: "Share the position statement", button: /^Share (it with the team|the newer statement)$/, pressers: takersOf("position.share", "/statement", visits), texts: /^statement$/, makes: moves },
  { name: "Move the dates of a visit", button: /^Set the new dates$/, pressers: takersOf("dates.move", "/dates", visits), fill: { ...firstDay("firstDay", 40), ...reason }, makes: { visit: 0 } },
  { name: "Set new dates of a visit", button: /^Set the new dates$/, pressers: takersOf("dates.set", "/dates", visits), fill: firstDay("firstDay", 45), makes: { visit: 0 }, quiet: true },
  act("begin"),
  act("presented", { makes: { challenge_record: 1 }, pressers: onTheLastDay }),
  act("return"),
  { name: "Ask for a visit again", button: /^Save and ask for the visit$/, pressers: takersOf("request.send", "/request", visits), texts: /^(wants|themeReason)$/, makes: moves, quiet: true },
  act("decline"),
  act("postpone", { makes: { visit: 0 } }),
  act("withdraw", { makes: { visit: 0 } }),
  act("close"),

  { name: "Apply to the pool", button: /^Send to your director$/, pressers: outside, chooses: "themes", texts: /^about$/, makes: { challenger: 1 }, quiet: true },
  { name: "Endorse a challenger", button: /^Endorse /, pressers: takersOf("endorsement.give", "/endorsement", pool), makes: moves, quiet: true },
  { name: "Enter a challenger", button: /^Enter them in the pool$/, pressers: found(`SELECT h.person_id AS "personId", '/challengers/new?region=south-east' AS address FROM holding h JOIN post o ON o.id = h.post_id AND o.kind = 'sli-coordinator' AND o.region_id = 'south-east' WHERE h."to" IS NULL`), chooses: "themes", fill: { maxLoad: "2", ...dateParts("trainedOn", -30) }, makes: { challenger: 1 }, quiet: true },
  { name: "Plan a training day", button: /^Plan the training day$/, pressers: found(`SELECT h.person_id AS "personId", '/challengers/training?region=south-east' AS address FROM holding h JOIN post o ON o.id = h.post_id AND o.kind = 'sli-coordinator' AND o.region_id = 'south-east' WHERE h."to" IS NULL`), fill: { ...dateParts("day", 30), place: "Town hall" }, makes: { training_event: 1 } },
  { name: "Leave the pool", button: /^Leave the pool$/, pressers: async (from) => (await themselves(from)).map(({ personId, address }) => ({ personId, address: `${address}/leave` })), fill: reason, makes: moves, quiet: true },
];
