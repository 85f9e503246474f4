import type { AwardFacts } from "~machines/award";
import type { AwardNominationFacts } from "~machines/award-nomination";

import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { awaitJudges } from "./asked.server";
import { happened, labelOf, nominationHappened, nominationLabelOf, nominationTaskOf, taskOf } from "./words";

interface Row {
  readonly title: string;
  readonly region: string;
  readonly closesOn: Date;
  readonly shortlist: number;
  readonly judges: number;
  /** Judges who have judged all they may. */
  readonly judged: number;
  readonly nominations: number;
  readonly authorities: number;
}

async function read(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT a.title, r.name AS region, a.closes_on AS "closesOn", a.shortlist,
           (SELECT count(*)::int FROM workflow_party p WHERE p.workflow_id = a.id AND p.role = 'judge' AND p."to" IS NULL) AS judges,
           (SELECT count(*) FILTER (WHERE p.role = 'judge')::int - count(*) FILTER (WHERE p.role = 'awaitedJudge')::int FROM workflow_party p WHERE p.workflow_id = a.id AND p."to" IS NULL) AS judged,
           (SELECT count(*)::int FROM award_nomination n JOIN workflow w ON w.id = n.id WHERE n.award_id = a.id AND n.active AND w.state <> 'drafted') AS nominations,
           (SELECT count(*)::int FROM authority x WHERE x.region_id = a.region_id) AS authorities
      FROM award a JOIN region r ON r.id = a.region_id WHERE a.id = ${id}::uuid`;
  if (!row) throw new Error("an award's workflow has no record beside it");
  return row;
}

async function facts(tx: Tx, id: string, { payload }: Occasion): Promise<AwardFacts> {
  const row = await read(tx, id);
  const closesOn = dayText(row.closesOn);
  const chosen = typeof payload["chosen"] === "number" ? payload["chosen"] : 0;
  return {
    hasReason: payload["hasReason"] === true,
    deadlineAhead: closesOn >= dayOf(now()),
    hasJudges: row.judges > 0,
    hasNominations: row.nominations > 0,
    hasShortlist: chosen > 0 && chosen <= row.shortlist,
    hasWinner: payload["hasWinner"] === true,
    closesOn,
  };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const { title, region, closesOn, nominations, authorities, judges, judged } = await read(tx, id);
  return { title: `“${title}”`, subject: title, round: "", region, authority: null, due: null, about: { closesOn: dayText(closesOn), nominations, authorities, judges, judged }, calendar: [] };
}

/** What the engine asks of an award. Registered at start by app/features/processes.server.ts. */
export const awardProcess: Process = { machine: "award", facts, letter, path: (id) => `/awards/${id}`, task: taskOf, label: labelOf, happened, bySystem: { "nominations.close": (id) => ({ write: (tx) => awaitJudges(tx, id) }) } };

async function nominationFacts(tx: Tx, id: string): Promise<AwardNominationFacts> {
  const { award } = await tx.awardNomination.findUniqueOrThrow({ where: { id }, select: { award: { select: { workflow: { select: { state: true } } } } } });
  return { stillOpen: award.workflow.state === "nominationsOpen" };
}

async function nominationLetter(tx: Tx, id: string): Promise<LetterFacts> {
  const { authority, award } = await tx.awardNomination.findUniqueOrThrow({ where: { id }, select: { authority: { select: { name: true } }, award: { select: { title: true, closesOn: true, region: { select: { name: true } } } } } });
  const whose = authority.name.endsWith("s") ? `${authority.name}’` : `${authority.name}’s`;
  return { title: `${whose} nomination for “${award.title}”`, subject: `${authority.name}, ${award.title}`, round: "", region: award.region.name, authority: authority.name, due: null, about: { closesOn: dayText(award.closesOn) }, calendar: [] };
}

/** What the engine asks of a nomination. */
export const awardNominationProcess: Process = {
  machine: "award-nomination", facts: nominationFacts, letter: nominationLetter, path: (id) => `/award-nominations/${id}`, task: nominationTaskOf, label: nominationLabelOf, happened: nominationHappened,
};
