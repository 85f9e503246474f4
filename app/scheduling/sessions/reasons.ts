import type { Dated } from "./dates";
import { listed, optionsOf, whyNot } from "./options";
import type { SessionsProblem } from "./read-sessions";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "11 February" from "2027-02-11". */
export function inWords(date: string): string {
  const [, month, day] = date.split("-").map(Number);
  return `${day} ${months[month! - 1]}`;
}

/**
 * Why a session has no place, in words: no date suits it ("no date that Kent, Medway and Surrey can all
 * make; the nearest is 11 February, where Medway said no"), or the dates that suit it are taken by others.
 */
export function explainUnplaced(problem: SessionsProblem, session: number, placed: readonly Dated[]): string {
  const asked = problem.sessions[session]!;
  if (problem.dates.length === 0) return "There are no dates.";
  const options = optionsOf(problem, asked);
  if (options.length === 0) return noDate(problem, session);
  const dates = [...new Set(options.map(({ date }) => date))];
  const crowded = dates.map((date) => {
    const others = placed.filter(({ option }) => option.date === date);
    const { id, capacity } = problem.dates[date]!;
    const names = others.map((other) => problem.sessions[other.session]!.id);
    if (others.length >= capacity) return `${inWords(id)} is full (${listed(names)})`;
    const option = options.find((candidate) => candidate.date === date)!;
    const venues = option.venues.filter((venue) => !others.some((other) => other.venue === venue));
    if (problem.venues && venues.length === 0) return `on ${inWords(id)} its venue is taken (${listed(names)})`;
    return `on ${inWords(id)} no team of challengers is left within their loads${names.length > 0 ? ` beside ${listed(names)}` : ""}`;
  });
  return `It could only have ${listed(dates.map((date) => inWords(problem.dates[date]!.id)))}: ${crowded.join("; ")}.`;
}

function noDate(problem: SessionsProblem, session: number): string {
  const asked = problem.sessions[session]!;
  const reasons = problem.dates.map(({ id }, date) => ({ id, why: whyNot(problem, asked, date)!, no: asked.members.filter((member) => problem.said(member, id) === "no").length, closed: problem.dates[date]!.closed !== undefined }));
  // The nearest date is one that is open and that the fewest members refused.
  const nearest = [...reasons].sort((a, b) => Number(a.closed) - Number(b.closed) || a.no - b.no || (a.id < b.id ? -1 : 1))[0]!;
  const refused = reasons.every(({ no, closed }) => no > 0 || closed);
  const what = refused ? `no date that ${listed(asked.members)} can all make` : "no date suits it";
  return `${what[0]!.toUpperCase()}${what.slice(1)}; the nearest is ${inWords(nearest.id)}, where ${nearest.why}.`;
}
