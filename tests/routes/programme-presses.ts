import type pg from "pg";

import { reason, takersOf, type Press, type Presser } from "./presses";

/** Whoever may press a button about programmes, by a query for people and addresses, best first. */
const found = (sql: string) => async (pool: pg.Pool): Promise<readonly Presser[]> => (await pool.query<Presser>(sql)).rows;

/** The coordinator of a cohort's region, at an address of it. */
const runs = (address: string, where: string) =>
  found(`SELECT h.person_id AS "personId", ${address} AS address FROM cohort c JOIN programme p ON p.id = c.programme_id JOIN post ON post.region_id = c.region_id AND post.kind = 'sli-coordinator' JOIN holding h ON h.post_id = post.id AND h."to" IS NULL WHERE ${where} ORDER BY c.id`);

const ofNomination = (event: string, slug: string) => takersOf(event, `/act/${slug}`, { machine: "nomination", at: "/nominations/" });

/** Delegates of the South East whose authority has nominated nobody for the course yet. */
const mayNominate = found(`SELECT h.person_id AS "personId", '/cohorts/' || c.id || '/nominate' AS address FROM cohort c JOIN programme p ON p.id = c.programme_id AND p.short = 'ADC' JOIN post ON post.region_id = c.region_id AND post.kind = 'dcs-delegate' JOIN holding h ON h.post_id = post.id AND h."to" IS NULL
  WHERE NOT EXISTS (SELECT 1 FROM nomination n WHERE n.cohort_id = c.id AND n.authority_id = post.authority_id) ORDER BY h.id LIMIT 10`);

const taking = (state: string, page: string, short: string) =>
  found(`SELECT n.person_id AS "personId", '/cohorts/' || n.cohort_id || '${page}' AS address FROM nomination n JOIN workflow w ON w.id = n.id AND w.state = '${state}' JOIN cohort c ON c.id = n.cohort_id JOIN programme p ON p.id = c.programme_id AND p.short = '${short}' ORDER BY n.id`);

/** The other date of the day that has two, for whoever is booked on one of them. */
const otherDate = async (pool: pg.Pool, { personId }: Presser): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ day: string; session: string }>(`SELECT b.owner_id AS day, s.id AS session FROM booking b JOIN programme_day d ON d.id = b.owner_id JOIN bookable_session s ON s.owner_id = b.owner_id AND s.id <> b.session_id AND s.starts_at > now() AND s.taken < s.capacity WHERE b.person_id = $1 AND b.holds`, [personId]);
  return Object.fromEntries(rows.map(({ day, session }) => [`day-${day}`, session]));
};

/** Participants booked at one of two dates of which the other has a place. */
const maySwap = found(`SELECT b.person_id AS "personId", '/cohorts/' || d.cohort_id || '/days' AS address FROM booking b JOIN programme_day d ON d.id = b.owner_id JOIN bookable_session s ON s.owner_id = b.owner_id AND s.id <> b.session_id AND s.starts_at > now() AND s.taken < s.capacity WHERE b.holds ORDER BY b.id`);

const tutors = found(`SELECT t.person_id AS "personId", '/days/' || d.id AS address FROM day_tutor t JOIN programme_day d ON d.id = t.day_id JOIN workflow w ON w.id = d.id AND w.state = 'bookingOpen' ORDER BY d.id`);

/** Delegates of Yorkshire and The Humber whose authority has no team in the round of teams that is open. */
const mayNominateTeam = found(`SELECT h.person_id AS "personId", '/cohorts/' || c.id || '/nominate-team' AS address FROM cohort c JOIN programme p ON p.id = c.programme_id AND p.in_teams JOIN workflow w ON w.id = c.id AND w.state = 'nominationsOpen' JOIN post ON post.region_id = c.region_id AND post.kind = 'dcs-delegate' JOIN holding h ON h.post_id = post.id AND h."to" IS NULL
  WHERE NOT EXISTS (SELECT 1 FROM nomination n WHERE n.cohort_id = c.id AND n.authority_id = post.authority_id) ORDER BY h.id LIMIT 10`);

