import type pg from "pg";

import { actNamed } from "~/features/triad/acts";
import { calendarAround } from "../../prisma/seed/days";
import { literally, reason, takersOf, type Press, type Presser } from "./presses";

// What is pressed in a group: its dates, who comes, its session, the day itself, and who is in it.

const triads = { machine: "triad", at: "/triads/" } as const;
const moves = { workflow_event: 1 } as const;

const act = (slug: string, more: Partial<Press> = {}): Press => {
  const { event = "", button = "", title = "" } = actNamed(slug) ?? {};
  return { name: `${title}, of a triad`, button: literally(button), pressers: takersOf(event, `/act/${slug}`, triads), fill: reason, makes: moves, ...more };
};

/** Those from whom a group still wants something, the group that has come furthest first. */
const askedIn = (state: string, page: string) => async (pool: pg.Pool): Promise<readonly Presser[]> =>
  (await pool.query<Presser>(
    `SELECT DISTINCT h.person_id AS "personId", '/triads/' || w.id || $2 AS address, w.revision FROM workflow w
       JOIN workflow_party p ON p.workflow_id = w.id AND p.role = 'asked' AND p."to" IS NULL JOIN holding h ON h.post_id = p.post_id AND h."to" IS NULL
      WHERE w.machine = 'triad' AND w.state = $1 ORDER BY w.revision DESC, 2, 1`,
    [state, page],
  )).rows;

/** Everybody on a group whose session is today. */
const atTheDay = async (pool: pg.Pool): Promise<readonly Presser[]> =>
  (await pool.query<Presser>(
    `SELECT DISTINCT coalesce(p.person_id, h.person_id) AS "personId", '/triads/' || w.id || '/day' AS address FROM workflow w JOIN workflow_party p ON p.workflow_id = w.id AND p."to" IS NULL
       LEFT JOIN holding h ON h.post_id = p.post_id AND h."to" IS NULL WHERE w.machine = 'triad' AND w.state = 'packsReleased' AND coalesce(p.person_id, h.person_id) IS NOT NULL ORDER BY 2, 1`,
  )).rows;

/** Every answer to the dates of a group. */
const everyDate = async (pool: pg.Pool, { address }: Presser): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM date_option WHERE triad_id = $1", [address.split("/")[2]]);
  return Object.fromEntries(rows.map(({ id }) => [`day-${id}`, "yes"]));
};

/** A working day in three weeks. */
const aDay = async () => {
  const [year = "", month = "", day = ""] = calendarAround(new Date()).day(16).split("-");
  return { "day-day": day, "day-month": month, "day-year": year };
};

/** The coordinators at groups of three. */
const groupsOfThree = async (pool: pg.Pool): Promise<readonly Presser[]> => {
  const { rows } = await pool.query<{ id: string }>("SELECT triad_id AS id FROM triad_member WHERE left_at IS NULL GROUP BY triad_id HAVING count(*) = 3");
  return (await takersOf("member.withdraw", "/withdraw", triads)(pool)).filter(({ address }) => rows.some(({ id }) => address.includes(id)));
};

/** The coordinators at groups that have one of four beside them. */
const besideFour = async (pool: pg.Pool): Promise<readonly Presser[]> => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT t.id FROM triad t WHERE EXISTS (SELECT 1 FROM triad_member m WHERE m.cycle_id = t.cycle_id AND m.triad_id <> t.id AND m.left_at IS NULL GROUP BY m.triad_id HAVING count(*) = 4)`,
  );
  return (await takersOf("member.join", "/withdraw", triads)(pool)).filter(({ address }) => rows.some(({ id }) => address.includes(id)));
};

/** An authority leaves, and one of a group of four takes its place. */
const reformed = async (pool: pg.Pool, { address }: Presser): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ id: string; mine: boolean }>(
    `SELECT m.authority_id AS id, m.triad_id = $1 AS mine FROM triad_member m JOIN triad t ON t.id = $1 AND m.cycle_id = t.cycle_id WHERE m.left_at IS NULL
        AND (m.triad_id = $1 OR (SELECT count(*) FROM triad_member o WHERE o.triad_id = m.triad_id AND o.left_at IS NULL) = 4) ORDER BY m.authority_id`,
    [address.split("/")[2]],
  );
  return { how: "reform", authorityId: rows.find(({ mine }) => mine)?.id ?? "", newcomer: rows.find(({ mine }) => !mine)?.id ?? "" };
};

/** The revision from which a note was written that has been written again since. */
const outOfDate = async (pool: pg.Pool): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ part: string }>("SELECT substr(key, 6) AS part FROM kept_text WHERE key LIKE 'slot:%' AND revision > 0 ORDER BY updated_at DESC LIMIT 1");
  const part = rows[0]?.part ?? "";
  return { part, [`revision-${part}`]: "0", [`note-${part}`]: "Written meanwhile on another phone." };
};

/** Coordinators of a group whose pack waits for a self-assessment: a director of it has taken theirs back. */
const withOneMissing = async (pool: pg.Pool): Promise<readonly Presser[]> => {
  const { withdraw } = await import("~/features/self-assessment");
  const { rows } = await pool.query<{ id: string; personId: string; triad: string }>(
    `SELECT s.id, h.person_id AS "personId", t.id AS triad FROM triad t JOIN workflow w ON w.id = t.id AND w.state = 'confirmed'
       JOIN triad_member m ON m.triad_id = t.id AND m.left_at IS NULL JOIN self_assessment s ON s.cycle_id = t.cycle_id AND s.authority_id = m.authority_id
       JOIN workflow sw ON sw.id = s.id AND sw.state = ANY ($1) JOIN post p ON p.authority_id = m.authority_id AND p.kind = 'dcs' JOIN holding h ON h.post_id = p.id AND h."to" IS NULL
      ORDER BY s.id LIMIT 1`, [["submitted", "shared"]]);
  const [one] = rows;
  if (one) await withdraw({ selfAssessmentId: one.id, actor: { kind: "person", personId: one.personId }, reason: "Written by a test of double presses." });
  return (await takersOf("waiver.give", "/act/waive", triads)(pool)).filter(({ address }) => address.includes(one?.triad ?? "none"));
};

/** The authority that may be waived is the one that the form offers. */
const whoIsMissing = async (pool: pg.Pool, { address }: Presser): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT m.authority_id AS id FROM triad_member m JOIN self_assessment s ON s.cycle_id = m.cycle_id AND s.authority_id = m.authority_id JOIN workflow w ON w.id = s.id
      WHERE m.triad_id = $1 AND m.left_at IS NULL AND w.state = 'withdrawn'`, [address.split("/")[2]]);
  return { authorityId: rows[0]?.id ?? "" };
};

