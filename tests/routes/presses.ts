import type pg from "pg";

import { RECORD_ACTS } from "~/features/self-assessment/record-acts";

/** Somebody at a page. */
export interface Presser {
  readonly personId: string;
  readonly address: string;
}

/** One button of one form, and what a press of it writes. */
export interface Press {
  readonly name: string;
  readonly button: RegExp;
  /** Who may stand where the button is, best first: the first who finds it presses it. */
  readonly pressers: (pool: pg.Pool) => Promise<readonly Presser[]>;
  /** Fields that have to be filled in or changed. */
  readonly fill?: Readonly<Record<string, string>>;
  /** Fields whose values depend on who presses. */
  readonly fillFor?: (pool: pg.Pool, presser: Presser) => Promise<Readonly<Record<string, string>>>;
  /** Fields that get some words, whatever is in them. */
  readonly texts?: RegExp;
  /** A file is attached under the name `file`. */
  readonly file?: boolean;
  /** The name of ticks of which the first is chosen. */
  readonly chooses?: string;
  /** A press before this one, whose answer has the form: a file is checked before it is applied. */
  readonly after?: { readonly button: RegExp; readonly fill: (pool: pg.Pool) => Promise<Readonly<Record<string, string>>> };
  /** Rows that one press adds. */
  readonly makes: Readonly<Record<string, number>>;
  /** The second press may be answered by a sentence instead of the same next page. */
  readonly quiet?: boolean;
}

/** Everybody who may take a step of some record now, at that record's page. */
export function takersOf(event: string, page: string, { machine, at }: { readonly machine: string; readonly at: string } = { machine: "self-assessment", at: "/self-assessments/" }) {
  return async (pool: pg.Pool): Promise<Presser[]> => {
    const { rows } = await pool.query<Presser>(
      `SELECT DISTINCT coalesce(p.person_id, h.person_id) AS "personId", $4 || w.id || $2 AS address, w.revision
         FROM workflow w
         JOIN workflow_step s ON s.machine = w.machine AND s.state = w.state AND s.event = $1
         JOIN workflow_party p ON p.workflow_id = w.id AND p.role = s.role AND p."to" IS NULL
         LEFT JOIN holding h ON h.post_id = p.post_id AND h."to" IS NULL
        WHERE w.machine = $3 AND coalesce(p.person_id, h.person_id) IS NOT NULL
          AND (w.machine <> 'self-assessment' OR EXISTS (SELECT 1 FROM workflow round WHERE round.id = w.parent_id AND round.state <> 'closed'))
        ORDER BY w.revision, 2, 1`,
      [event, page, machine, at],
    );
    return rows;
  };
}

export const literally = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);

/** Whoever holds a post of that kind in a region, the South East unless said otherwise, at an address. */
export function inPost(kind: string, address: string | ((pool: pg.Pool) => Promise<readonly string[]>), region = "south-east") {
  return async (pool: pg.Pool): Promise<Presser[]> => {
    const { rows } = await pool.query<{ person_id: string }>(`SELECT h.person_id FROM holding h JOIN post p ON p.id = h.post_id WHERE h."to" IS NULL AND p.kind = $1 AND p.region_id = $2 ORDER BY h.id`, [kind, region]);
    const addresses = typeof address === "string" ? [address] : await address(pool);
    return addresses.flatMap((one) => rows.map(({ person_id }) => ({ personId: person_id, address: one })));
  };
}

export const column = (sql: string) => async (pool: pg.Pool): Promise<readonly string[]> => (await pool.query<{ address: string }>(sql)).rows.map((row) => row.address);
export const coordinator = (address: string | ((pool: pg.Pool) => Promise<readonly string[]>)) => inPost("sli-coordinator", address);
export const liveRound = (page: string) => coordinator(column(`SELECT '/rounds/' || c.id || '${page}' AS address FROM cycle c JOIN workflow w ON w.id = c.id WHERE c.region_id = 'south-east' AND w.state <> 'closed' ORDER BY (w.state = 'draft') DESC, w.created_at DESC`));
/** A round whose challenge is one event for all: rounds of triads have their groups from the board. */
const eventRound = (page: string) =>
  inPost("sli-coordinator", column(`SELECT '/rounds/' || c.id || '${page}' AS address FROM cycle c JOIN workflow w ON w.id = c.id WHERE c.region_id = 'yorkshire-and-the-humber' AND w.state <> 'closed' ORDER BY w.created_at DESC`), "yorkshire-and-the-humber");
