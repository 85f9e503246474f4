import type pg from "pg";

import { column, coordinator, ownRound, type Press } from "./presses";

// What is pressed on the board of groups, in the round that the tests have made and opened: a draft from nothing to
// published groups. No worker runs here, so what a worker would find is found between two presses.

const round = `(SELECT c.id FROM cycle c WHERE c.name = '${ownRound}' AND c.region_id = 'south-east')`;
const ofRound = (page: string) => coordinator(column(`SELECT '/rounds/' || c.id || '${page}' AS address FROM cycle c WHERE c.id = ${round}`));
const atDraft = (page: string, name = "Pressed again") => coordinator(column(`SELECT '/rounds/' || cycle_id || '/arrangements/' || id || '${page}' AS address FROM arrangement WHERE cycle_id = ${round} AND name = '${name}'`));

/** All who take part, in threes by the alphabet, as somebody would type them. */
const byTheAlphabet = async (pool: pg.Pool): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await pool.query<{ name: string }>(`SELECT a.name FROM self_assessment s JOIN authority a ON a.id = s.authority_id WHERE s.cycle_id = ${round} ORDER BY a.name`);
  const names = rows.map(({ name }) => name);
  const threes = Array.from({ length: Math.floor(names.length / 3) }, (_, at) => names.slice(at * 3, at * 3 + 3));
  names.slice(threes.length * 3).forEach((name, at) => threes[at]?.push(name));
  return { groups: threes.map((group) => group.join(", ")).join("\n") };
};

/** Does what the worker does with the searches that wait, and then finds the form. */
const afterSearching = (pressers: Press["pressers"]): Press["pressers"] => async (pool) => {
  const { runSearch, waitForSearch } = await import("~/features/arrangement");
  const { closeWorkers } = await import("~/scheduling");
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM arrangement_search WHERE stage = 'waiting' AND cycle_id = ${round}`);
  for (const { id } of rows) {
    const running = runSearch(id);
    await waitForSearch(id, 30_000);
    // How many rounds are left is not waited for: as when another search begins, the counting lets go.
    await pool.query("UPDATE arrangement_search SET stage = 'done' WHERE id = $1 AND stage = 'counting'", [id]);
    await running;
  }
  await closeWorkers();
  return pressers(pool);
};

/** No wishes about pairs, since a test chooses the first of every list. Groups are proven in a moment, once the solver is loaded. */
const plain = { seconds: "20", ...Object.fromEntries(["never", "wanted"].flatMap((wish) => [0, 1, 2, 3, 4].flatMap((row) => ["a", "b"].map((side) => [`${wish}-${row}-${side}`, ""])))) };
const changes = { arrangement: 0, arrangement_change: 1 } as const;
const quietly = { arrangement: 0, arrangement_change: 0 } as const;

export const boardPresses: readonly Press[] = [
  { name: "Make a draft of the groups", button: /^Save without searching$/, pressers: ofRound("/arrangements/new"), fill: { name: "Pressed twice", ...plain }, makes: { arrangement: 1 } },
  { name: "Make a draft that is removed", button: /^Save without searching$/, pressers: ofRound("/arrangements/new"), fill: { name: "Pressed out", ...plain }, makes: { arrangement: 1 } },
  { name: "Remove a draft of the groups", button: /^Remove this draft$/, pressers: atDraft("/remove", "Pressed out"), makes: { arrangement: -1 }, quiet: true },
  { name: "Change the rules of the groups", button: /^Save the rules$/, pressers: atDraft("/rules", "Pressed twice"), fill: { ...plain, name: "Pressed again" }, makes: quietly },
  { name: "Type the groups", button: /^Set these groups$/, pressers: atDraft("/type"), fillFor: byTheAlphabet, makes: changes },
  { name: "Keep a group", button: /^Keep group 1/, pressers: atDraft(""), makes: quietly },
  { name: "Keep a group no longer", button: /^Stop keeping group 1/, pressers: atDraft(""), makes: quietly },
  { name: "Move an authority to another group", button: /^Make this change$/, pressers: atDraft("/move?authority=kent"), makes: changes },
  { name: "Undo a change of the groups", button: /^Undo/, pressers: atDraft(""), makes: quietly },
  { name: "Do a change of the groups again", button: /^Do it again/, pressers: atDraft(""), makes: quietly },
  { name: "Make a change worth making", button: /^Do this/, pressers: atDraft(""), makes: changes },
  { name: "Find the best groups", button: /^Find the best groups$/, pressers: atDraft(""), makes: { arrangement_search: 1 } },
  { name: "Look for alternatives", button: /^Look for alternatives$/, pressers: afterSearching(atDraft("")), makes: { arrangement_search: 1 } },
  { name: "Take an alternative", button: /^Take it/, pressers: afterSearching(atDraft("")), makes: changes },
  { name: "Move an authority once more", button: /^Make this change$/, pressers: atDraft("/move?authority=kent"), makes: changes },
  { name: "Go back to what was found", button: /^Back to what was found$/, pressers: atDraft(""), makes: changes },
  { name: "Plan several years", button: /^Plan the years$/, pressers: ofRound("/years"), fill: { rounds: "2", seconds: "5" }, makes: { arrangement_search: 1 } },
  { name: "Stop a search", button: /^Stop the search$/, pressers: ofRound("/years"), makes: { arrangement_search: 0 } },
  { name: "Plan several years again", button: /^Plan the years$/, pressers: ofRound("/years"), fill: { rounds: "2", seconds: "5" }, makes: { arrangement_search: 1 } },
  { name: "Make a draft of a planned year", button: /^Make a draft/, pressers: afterSearching(ofRound("/years")), makes: { arrangement: 1 } },
  { name: "Publish the groups", button: /^Publish to \d+ authorities$/, pressers: atDraft("/publish"), makes: { triad: 6 } },
];
