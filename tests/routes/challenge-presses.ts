import type pg from "pg";

import { coordinator, column, dateParts, inPost, literally, liveRound, reason, takersOf, type Press, type Presser } from "./presses";

// What is pressed in a challenge: groups and their sessions, challengers, the record and its letter, the steps of a round.

const records = { machine: "challenge-record", at: "/challenge-records/" } as const;
const rounds = { machine: "cycle", at: "/rounds/" } as const;
const moves = { workflow_event: 1 } as const;
/** Every box of a form that people write in; its own hidden fields, dates and choices stay as they are. */
const words = /^(because|reason|text$|text\.|whatChanged|words\.|answer$|quote|wrong|right|evidence)/;

/** Pages of one thing of a record: those who may take the step, at each such page that there is. */
function pagesOf(event: string, sql: string) {
  return async (pool: pg.Pool): Promise<Presser[]> => {
    const takers = await takersOf(event, "", records)(pool);
    const { rows } = await pool.query<{ record: string; page: string }>(sql);
    return takers.flatMap(({ personId, address }) => rows.filter(({ record }) => address.endsWith(record)).map(({ page }) => ({ personId, address: `${address}${page}` })));
  };
}

/** Of a finding that two people wrote at once: told by writing it twice from one page. */
async function aConflict(pool: pg.Pool): Promise<Presser[]> {
  const { saveFinding } = await import("~/features/challenge-record");
  const { rows } = await pool.query<{ record: string; finding: string; author: string }>(
    `SELECT f.record_id AS record, f.id AS finding, f.author_id AS author FROM finding f JOIN workflow w ON w.id = f.record_id WHERE w.state = 'filingFindings' AND f.removed_at IS NULL ORDER BY f.id LIMIT 1`,
  );
  const [one] = rows;
  if (!one) return [];
  const { rows: [row] } = await pool.query<{ kind: string; theme: string; evidence: string[]; kloe_id: string | null; no_names: boolean }>("SELECT kind, theme, evidence, kloe_id, no_names FROM finding WHERE id = $1", [one.finding]);
  const meta = { kind: row?.kind, theme: row?.theme, evidence: row?.evidence, kloeId: row?.kloe_id, noNames: row?.no_names } as Parameters<typeof saveFinding>[0]["meta"];
  await saveFinding({ recordId: one.record, findingId: one.finding, actor: { kind: "person", personId: one.author }, text: "Written elsewhere meanwhile.", textRevision: 0, was: meta, meta });
  return [{ personId: one.author, address: `/challenge-records/${one.record}/findings/${one.finding}/conflicts` }];
}

/** A session of the live round, confirmed on its way to its page: the demonstration leaves that round's groups to be found. */
let confirmed: Promise<string> | undefined;
function aConfirmedSession(page: string) {
  return async (): Promise<Presser[]> => {
    const triadId = await (confirmed ??= confirm());
    const { db } = await import("~/platform/db.server");
    const parties = await db.workflowParty.findMany({ where: { workflowId: triadId, role: "coordinator", to: null }, select: { post: { select: { holdings: { where: { to: null }, select: { personId: true } } } } } });
    return parties.flatMap(({ post }) => post?.holdings ?? []).map(({ personId }) => ({ personId, address: `/triads/${triadId}${page}` }));
  };
}

