import type pg from "pg";

import { reason, takersOf, type Press, type Presser } from "./presses";

// What is written together about a challenge: findings, the paragraphs of the letter, points of fact and the response.

const records = { machine: "challenge-record", at: "/challenge-records/" } as const;

/** Those who may take a step of a record, at each page of it that the query names, the earliest page first. */
export const pagesOf = (event: string, sql: string) => async (pool: pg.Pool): Promise<readonly Presser[]> => {
  const takers = await takersOf(event, "", records)(pool);
  const { rows } = await pool.query<{ record: string; page: string }>(sql);
  return takers.flatMap(({ personId, address }) => rows.filter(({ record }) => address.endsWith(record)).map(({ page }) => ({ personId, address: `${address}${page}` })));
};

const idIn = (address: string, after: string) => new RegExp(`/${after}/([0-9a-f-]{36})`).exec(address)?.[1] ?? "";

const findings = (page: string, where: string) => pagesOf("finding.file", `SELECT record_id AS record, '/findings/' || id || '${page}' AS page FROM finding WHERE ${where} ORDER BY id`);
const letters = takersOf("letter.send", "/letter", records);

/** The date of the check that has the longest to go is let pass. */
const lapsed = async (pool: pg.Pool): Promise<readonly Presser[]> => {
  await pool.query("UPDATE deadline SET due_at = now() - interval '1 day' WHERE id = (SELECT id FROM deadline WHERE state = 'awaitingAccuracyCheck' AND closed_at IS NULL ORDER BY due_at DESC LIMIT 1)");
  return takersOf("accuracy.proceed", "/accuracy/proceed", records)(pool);
};

/** Words written on a page from before the newest words. */
const stale = (name: string, revision: string, words: string) => ({ [revision]: "0", [name]: words });

