import { stringify } from "csv-stringify/sync";
import { labelOf, serviceLabels, type Service, type State } from "~/features/nomination/words";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";

/** One nomination of the sponsor's own authority and service. */
export interface OwnPerson {
  readonly id: string;
  readonly person: string;
  readonly jobTitle: string;
  readonly authority: string;
  readonly service: Service;
  readonly cohort: string;
  readonly state: State;
  /** Days attended of those held; null before the programme. */
  readonly attended: number | null;
  readonly held: number;
  /** Its endorsement waits for this person. */
  readonly waits: boolean;
  /** By when nominations of the cohort close. */
  readonly closesOn: string;
}

export interface OwnPeople {
  readonly people: readonly OwnPerson[];
  /** Answers to the days they were at. */
  readonly asked: number;
  readonly answered: number;
  readonly tookPart: number;
  readonly completed: number;
}

/** Authorities by service that are somebody's own: a director's those of their service, a delegate's those of both. */
function ownOf(actor: SignedIn): { children: string[]; adult: string[] } {
  const of = (...kinds: readonly string[]) => [...new Set(actor.holdings.flatMap(({ kind, authorityId }) => (authorityId && kinds.includes(kind) ? [authorityId] : [])))];
  return { children: of("dcs", "dcs-delegate"), adult: of("dass", "dcs-delegate") };
}

/** The people of a director's own authority and service on programmes: where each is, what waits for the director, and what came of it. */
export async function ownPeople(actor: SignedIn): Promise<OwnPeople> {
  const { children, adult } = ownOf(actor);
  const people = await db.$queryRaw<OwnPerson[]>`
    SELECT n.id, person.name AS person, n.job_title AS "jobTitle", a.name AS authority, n.service, p.short || ' cohort ' || c.number AS cohort, w.state, c.closes_on::text AS "closesOn",
           CASE WHEN w.state IN ('participating', 'completed', 'notCompleted') THEN
             (SELECT count(DISTINCT b.owner_id)::int FROM booking b JOIN programme_day d ON d.id = b.owner_id AND d.cohort_id = c.id JOIN workflow bw ON bw.id = b.id AND bw.state IN ('attended', 'partlyAttended') WHERE b.person_id = n.person_id)
           END AS attended,
           (SELECT count(*)::int FROM programme_day d JOIN workflow dw ON dw.id = d.id AND dw.state IN ('evaluationOpen', 'evaluated') WHERE d.cohort_id = c.id) AS held,
           w.state = 'awaitingSponsor' AND EXISTS (SELECT 1 FROM workflow_party party JOIN holding h ON h.post_id = party.post_id AND h.person_id = ${actor.personId}::uuid AND h."to" IS NULL
             WHERE party.workflow_id = n.id AND party.role = 'sponsor' AND party.waiting AND party."to" IS NULL) AS waits
      FROM nomination n JOIN workflow w ON w.id = n.id JOIN person ON person.id = n.person_id JOIN authority a ON a.id = n.authority_id JOIN cohort c ON c.id = n.cohort_id JOIN programme p ON p.id = c.programme_id
     WHERE (n.service = 'children' AND n.authority_id = ANY (${children})) OR (n.service = 'adult' AND n.authority_id = ANY (${adult}))
     ORDER BY waits DESC, c.created_at DESC, person.name, n.id`;
  const [response] = await db.$queryRaw<{ asked: number; answered: number }[]>`
    SELECT count(*)::int AS asked, count(*) FILTER (WHERE ew.state = 'given')::int AS answered
      FROM evaluation e JOIN workflow ew ON ew.id = e.id AND ew.state <> 'void' JOIN programme_day d ON d.id = e.owner_id JOIN nomination n ON n.cohort_id = d.cohort_id AND n.person_id = e.person_id
     WHERE n.id = ANY (${people.map(({ id }) => id)}::uuid[])`;
  return {
    people, asked: response?.asked ?? 0, answered: response?.answered ?? 0,
    tookPart: people.filter(({ attended }) => attended !== null).length, completed: people.filter(({ state }) => state === "completed").length,
  };
}

/** The same as a spreadsheet's text. Cells that a spreadsheet would run as a formula are disarmed. */
export function ownPeopleCsv({ people }: Pick<OwnPeople, "people">): string {
  return stringify(
    [
      ["Name", "Job", "Authority", "Service", "Cohort", "Where it is", "Days attended", "Days held"],
      ...people.map((one) => [one.person, one.jobTitle, one.authority, serviceLabels[one.service], one.cohort, labelOf(one.state), one.attended ?? "", one.attended === null ? "" : one.held]),
    ],
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
}