const openTemplate = (page: string) => coordinator(column(`SELECT '/templates/' || v.id || '${page}' AS address FROM template_version v JOIN template t ON t.id = v.template_id WHERE t.region_id = 'south-east' AND v.frozen_at IS NULL ORDER BY v.updated_at DESC`));
/** In the order of the page: the last chapter that the tests made. */
const lastChapter = (page: string) => coordinator(column(`SELECT '/templates/' || v.id || '${page}' || (SELECT c->>'id' FROM jsonb_array_elements(v.content::jsonb->'chapters') WITH ORDINALITY AS one(c, at) ORDER BY at DESC LIMIT 1) AS address FROM template_version v JOIN template t ON t.id = v.template_id WHERE t.region_id = 'south-east' AND v.frozen_at IS NULL ORDER BY v.updated_at DESC`));

export const dateParts = (name: string, days: number) => {
  const day = new Date(Date.now() + days * 86_400_000);
  return { [`${name}-day`]: String(day.getUTCDate()), [`${name}-month`]: String(day.getUTCMonth() + 1), [`${name}-year`]: String(day.getUTCFullYear()) };
};

export const reason = { reason: "Written by a test of double presses." };

/** Every act of a self-assessment, on whatever page it is taken. */
export const recordPresses: readonly Press[] = [
  { name: "Ask people to write", button: /^Ask them to write$/, pressers: takersOf("chapter.assign", "/authors"), fill: {}, makes: {} },
  { name: "Save a chapter", button: /^Save$/, pressers: takersOf("draft.complete", "/chapters/leadership"), texts: /\.text$/, makes: { workflow_event: 0 } },
  { name: "Attach a file", button: /^Attach the file$/, pressers: takersOf("draft.complete", "/evidence"), file: true, makes: { evidence_file: 1 } },
  { name: "Remove a file", button: /^Remove /, pressers: takersOf("draft.complete", "/evidence"), makes: { evidence_file: 0 }, quiet: true },
  { name: "Send to the director", button: /^Send to the director to sign$/, pressers: takersOf("draft.complete", "/check"), makes: { workflow_event: 1 } },
  { name: "Sign", button: /^Sign$/, pressers: takersOf("declaration.sign", "/sign"), fill: { declaration: "yes" }, makes: { workflow_event: 1, document_version: 1 } },
  { name: "Refuse to endorse", button: /^Return it to the director$/, pressers: takersOf("endorsement.refuse", "/endorse"), fill: reason, makes: { workflow_event: 1 } },
  { name: "Endorse", button: /^I have read it and endorse it$/, pressers: takersOf("endorsement.give", "/endorse"), makes: { workflow_event: 1, endorsement: 1 } },
  { name: "Comment as a moderator", button: /^Add the comment$/, pressers: takersOf("moderation.complete", "/comments"), fill: { text: "Clear and candid.", chapter: "" }, makes: { moderation_comment: 1 } },
  { name: "Complete the moderation", button: /^Complete the moderation$/, pressers: takersOf("moderation.complete", "/comments"), makes: { workflow_event: 1 } },
  { name: "Send the update", button: /^Send the update$/, pressers: takersOf("followUp.submit", "/update"), texts: /^(?!revision|requestKey)/, makes: { workflow_event: 1 } },
  // In Yorkshire and The Humber a submitted document is shared in the same transaction, as an event of its own.
  // In the demonstration no round has observers, so none can be admitted: tests/self-assessment/sharing.test.ts does.
  ...RECORD_ACTS.filter((act) => act.slug !== "observer").map((act): Press => ({
    name: act.button, button: literally(act.button), pressers: takersOf(act.event, `/act/${act.slug}`), makes: act.slug === "submit" ? { document_version: 0 } : { workflow_event: 1 },
    fill: { ...(act.asks.includes("date") ? dateParts("newDate", 30) : {}), ...(act.asks.includes("reason") ? reason : {}) },
  })),
];

/** The name in the end of the round that the tests make. */
export const ownRound = "2131/33";

