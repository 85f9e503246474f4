import type { Challenger, Session, SessionsProblem } from "./read-sessions";

/** A date a session could have, with its venues and the cost of its members' answers. */
export type DateOption = { readonly date: number; readonly cost: number; readonly venues: readonly number[] };

/** Why a session cannot have a date, in words without the date; undefined when it can. */
export function whyNot(problem: SessionsProblem, session: Session, date: number): string | undefined {
  const { id, closed, capacity } = problem.dates[date]!;
  if (closed) return `the date is ${closed}`;
  if (capacity === 0) return "there is no room that day";
  const no = session.members.filter((member) => problem.said(member, id) === "no");
  if (no.length > 0) return `${listed(no)} said no`;
  if (problem.venues && venuesOn(problem, session, date).length === 0) return "no member has a venue that day";
  return whyNoTeam(problem, session, id);
}

export function optionsOf(problem: SessionsProblem, session: Session): DateOption[] {
  const options: DateOption[] = [];
  problem.dates.forEach(({ id }, date) => {
    if (whyNot(problem, session, date) !== undefined) return;
    let cost = 0;
    for (const member of session.members) {
      const said = problem.said(member, id);
      if (said === undefined) cost += problem.weights.notAnswered;
      else if (said === "if need be") cost += problem.weights.ifNeedBe;
    }
    options.push({ date, cost, venues: venuesOn(problem, session, date) });
  });
  return options;
}

function venuesOn(problem: SessionsProblem, session: Session, date: number): number[] {
  const { id } = problem.dates[date]!;
  return (problem.venues ?? []).flatMap((venue, index) => (session.members.includes(venue.host) && venue.dates.has(id) ? [index] : []));
}

/** Whether a challenger may take part in a session on a date. */
export function eligible(challenger: Challenger, session: Session, date: string): boolean {
  if (challenger.maxLoad < 1 || challenger.notOn.has(date)) return false;
  if (challenger.trainedUntil !== undefined && challenger.trainedUntil < date) return false;
  return !session.members.some((member) => member === challenger.employer || challenger.conflicts.has(member) || challenger.sitsFor.has(member));
}

/** Challengers who sit in a session for one of its members, by their numbers. */
export function sittersOf(problem: SessionsProblem, session: Session): number[] {
  return problem.challengers.flatMap(({ sitsFor }, number) => (session.members.some((member) => sitsFor.has(member)) ? [number] : []));
}

function whyNoTeam(problem: SessionsProblem, session: Session, date: string): string | undefined {
  const able = problem.challengers.filter((challenger) => eligible(challenger, session, date));
  if (able.length < session.challengers) return `only ${able.length} of the ${session.challengers} challengers needed are free, trained and without a conflict`;
  if (session.lead && !able.some((challenger) => challenger.canLead)) return "no challenger who can lead is free, trained and without a conflict";
  const missing = session.themes.filter((theme) => !able.some((challenger) => challenger.themes.has(theme)));
  if (missing.length > 0) return `no free challenger covers ${listed(missing)}`;
  if (session.challengers === 0 && (session.lead || session.themes.length > 0)) return "it asks for a lead or a theme but for no challengers";
  return undefined;
}

export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}
