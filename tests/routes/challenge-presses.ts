import type pg from "pg";

import { workingDay } from "../support/days";
import { statesThatAre } from "~/features/cycle/progress";
import { coordinator, dateParts, literally, liveRound, reason, takersOf, type Press, type Presser } from "./presses";

// What is pressed in a challenge: groups and their sessions, challengers, the record and its letter, the steps of a round.

const records = { machine: "challenge-record", at: "/challenge-records/" } as const;
const rounds = { machine: "cycle", at: "/rounds/" } as const;
const triads = { machine: "triad", at: "/triads/" } as const;
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

const newChallenger = async (pool: pg.Pool): Promise<string> => {
  const { rows } = await pool.query<{ email: string }>(
    `SELECT p.email FROM person p JOIN holding h ON h.person_id = p.id AND h."to" IS NULL JOIN post o ON o.id = h.post_id
      WHERE o.region_id = 'south-east' AND o.authority_id IS NOT NULL AND p.left_at IS NULL AND NOT EXISTS (SELECT 1 FROM challenger c WHERE c.person_id = p.id) ORDER BY p.id LIMIT 1`,
  );
  return rows[0]?.email ?? "";
};

const roundStep = (event: string, button: string, fill: Readonly<Record<string, string>> = {}): Press =>
  ({ name: button, button: literally(button), pressers: takersOf(event, `/steps/${event}`, rounds), fill: { ...reason, ...fill }, makes: { cycle: 0 } });

/** Whoever may close a round, once everything that other presses have left open in it is waived. */
const withNothingOutstanding = async (pool: pg.Pool): Promise<readonly Presser[]> => {
  const { waive } = await import("~/features/self-assessment");
  const pressers = await takersOf("round.close", "/steps/round.close", rounds)(pool);
  for (const { personId, address } of pressers) {
    const { rows } = await pool.query<{ id: string }>(
      "SELECT s.id FROM self_assessment s JOIN workflow w ON w.id = s.id WHERE s.cycle_id = $1 AND w.state = ANY ($2)", [address.split("/")[2], statesThatAre("outstanding")]);
    for (const { id } of rows) await waive({ selfAssessmentId: id, actor: { kind: "person", personId }, reason: "Written by a test of double presses." });
  }
  return pressers;
};