/** What a coordinator does with a round, in the order of its life. */
export const roundPresses: readonly Press[] = [
  {
    name: "Make a round", button: /^Save and check$/, pressers: coordinator("/rounds/new"), makes: { cycle: 1, workflow_event: 1 },
    fill: { name: "2131/32", ...dateParts("opensOn", 7), ...dateParts("submissionsDueOn", 14), ...dateParts("challengeStartsOn", 21), ...dateParts("summitOn", 28), ...dateParts("endsOn", 35) },
  },
  { name: "Change a draft round", button: /^Save and check$/, pressers: liveRound("/edit"), fill: { name: ownRound }, makes: { cycle: 0, workflow_event: 0 } },
  { name: "Open a round", button: /^Open the round to /, pressers: liveRound("/check"), makes: { cycle: 0 } },
  { name: "Move the dates", button: /^Move the dates$/, pressers: liveRound("/dates"), fill: { ...dateParts("submissionsDueOn", 16), ...reason }, makes: { cycle: 0 } },
  { name: "Set the groups", button: /^Save the groups$/, pressers: eventRound("/groups"), fill: { "group-leeds": "1", "group-york": "1", "group-sheffield": "1" }, makes: { cycle_group: 1, workflow_event: 0 } },
  { name: "Remind", button: /^Send a reminder to the chosen$/, pressers: liveRound("/chase"), chooses: "chosen", makes: { workflow_event: 1 } },
];

/** The end of the round that the tests have made. */
export const cancelRound: Press = { name: "Cancel a round", button: /^Cancel the round$/, pressers: liveRound("/steps/round.cancel"), fill: reason, makes: { cycle: 0 } };

/** What is done at a validation event, in the order of its reports. */
const atValidation = (event: string, page: string) => taking(event, "validation", "/validations/", page);
const atRecommendation = (event: string, page: string) => taking(event, "recommendation", "/recommendations/", page);

/** Everybody who may take a step of a record of that machine now, at an address of it. */
export const taking = (event: string, machine: string, base: string, page: string) => async (pool: pg.Pool): Promise<Presser[]> => {
  const { rows } = await pool.query<Presser>(
    `SELECT DISTINCT coalesce(p.person_id, h.person_id) AS "personId", $4 || w.id || $2 AS address
       FROM workflow w JOIN workflow_step s ON s.machine = w.machine AND s.state = w.state AND s.event = $1
       JOIN workflow_party p ON p.workflow_id = w.id AND p.role = s.role AND p."to" IS NULL
       LEFT JOIN holding h ON h.post_id = p.post_id AND h."to" IS NULL
      WHERE w.machine = $3 AND coalesce(p.person_id, h.person_id) IS NOT NULL ORDER BY address LIMIT 20`,
    [event, page, machine, base],
  );
  return rows;
};

const openPapers = column(`SELECT '/recommendations/' || r.id || '/papers' AS address FROM recommendation r JOIN workflow w ON w.id = r.id WHERE r.region_id = 'south-east' AND w.state IN ('drafted', 'proposed', 'onAgenda', 'deferred') ORDER BY r.id`);

/** What is done with what a summit recommends. */
export const summitPresses: readonly Press[] = [
  { name: "Plan a directors’ meeting", button: /^Plan the meeting$/, pressers: coordinator("/directors-meetings"), fill: { ...dateParts("heldOn", 40), place: "County Hall" }, makes: { directors_meeting: 1, workflow_event: 1 } },
  { name: "Draft a recommendation", button: /^Draft it$/, pressers: coordinator(column("SELECT '/summits/' || id AS address FROM event WHERE kind = 'summit' AND region_id = 'south-east'")), fill: { title: "Pressed twice", text: "Press once." }, makes: { recommendation: 1, workflow_event: 1 } },
  { name: "Add a line to an agenda", button: /^Add the line$/, pressers: coordinator(column("SELECT '/summits/' || id || '/agenda' AS address FROM event WHERE kind = 'summit' AND region_id = 'south-east'")), fill: { startsAt: "12:00", title: "Lunch" }, makes: { agenda_item: 1 } },
  { name: "Add a paper", button: /^Add the file$/, pressers: coordinator(openPapers), file: true, makes: { paper_file: 1 } },
  { name: "Take a paper off", button: /^Take off /, pressers: coordinator(openPapers), makes: { paper_file: 0 } },
  { name: "Propose a recommendation", button: /^Propose it$/, pressers: atRecommendation("recommendation.propose", "/act/propose"), makes: { workflow_event: 1 } },
  { name: "Say what came of a recommendation", button: /^Say that it is done$/, pressers: atRecommendation("action.complete", "/act/complete"), fill: { evidence: "The offer is published." }, makes: { workflow_event: 1 } },
  { name: "Make a commitment", button: /^Make the commitment$/, pressers: coordinator("/commitments/new"), fill: { text: "Press once", ...dateParts("doneBy", 40) }, makes: { commitment: 1, workflow_event: 2 } },
  { name: "Begin the draft of a plan", button: /^Begin the draft$/, pressers: coordinator("/plans/new"), fill: { name: "Pressed twice", ...dateParts("consultBy", 30), ...dateParts("startsOn", 60), ...dateParts("endsOn", 400) }, makes: { plan: 1, workflow_event: 1 } },
];