async function confirm(): Promise<string> {
  const { db } = await import("~/platform/db.server");
  const { answerDates, confirmAttendance, confirmSession, offerDates, proposeSession, publishGroups } = await import("~/features/triad");
  const { whyNotOn } = await import("~/features/triad/days");
  const { dayRulesOf } = await import("~/features/triad/day-rules.server");
  const round = await db.cycle.findFirstOrThrow({ where: { regionId: "south-east", groups: { none: {} }, selfAssessments: { some: {} } }, orderBy: { opensOn: "desc" }, select: { id: true, summitOn: true, selfAssessments: { select: { authorityId: true } } } });
  const holder = async (kind: string, authorityId: string | null) => ({ kind: "person", personId: (await db.holding.findFirstOrThrow({ where: { to: null, post: { kind, regionId: "south-east", authorityId } }, select: { personId: true } })).personId }) as const;
  const actor = await holder("sli-coordinator", null);
  const all = round.selfAssessments.map(({ authorityId }) => authorityId);
  const groups = Array.from({ length: Math.floor(all.length / 3) }, (_, at) => all.slice(at * 3, at * 3 + 3));
  all.slice(groups.length * 3).forEach((one, at) => groups.at(-1 - at)?.push(one));
  const published = await publishGroups({ cycleId: round.id, groups, actor, requestKey: crypto.randomUUID() });
  if (published.kind !== "published") throw new Error(published.reason);
  const [triadId = ""] = published.triadIds;
  const rules = await dayRulesOf(db, round.id);
  const [day = ""] = Array.from({ length: 60 }, (_, back) => new Date(round.summitOn.getTime() - (back + 1) * 86_400_000).toISOString().slice(0, 10)).filter((one) => whyNotOn(one, rules) === null);
  await offerDates({ triadIds: [triadId], days: [day], actor });
  const members = groups[0] ?? [];
  const options = await db.dateOption.findMany({ where: { triadId }, select: { id: true } });
  for (const authorityId of members) await answerDates({ triadId, authorityId, answers: Object.fromEntries(options.map(({ id }) => [id, "yes" as const])), venue: "", actor: await holder("dcs", authorityId) });
  await proposeSession({ triadId, actor, day, hostId: members[0] ?? "", venue: "Town Hall", startsAt: "09:30", endsAt: "16:00" });
  for (const authorityId of members) {
    const dcs = await holder("dcs", authorityId);
    await confirmAttendance({ triadId, authorityId, attendeeId: dcs.personId, actor: dcs });
  }
  const result = await confirmSession({ triadId, actor });
  if (result.kind !== "moved") throw new Error(JSON.stringify(result));
  return triadId;
}

const newChallenger = async (pool: pg.Pool): Promise<string> => {
  const { rows } = await pool.query<{ email: string }>(
    `SELECT p.email FROM person p JOIN holding h ON h.person_id = p.id AND h."to" IS NULL JOIN post o ON o.id = h.post_id
      WHERE o.region_id = 'south-east' AND o.authority_id IS NOT NULL AND p.left_at IS NULL AND NOT EXISTS (SELECT 1 FROM challenger c WHERE c.person_id = p.id) ORDER BY p.id LIMIT 1`,
  );
  return rows[0]?.email ?? "";
};

const roundStep = (event: string, button: string, fill: Readonly<Record<string, string>> = {}): Press =>
  ({ name: button, button: literally(button), pressers: takersOf(event, `/steps/${event}`, rounds), fill: { ...reason, ...fill }, makes: { cycle: 0 } });