/** What people do with nominations, days and evaluations. */
export const programmePresses: readonly Press[] = [
  {
    name: "Nominate somebody", button: /^Nominate$/, pressers: mayNominate, makes: { nomination: 1 },
    fill: { name: "Twice Nominated", email: "twice.nominated@example.org", jobTitle: "Head of Service", managerName: "Sam Okafor", managerEmail: "sam.okafor.twice@example.org", statement: "To learn.", service: "children" },
  },
  {
    name: "Nominate a team for a programme", button: /^Nominate the team$/, pressers: mayNominateTeam, makes: { nomination: 2 },
    fill: {
      team: "Front door", statement: "To answer sooner.", "name-0": "Ann Twice", "email-0": "ann.twice@example.org", "jobTitle-0": "Team Manager", "service-0": "children", "managerName-0": "Sam Okafor", "managerEmail-0": "sam.okafor.team@example.org",
      "name-1": "Bea Twice", "email-1": "bea.twice@example.org", "jobTitle-1": "Team Manager", "service-1": "adult",
      // The other rows of the form stay empty.
      ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9].map((row) => [`service-${row}`, ""])),
    },
  },
  { name: "Approve a nomination", button: /^Approve it$/, pressers: ofNomination("manager.approve", "approve"), makes: { workflow_event: 1 } },
  { name: "Endorse a nomination", button: /^Endorse it$/, pressers: ofNomination("sponsor.endorse", "endorse"), makes: { workflow_event: 1 } },
  { name: "Accept a place on a programme", button: /^Accept the place$/, pressers: ofNomination("offer.accept", "accept"), makes: { workflow_event: 1 } },
  { name: "Book the days of a programme", button: /^Book the chosen days$/, pressers: taking("accepted", "/days", "STP"), makes: { booking: 2 } },
  { name: "Change the date of a day", button: /^Save the changes$/, pressers: maySwap, fillFor: otherDate, makes: { booking: 0, workflow_event: 1 } },
  { name: "Say what one thought", button: /^Send without my name$/, pressers: takersOf("evaluation.give", "", { machine: "evaluation", at: "/evaluations/" }), fill: { "q-useful": "4", "q-teaching": "5", "q-apply": "4", "q-arranged": "3", "q-best": "The exercise." }, makes: { workflow_event: 1 } },
  { name: "Keep notes for a day", button: /^Keep the notes$/, pressers: tutors, fill: { notes: "Bring the case." }, makes: { workflow_event: 0 } },
  { name: "Add something to read", button: /^Add it$/, pressers: tutors, fill: { materialTitle: "The case", materialLink: "https://example.org/case" }, makes: { day_material: 1 } },
  { name: "Remind about a nomination", button: /^Send a reminder about the chosen$/, pressers: runs("'/regions/' || c.region_id || '/programmes/chase?kind=nomination'", "p.short = 'ADC'"), chooses: "chosen", makes: { workflow_event: 1 } },
  { name: "Invite an alumnus to the pool of challengers", button: /^Invite .* to the pool$/, pressers: runs("'/programmes/' || p.id", "p.short = 'SLP'"), makes: { challenger: 1 } },
  { name: "Ask an alumnus to teach", button: /^Ask .* to teach$/, pressers: runs("'/programmes/' || p.id", "p.short = 'SLP'"), makes: { tutoring: 1 } },
  { name: "Answer whether one teaches", button: /^Yes, I would teach$/, pressers: takersOf("tutor.agree", "", { machine: "tutoring", at: "/tutoring/" }), makes: { tutor: 1, workflow_event: 1 } },
  { name: "Copy a cohort to the next", button: /^Plan the next cohort like this one$/, pressers: runs("'/cohorts/' || c.id", "p.short = 'ALP'"), makes: { cohort: 1 } },
  { name: "Withdraw a nomination", button: /^Withdraw it$/, pressers: ofNomination("nomination.withdraw", "withdraw"), fill: reason, makes: { nomination: 0 } },
];