export const validationPresses: readonly Press[] = [
  { name: "Ask a question about a report", button: /^Ask the question$/, pressers: atValidation("question.ask", ""), fill: { question: "Which audits show it?" }, makes: { validation_question: 1, workflow_event: 1 } },
  { name: "Record a query", button: /^Record the query$/, pressers: atValidation("outcome.query", "/act/query"), fill: { text: "Which figures?" }, makes: { workflow_event: 1 } },
  { name: "Reply to a query", button: /^Give the reply$/, pressers: atValidation("reply.give", "/act/reply"), fill: { text: "Those of the last quarter." }, makes: { workflow_event: 1 } },
  { name: "Settle a reply", button: /^Say that it is settled$/, pressers: atValidation("reply.accept", "/act/accept"), makes: { workflow_event: 1 } },
];

/** What is done with people, posts, templates, settings and emails. */
export const registerPresses: readonly Press[] = [
  { name: "Add a person", button: /^Add this person$/, pressers: coordinator("/people/new"), fill: { name: "Twice Pressed", email: "twice.pressed@example.org" }, makes: { person: 1 }, quiet: true },
  { name: "Add a post", button: /^Add this post$/, pressers: coordinator("/posts/new"), fill: { place: "authority:kent", kind: "section-author", title: "Twice pressed" }, makes: { post: 1 }, quiet: true },
  { name: "Give a post", button: /^Give the post/, pressers: coordinator(column(`SELECT '/posts/' || id AS address FROM post WHERE title = 'Twice pressed'`)), makes: { holding: 1, outbox_email: 1 }, quiet: true },
  { name: "End a holding", button: /^End the holding of /, pressers: coordinator(column(`SELECT '/posts/' || p.id || '/end/' || h.id AS address FROM post p JOIN holding h ON h.post_id = p.id WHERE p.title = 'Twice pressed'`)), makes: { holding: 0, outbox_email: 1 }, quiet: true },
  { name: "Change a person", button: /^Save the changes$/, pressers: coordinator(column(`SELECT '/people/' || id || '/edit' AS address FROM person WHERE name = 'Twice Pressed' OR email LIKE '%@kent.example' ORDER BY email`)), fill: { name: "Pressed Again" }, makes: { person: 0, directory_change: 1 } },
  { name: "Somebody has left", button: / has left$/, pressers: coordinator(column(`SELECT '/people/' || id || '/leave' AS address FROM person WHERE name = 'Pressed Again'`)), makes: { person: 0 }, quiet: true },
  { name: "Somebody is back", button: /^Bring /, pressers: coordinator(column(`SELECT '/people/' || id || '/leave' AS address FROM person WHERE name = 'Pressed Again'`)), makes: { person: 0 }, quiet: true },
  { name: "Change the region's settings", button: /^Save the settings$/, pressers: coordinator("/regions/south-east/settings"), fill: { contactEmail: "help@south-east.example" }, makes: { region: 0 } },
  { name: "Choose a digest", button: /^Save your choices$/, pressers: coordinator("/account"), fill: { digest: "daily" }, makes: { person: 0 } },
  { name: "Send an email again", button: /^Send again/, pressers: coordinator("/emails?page=40"), makes: { outbox_email: 1 }, quiet: true },
  { name: "Make a template", button: /^Make the template$/, pressers: coordinator("/templates/new"), fill: { name: "Pressed twice", from: "" }, makes: { template: 1, template_version: 1 }, quiet: true },
  { name: "Make a new version", button: /^Make a new version/, pressers: coordinator("/templates"), makes: { template_version: 1 } },
  { name: "Add a chapter", button: /^Save the chapter$/, pressers: openTemplate("/part"), fill: { title: "A chapter pressed twice" }, makes: { template_version: 0 } },
  { name: "Add a second chapter", button: /^Save the chapter$/, pressers: openTemplate("/part"), fill: { title: "Another chapter" }, makes: { template_version: 0 } },
  { name: "Change a chapter", button: /^Save the chapter$/, pressers: lastChapter("/part?id="), fill: { title: "A chapter pressed again" }, makes: { template_version: 0 } },
  { name: "Add a section", button: /^Save the section$/, pressers: lastChapter("/part?in="), fill: { title: "A section pressed twice" }, makes: { template_version: 0 } },
  { name: "Move a part", button: /^Move up/, pressers: openTemplate(""), makes: { template_version: 0 }, quiet: true },
  { name: "Remove a part", button: /^Remove it$/, pressers: lastChapter("/remove?id="), makes: { template_version: 0 }, quiet: true },
];