export const challengePresses: readonly Press[] = [
  { name: "Change the times of a session", button: /^Change the times$/, pressers: aConfirmedSession("/times"), makes: moves },
  { name: "Ask another challenger to a session", button: /^Ask them$/, pressers: aConfirmedSession("/team"), makes: { ...moves, assignment: 1 } },
  { name: "Keep days free of sessions", button: /^Keep these days free$/, pressers: liveRound("/blocked"), fill: { ...dateParts("day", 300), ...dateParts("until", 301), why: "Half term" }, makes: { workflow_event: 0 } },
  { name: "Let sessions be on days again", button: /^Let sessions be on the chosen days$/, pressers: liveRound("/blocked"), chooses: "free", makes: { workflow_event: 0 } },

  { name: "Begin a finding", button: /strength/i, pressers: takersOf("finding.file", "/findings", records), makes: { finding: 1 } },
  { name: "Settle two versions of a finding", button: /^Settle it$/, pressers: aConflict, makes: { workflow_event: 0 }, quiet: true },
  { name: "Finish the findings", button: /^All findings are in$/, pressers: takersOf("findings.finish", "/act/finish", records), makes: moves },
  { name: "Draft the letter", button: /^Draft the letter from /, pressers: takersOf("letter.send", "/letter", records), makes: { workflow_event: 0 } },
  { name: "Send the letter for its facts to be checked", button: /^Send /, pressers: takersOf("letter.send", "/letter/send", records), makes: { letter_version: 1 } },
  { name: "Open the findings again", button: /^Open the findings again$/, pressers: takersOf("findings.reopen", "/act/reopen", records), makes: moves },
  {
    name: "Keep a response for later", button: /^Save it for later$/, pressers: takersOf("response.give", "/response", records), texts: words, makes: { workflow_event: 0 },
  },
  { name: "Give the response", button: /^Give (this|the changed) response$/, pressers: takersOf("response.give", "/response", records), texts: words, makes: moves },
  { name: "Send the points of accuracy", button: /^Send .* to the lead challenger$/, pressers: takersOf("points.submit", "/accuracy", records), makes: moves },
  {
    name: "Refuse a point", button: /^Keep this answer$/, fill: { outcome: "refused", ground: "opinion" }, texts: words, makes: { workflow_event: 0 },
    pressers: pagesOf("points.answer", "SELECT record_id AS record, '/accuracy/point/' || id AS page FROM accuracy_point WHERE removed_at IS NULL AND submitted_at IS NOT NULL ORDER BY id"),
  },
  { name: "Agree the facts", button: /^The facts are right$/, pressers: takersOf("accuracy.agree", "/accuracy", records), makes: moves },
  { name: "Make the letter final", button: /^Make /, pressers: takersOf("letter.finalise", "/letter/finalise", records), makes: { letter_version: 1 } },
  { name: "Release the letter", button: /^Save who may read the letter$/, pressers: takersOf("letter.release", "/release", records), fill: { scope: "region" }, makes: moves },
  { name: "Approve words for the region", button: /^Save which words the region may read$/, pressers: takersOf("wording.approve", "/release", records), texts: words, makes: moves },
  {
    name: "Answer an area", button: /^Keep this answer$/, fill: { answer: "none" }, texts: words, makes: { workflow_event: 0 },
    pressers: pagesOf("plan.submit", "SELECT record_id AS record, '/plan/' || id AS page FROM plan_area ORDER BY id"),
  },
  { name: "Return the plan", button: /^Send it back to /, pressers: takersOf("plan.return", "/plan", records), texts: words, makes: moves },
  { name: "Send the plan", button: /^Send the plan to the lead challenger$/, pressers: takersOf("plan.submit", "/plan", records), makes: moves },
  { name: "Agree the plan", button: /^Agree the plan$/, pressers: takersOf("plan.agree", "/plan", records), makes: moves },
  { name: "Say how the actions go", button: /^Send how they go$/, pressers: takersOf("progress.update", "/progress", records), texts: words, makes: moves },
  { name: "Open the review", button: /^Open the review now$/, pressers: takersOf("review.open", "/review", records), makes: moves },
  { name: "Give the review more time", button: /^Give more time$/, pressers: takersOf("review.extend", "/review", records), fill: { ...dateParts("newDate", 60), ...reason }, makes: moves },
  { name: "Record the review", button: /^Close the record|^Record /, pressers: takersOf("review.record", "/review", records), texts: words, makes: moves },
  { name: "Ask somebody else to lead", button: /^Ask them to lead$/, pressers: takersOf("lead.change", "/act/lead", records), makes: moves },
  { name: "Withdraw a record", button: /^Withdraw the record$/, pressers: takersOf("record.withdraw", "/act/withdraw", records), fill: reason, makes: moves },

  {
    name: "Apply a file of challengers", button: /^Enter /, makes: { challenger: 1 }, quiet: true, pressers: coordinator("/challengers/import"),
    after: { button: /^Check the file$/, fill: async (pool) => ({ text: `email,level,themes,most,trained_on,trained_until\n${await newChallenger(pool)},challenger,SEND,2,01/09/2026,` }) },
  },
  { name: "Let an authority join late", button: /^Let it join$/, pressers: coordinator(column("SELECT '/rounds/' || c.id || '/join' AS address FROM cycle c JOIN workflow w ON w.id = c.id WHERE w.state NOT IN ('draft', 'closed', 'cancelled') ORDER BY w.created_at DESC")), makes: { self_assessment: 1 } },
  { name: "Let an authority of Yorkshire join late", button: /^Let it join$/, pressers: inPost("sli-coordinator", column("SELECT '/rounds/' || c.id || '/join' AS address FROM cycle c JOIN workflow w ON w.id = c.id WHERE w.state NOT IN ('draft', 'closed', 'cancelled') ORDER BY w.created_at DESC"), "yorkshire-and-the-humber"), makes: { self_assessment: 1 } },
  roundStep("submissions.close", "Close submissions"),
  roundStep("submissions.reopen", "Reopen submissions"),
  roundStep("challenge.begin", "Begin the challenge"),
  roundStep("synthesis.begin", "Begin the synthesis"),
  roundStep("decisions.record", "Record the decisions"),
  roundStep("round.close", "Close the round"),
];