export const triadPresses: readonly Press[] = [
  act("waive", { pressers: withOneMissing, fillFor: whoIsMissing, makes: { ...moves, pack_waiver: 1 } }),
  act("remind"),
  { name: "Answer the dates", button: / answers$/, pressers: askedIn("awaitingAnswers", "/dates"), fillFor: everyDate, makes: moves },
  act("close-poll"),
  { name: "Say who comes", button: /^Send$/, pressers: askedIn("awaitingConfirmation", "/attendance"), makes: moves },
  { name: "Say who comes, the last of a group", button: /^Send$/, pressers: askedIn("awaitingConfirmation", "/attendance"), makes: moves },
  act("confirm"),
  { name: "Propose a session by hand", button: /^Propose it to the group$/, pressers: takersOf("proposal.send", "/session", triads), fill: { startsAt: "09:30", endsAt: "15:30", venue: "Committee room 1" }, fillFor: aDay, makes: moves },
  { name: "Set a new date for a session", button: /^Propose it to the group$/, pressers: takersOf("session.reschedule", "/session", triads), fill: { startsAt: "09:30", endsAt: "15:30", venue: "Committee room 1" }, fillFor: aDay, makes: { triad: 0 } },
  { name: "Change the place of a session", button: /^Change and tell everybody$/, pressers: takersOf("details.change", "/session", triads), fill: { venue: "Committee room 2" }, makes: moves },
  { name: "Keep key lines of enquiry for now", button: /^Keep for now$/, pressers: askedIn("confirmed", "/kloes"), texts: /^kloe\.1$/, makes: { workflow_event: 0 } },
  { name: "Share key lines of enquiry", button: /^Share with the session$/, pressers: askedIn("confirmed", "/kloes"), texts: /^kloe\.1$/, makes: moves },
  act("release-pack"),
  { name: "Write notes at a session", button: /^Save these notes$/, pressers: atTheDay, texts: /^note-/, makes: { workflow_event: 0, kept_text: 1 } },
  { name: "Write the same notes elsewhere", button: /^Save these notes$/, pressers: atTheDay, fillFor: outOfDate, makes: { workflow_event: 0, kept_text: 0 } },
  { name: "Settle two versions of notes", button: /^Settle it$/, pressers: atTheDay, fill: { take: "both" }, makes: { workflow_event: 0 }, quiet: true },
  { name: "Say who is at a session", button: /^Keep who is there$/, pressers: atTheDay, chooses: "present", makes: { workflow_event: 0 } },
  act("hold", { makes: { challenge_record: 3 } }),
  { name: "Offer dates", button: /^Offer these days$/, pressers: takersOf("dates.offer", "/offer", triads), chooses: "days", makes: { workflow_event: 2 } },
  { name: "An authority leaves and another joins its group", button: /^Change the group$/, pressers: besideFour, fill: reason, fillFor: reformed, makes: { workflow_event: 3 }, quiet: true },
  { name: "An authority leaves two that go on as a pair", button: /^Change the group$/, pressers: groupsOfThree, fill: { ...reason, how: "pair", why: "Two know each other's work." }, makes: moves, quiet: true },
  act("postpone"),
  act("cancel"),
  act("close"),
];