export const challengePresses: readonly Press[] = [
  { name: "Keep days free of sessions", button: /^Keep these days free$/, pressers: liveRound("/blocked"), fill: { ...dateParts("day", 300), ...dateParts("until", 304), why: "Half term" }, makes: { workflow_event: 0 } },
  { name: "Let sessions be on days again", button: /^Let sessions be on the chosen days$/, pressers: liveRound("/blocked"), chooses: "free", makes: { workflow_event: 0 } },

  { name: "Change the times of a session", button: /^Change the times$/, pressers: takersOf("agenda.change", "/times", triads), fill: { "to-0": "09:50" }, makes: moves },
  { name: "Ask another challenger", button: /^Ask them$/, pressers: takersOf("team.refill", "/team", triads), makes: { workflow_event: 3, assignment: 1 } },

  { name: "Settle a conflict", button: /^Settle it$/, fill: { take: "both" }, makes: { kept_text_history: 1 }, quiet: true, pressers: pagesOf("finding.file", "SELECT DISTINCT t.workflow_id AS record, '/findings/' || substr(t.key, 9) || '/conflicts' AS page FROM kept_text_history h JOIN kept_text t ON t.id = h.text_id WHERE h.outcome = 'conflict' AND t.key LIKE 'finding:%'") },
  { name: "Finish the findings", button: /^All findings are in$/, pressers: takersOf("findings.finish", "/act/finish", records), makes: moves },
  { name: "Draft the letter", button: /^Draft the letter from /, pressers: takersOf("letter.send", "/letter", records), makes: { workflow_event: 0 }, quiet: true },
  { name: "Open the findings again", button: /^Open the findings again$/, pressers: takersOf("findings.reopen", "/act/reopen", records), makes: moves },
  { name: "Send points of accuracy", button: /^Send (the |\d+ )?points?/, pressers: takersOf("points.submit", "/accuracy", records), makes: moves },
  { name: "Begin a finding", button: /strength/i, pressers: takersOf("finding.file", "/findings", records), makes: { finding: 1 } },
  { name: "Send the letter for its facts to be checked", button: /^Send /, pressers: takersOf("letter.send", "/letter/send", records), makes: { letter_version: 1 } },
  {
    name: "Keep a response for later", button: /^Save it for later$/, pressers: takersOf("response.give", "/response", records), texts: words, makes: { workflow_event: 0 },
  },
  { name: "Give the response", button: /^Give (this|the changed) response$/, pressers: takersOf("response.give", "/response", records), texts: words, makes: moves },
  {
    name: "Refuse a point", button: /^Keep this answer$/, fill: { outcome: "refused", ground: "opinion" }, texts: words, makes: { workflow_event: 0 },
    pressers: pagesOf("points.answer", "SELECT record_id AS record, '/accuracy/point/' || id AS page FROM accuracy_point WHERE removed_at IS NULL AND submitted_at IS NOT NULL ORDER BY id"),
  },
  { name: "Agree the facts", button: /^The facts are right$/, pressers: takersOf("accuracy.agree", "/accuracy", records), makes: moves },
  { name: "Make the letter final", button: /^Make /, pressers: takersOf("letter.finalise", "/letter/finalise", records), makes: { letter_version: 1 } },
  { name: "Release the letter", button: /^Save who may read the letter$/, pressers: takersOf("letter.release", "/release", records), fill: { scope: "region" }, makes: moves },
  { name: "Approve words for the region", button: /^Save which words the region may read$/, pressers: takersOf("wording.approve", "/release", records), texts: words, makes: moves },
  {
    name: "Answer an area", button: /^Keep this answer$/, fill: { answer: "none" }, texts: /^because$/, makes: { workflow_event: 0 }, quiet: true,
    pressers: pagesOf("plan.submit", "SELECT record_id AS record, '/plan/' || id AS page FROM plan_area ORDER BY id"),
  },
  { name: "Return the plan", button: /^Send it back to /, pressers: takersOf("plan.return", "/plan", records), texts: words, makes: moves },
  { name: "Send the plan", button: /^Send the plan to the lead challenger$/, pressers: takersOf("plan.submit", "/plan", records), makes: moves },
  { name: "Agree the plan", button: /^Agree the plan$/, pressers: takersOf("plan.agree", "/plan", records), makes: moves },
  { name: "Say how the actions go", button: /^Send how they go$/, pressers: takersOf("progress.update", "/progress", records), texts: words, makes: moves },
  { name: "Open the review", button: /^Open the review now$/, pressers: takersOf("review.open", "/review", records), makes: moves },
  { name: "Give the review more time", button: /^Give more time$/, pressers: takersOf("review.extend", "/review", records), fill: { ...dateParts("newDate", 300), ...reason }, makes: moves },
  { name: "Record the review", button: /^Close the record|^Record /, pressers: takersOf("review.record", "/review", records), texts: words, makes: moves },
  { name: "Ask somebody else to lead", button: /^Ask them to lead$/, pressers: takersOf("lead.change", "/act/lead", records), makes: moves },
  { name: "Withdraw a record", button: /^Withdraw the record$/, pressers: takersOf("record.withdraw", "/act/withdraw", records), fill: reason, makes: { finding: 0 } },

  {
    name: "Apply a file of challengers", button: /^Enter /, makes: { challenger: 1 }, quiet: true, pressers: coordinator("/challengers/import"),
    after: { button: /^Check the file$/, fill: async (pool) => ({ text: `email,level,themes,most,trained_on,trained_until\n${await newChallenger(pool)},challenger,SEND,2,${workingDay(-60)},` }) },
  },
  { name: "Let an authority join late", button: /^Let it join$/, pressers: takersOf("authority.join", "/join", rounds), makes: { self_assessment: 1 } },
  roundStep("submissions.close", "Close submissions"),
  roundStep("submissions.reopen", "Reopen submissions"),
  { ...roundStep("submissions.close", "Close submissions"), name: "Close submissions once more" },
  roundStep("challenge.begin", "Begin the challenge"),
  roundStep("synthesis.begin", "Begin the synthesis"),
  roundStep("decisions.record", "Record the decisions"),
  { ...roundStep("synthesis.begin", "Begin the synthesis"), name: "Begin the synthesis of another round" },
  { ...roundStep("decisions.record", "Record the decisions"), name: "Record the decisions of another round" },
  { ...roundStep("round.close", "Close the round"), pressers: withNothingOutstanding },
];