/** A paragraph of a letter whose words have been saved, as two windows would write it. */
const staleParagraph = async (pool: pg.Pool, { address }: Presser): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT p->>'id' AS id FROM letter l, jsonb_array_elements(l.paragraphs::jsonb) p JOIN kept_text t ON t.key = 'letter:' || (p->>'id') AND t.revision > 0 WHERE l.record_id = $1 AND t.workflow_id = $1 ORDER BY 1 LIMIT 1`, [idIn(address, "challenge-records")]);
  const id = rows[0]?.id ?? "";
  return stale(`text.${id}`, `textRevision.${id}`, "Written meanwhile in another window.");
};

/** Some words of the paragraph, which a point about it quotes. */
const quoted = async (pool: pg.Pool, { address }: Presser): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ text: string }>(
    `SELECT p->>'text' AS text FROM letter_version v, jsonb_array_elements(v.content::jsonb->'paragraphs') p WHERE v.record_id = $1 AND v.kind = 'sentForCheck' AND p->>'id' = $2 ORDER BY v.version DESC LIMIT 1`,
    [idIn(address, "challenge-records"), idIn(address, "paragraph")]);
  return { quote: (rows[0]?.text ?? "").split(/[.\n]/)[0] ?? "" };
};

const point = { wrong: "The team has 12 social workers, not 9.", right: "The team has 12 social workers.", evidence: "The staff list of 1 November.", isFact: "yes" };
const paragraphsSent = `SELECT DISTINCT v.record_id AS record, '/accuracy/paragraph/' || (p->>'id') AS page FROM letter_version v, jsonb_array_elements(v.content::jsonb->'paragraphs') p WHERE v.kind = 'sentForCheck'`;
const pointsKept = "SELECT record_id AS record, '/accuracy/paragraph/' || paragraph_id || '?point=' || id AS page FROM accuracy_point WHERE removed_at IS NULL AND submitted_at IS NULL AND evidence LIKE 'The staff list of%' ORDER BY raised_at DESC";
const pointsSent = "SELECT record_id AS record, '/accuracy/point/' || id AS page FROM accuracy_point WHERE removed_at IS NULL AND submitted_at IS NOT NULL ORDER BY id";

export const findingPresses: readonly Press[] = [
  { name: "File a finding", button: /^File this finding$/, pressers: findings("", `filed_at IS NULL AND removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM kept_text t JOIN kept_text_history h ON h.text_id = t.id AND h.outcome = 'conflict' WHERE t.key = 'finding:' || finding.id)`), fill: { text: "Leaders are seen by their staff every week.", evidence: "interview", noNames: "yes" }, makes: { workflow_event: 1 } },
  { name: "Change a finding", button: /^Save the finding$/, pressers: findings("", "filed_at IS NOT NULL AND removed_at IS NULL"), fill: { text: "Leaders are seen by their staff every day." }, makes: { workflow_event: 0, kept_text_history: 1 } },
  { name: "Write the same finding elsewhere", button: /^Save the finding$/, pressers: findings("", "filed_at IS NOT NULL AND removed_at IS NULL"), fill: stale("text", "textRevision", "Written meanwhile in another window."), makes: { workflow_event: 0, kept_text_history: 1 } },
  { name: "Take a finding out", button: /^Take it out$/, pressers: findings("/remove", "filed_at IS NOT NULL AND removed_at IS NULL"), makes: { workflow_event: 1 } },
  { name: "Put a finding back", button: /^Put it back$/, pressers: findings("/remove", "filed_at IS NOT NULL AND removed_at IS NOT NULL"), makes: { workflow_event: 1 } },
  { name: "Take a draft of a finding out", button: /^Take it out$/, pressers: findings("/remove", "filed_at IS NULL AND removed_at IS NULL"), makes: { workflow_event: 0 } },
  { name: "Put a draft of a finding back", button: /^Put it back$/, pressers: findings("/remove", "filed_at IS NULL AND removed_at IS NOT NULL"), makes: { workflow_event: 0 } },
];

export const paragraphPresses: readonly Press[] = [
  { name: "Save the letter", button: /^Save$/, pressers: letters, texts: /^text\./, makes: { workflow_event: 0 } },
  { name: "Add a paragraph", button: /^Add a paragraph/, pressers: letters, makes: { letter: 0 } },
  { name: "Add a paragraph below", button: /^Add one below/, pressers: letters, makes: { letter: 0 } },
  { name: "Move a paragraph up", button: /^Move up/, pressers: letters, makes: { letter: 0 } },
  { name: "Move a paragraph down", button: /^Move down/, pressers: letters, makes: { letter: 0 } },
  { name: "Take a finding off a paragraph", button: /^Take its link off/, pressers: letters, makes: { letter: 0 } },
  { name: "Rest a paragraph on a finding", button: /^Rest it on this finding/, pressers: letters, makes: { letter: 0 } },
  { name: "Take a paragraph out", button: /^Take out/, pressers: letters, makes: { letter: 0 } },
  { name: "Put a paragraph back", button: /^Put back/, pressers: letters, makes: { letter: 0 } },
  { name: "Write the same paragraph elsewhere", button: /^Save$/, pressers: letters, fillFor: staleParagraph, makes: { workflow_event: 0, kept_text_history: 1 } },
  { name: "Settle two versions of a paragraph", button: /^Settle it$/, pressers: takersOf("letter.send", "/letter/conflicts", records), fill: { take: "both" }, makes: { workflow_event: 0, kept_text_history: 1 } },
];

export const factPresses: readonly Press[] = [
  { name: "Raise a point of fact", button: /^Keep this point$/, pressers: pagesOf("accuracy.agree", paragraphsSent), fill: point, fillFor: quoted, makes: { accuracy_point: 1 } },
  { name: "Raise a point of fact with a file", button: /^Keep this point$/, pressers: pagesOf("accuracy.agree", paragraphsSent), fill: point, fillFor: quoted, file: true, makes: { accuracy_point: 1 } },
  { name: "Change a point of fact", button: /^Keep this point$/, pressers: pagesOf("accuracy.agree", pointsKept), fill: { ...point, evidence: "The staff list of 2 November." }, makes: { accuracy_point: 0 } },
  { name: "Take a point of fact back", button: /^Take it back$/, pressers: pagesOf("accuracy.agree", pointsKept), makes: { accuracy_point: 0 } },
  { name: "Take the other point of fact back", button: /^Take it back$/, pressers: pagesOf("accuracy.agree", pointsKept), makes: { accuracy_point: 0 } },
  { name: "Accept a point of fact", button: /^Keep this answer$/, pressers: pagesOf("points.answer", pointsSent), fill: { outcome: "accepted", text: "The team has 12 social workers." }, texts: /^answer$/, makes: { workflow_event: 0 } },
  { name: "Go on without an answer", button: /^Go on without an answer$/, pressers: lapsed, fill: reason, makes: { workflow_event: 1 } },
  { name: "Begin a response", button: /^Save it for later$/, pressers: takersOf("response.give", "/response", records), fill: { text: "We thank the team." }, makes: { workflow_event: 0, kept_text_history: 1 } },
  { name: "Write the same response elsewhere", button: /^Save it for later$/, pressers: takersOf("response.give", "/response", records), fill: stale("text", "textRevision", "Written meanwhile in another window."), makes: { workflow_event: 0, kept_text_history: 1 } },
  { name: "Settle two versions of a response", button: /^Settle it$/, pressers: takersOf("response.give", "/response/conflict", records), fill: { take: "both" }, makes: { workflow_event: 0, kept_text_history: 1 } },
];

export const letterPresses: readonly Press[] = [...findingPresses, ...paragraphPresses, ...factPresses];
