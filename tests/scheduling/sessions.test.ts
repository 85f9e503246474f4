import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";

import { closeWorkers, scheduleSessions, verifyAnswer, type SessionsInput } from "../../app/scheduling";
import { chooseDates } from "../../app/scheduling/sessions/dates";
import { optionsOf } from "../../app/scheduling/sessions/options";
import { readSessions } from "../../app/scheduling/sessions/read-sessions";
import { answerSessions } from "../../app/scheduling/sessions/schedule";
import { chooseTeams } from "../../app/scheduling/sessions/teams";
import { highs } from "../../app/scheduling/solver/highs";
import { stopAfter } from "../../app/scheduling/solver/stop";

afterAll(closeWorkers);

const dates = ["2027-02-03", "2027-02-04", "2027-02-11"];

function answered(members: string[], says: (member: string, date: string) => "yes" | "if need be" | "no"): NonNullable<SessionsInput["availability"]> {
  return members.flatMap((member) => dates.map((date) => ({ member, date, answer: says(member, date) })));
}

const triad = { id: "t1", members: ["Kent", "Medway", "Surrey"] };

describe("sessions", { timeout: 60_000 }, () => {
  test("a session gets the date that costs its members least, with a host's venue, a lead and the themes covered", async () => {
    const input: SessionsInput = {
      sessions: [{ ...triad, challengers: 2, themes: ["send"], lead: true }],
      dates: dates.map((id) => ({ id, capacity: 1 })),
      availability: answered(triad.members, (member, date) => (date === dates[0] ? "no" : date === dates[1] && member === "Kent" ? "if need be" : "yes")),
      venues: [{ id: "county-hall", host: "Kent", dates }, { id: "guildhall", host: "Elsewhere", dates }],
      challengers: [
        { id: "own", employer: "Kent", themes: ["send"], canLead: true },
        { id: "expired", themes: ["send"], canLead: true, trainedUntil: "2027-02-05" },
        { id: "away", themes: ["send"], canLead: true, notOn: [dates[2]!] },
        { id: "against", themes: ["send"], canLead: true, conflicts: ["Surrey"] },
        { id: "leader", canLead: true },
        { id: "expert", themes: ["send"] },
        { id: "other" },
      ],
    };
    const answer = await scheduleSessions(input);
    expect(answer).toMatchObject({ status: "solved", unplaced: [], cost: 2, lowerBound: 2, proven: true });
    expect(answer.sessions).toEqual([{ id: "t1", date: dates[2], venue: "county-hall", lead: "leader", challengers: ["leader", "expert"] }]);
  });

  test("what cannot be placed is explained while the rest is placed", async () => {
    const other = { id: "t2", members: ["Slough", "Reading", "Wokingham"] };
    const input: SessionsInput = {
      sessions: [triad, other],
      dates: dates.map((id) => ({ id, capacity: 2 })),
      availability: [
        ...answered(triad.members, (member, date) => (date === dates[2] ? (member === "Medway" ? "no" : "yes") : "no")),
        ...answered(other.members, () => "yes"),
      ],
    };
    const answer = await scheduleSessions(input);
    expect(answer.status).toBe("solved");
    expect(answer.sessions.map(({ id }) => id)).toEqual(["t2"]);
    expect(answer.unplaced).toEqual([{ id: "t1", reason: "No date that Kent, Medway and Surrey can all make; the nearest is 11 February, where Medway said no." }]);
    expect(answer.proven).toBe(true);
  });

  test("when the room runs out the crowded date is named; when nothing can be placed the answer is infeasible", async () => {
    const sessions = ["t1", "t2"].map((id) => ({ id, members: [`${id}-a`, `${id}-b`, `${id}-c`] }));
    const crowded = await scheduleSessions({ sessions, dates: [{ id: dates[0]!, capacity: 1 }] });
    expect(crowded.unplaced).toHaveLength(1);
    expect(crowded.unplaced[0]!.reason).toContain("3 February is full");
    const closed = await scheduleSessions({ sessions, dates: [{ id: dates[0]! }], bankHolidays: [dates[0]!] });
    expect(closed).toMatchObject({ status: "infeasible", sessions: [] });
    expect(closed.unplaced[0]!.reason).toContain("a bank holiday");
  });

  test("dates and teams are weighed together: an if-need-be is taken when it lets one more session be staffed", async () => {
    const sessions = ["t1", "t2"].map((id) => ({ id, members: [`${id}-a`], challengers: 1 }));
    const input: SessionsInput = {
      sessions,
      dates: dates.slice(0, 2).map((id) => ({ id })),
      availability: sessions.flatMap(({ members: [member] }) => dates.slice(0, 2).map((date, at) => ({ member: member!, date, answer: at === 0 ? ("yes" as const) : ("if need be" as const) }))),
      challengers: [{ id: "only" }],
    };
    const answer = await scheduleSessions(input);
    // One challenger, one session a day: both can only be staffed on different days. 10 for the if-need-be, 4 for a load of two.
    expect(answer).toMatchObject({ status: "solved", unplaced: [], cost: 14, proven: true });
  });

  test("loads are shared fairly, and a member who has not answered is a warning", async () => {
    const answer = await scheduleSessions({
      sessions: [triad, { id: "t2", members: ["Slough"] }].map((session) => ({ ...session, challengers: 1 })),
      dates: dates.map((id) => ({ id, capacity: 1 })),
      availability: answered(triad.members, () => "yes"),
      challengers: [{ id: "p1" }, { id: "p2" }],
    });
    expect(new Set(answer.sessions.flatMap(({ challengers }) => challengers)).size).toBe(2);
    expect(answer.warnings).toHaveLength(1);
    expect(answer.cost).toBe(2 + 5);
  });

  test("whoever sits in their own session is in no other team on its day: another day is taken, or somebody else", async () => {
    const sessions = [{ id: "t1", members: ["Kent", "Medway", "Surrey"] }, { id: "t2", members: ["Slough", "Reading", "Wokingham"], challengers: 1 }];
    const says = (member: string, date: string) => (date === dates[0] ? ("yes" as const) : date === dates[1] ? ("if need be" as const) : ("no" as const));
    const input: SessionsInput = {
      sessions,
      dates: dates.map((id) => ({ id })),
      availability: answered(sessions.flatMap(({ members }) => members), says),
      challengers: [{ id: "director of Kent", employer: "Kent", sitsFor: ["Kent"] }],
    };
    const alone = await scheduleSessions(input);
    // Three members can come to the other day if need be, and one place is taken.
    expect(alone).toMatchObject({ unplaced: [], cost: 31, proven: true });
    expect(new Set(alone.sessions.map(({ date }) => date)).size).toBe(2);
    const helped = await scheduleSessions({ ...input, challengers: [...(input.challengers ?? []), { id: "colleague in Kent", employer: "Kent" }] });
    expect(helped).toMatchObject({ unplaced: [], cost: 1, proven: true });
    expect(helped.sessions.map(({ date, challengers }) => [date, challengers])).toEqual([[dates[0], []], [dates[0], ["colleague in Kent"]]]);
    const oneDay = await scheduleSessions({ ...input, dates: [{ id: dates[0]! }], availability: answered(sessions.flatMap(({ members }) => members), says).filter(({ date }) => date === dates[0]) });
    expect(oneDay.unplaced).toHaveLength(1);
    // What a hand could write: the verifier sees through it.
    const wrong = { ...helped, sessions: helped.sessions.map((session) => (session.id === "t2" ? { ...session, challengers: ["director of Kent"] } : session)) };
    expect(verifyAnswer(input, wrong).problems).toEqual([`t2 on ${dates[0]}: director of Kent sits in t1 that day, for Kent.`]);
  });

  test("when no time is left for the best teams there are teams all the same, and none breaks a rule", async () => {
    const sessions = ["t1", "t2", "t3"].map((id) => ({ id, members: [`${id}-a`, `${id}-b`, `${id}-c`], challengers: 2, themes: ["send"], lead: true }));
    const input: SessionsInput = {
      sessions,
      dates: dates.map((id) => ({ id })),
      challengers: [
        { id: "p1", themes: ["send"], canLead: true, maxLoad: 3, employer: "t3-a" },
        { id: "p2", themes: ["send"], maxLoad: 3 },
        { id: "p3", canLead: true, maxLoad: 1 },
        { id: "p4", maxLoad: 3 },
      ],
    };
    const problem = readSessions(input);
    const placed = problem.sessions.map((session, index) => ({ session: index, option: optionsOf(problem, session)[index]!, venue: undefined }));
    const { teams } = chooseTeams(await highs(), problem, placed, { stop: stopAfter(0), seed: 1 });
    expect(teams.map((team) => team?.length)).toEqual([2, 2, 2]);
    // The third session cannot have its own p1: the one other lead is kept for it.
    expect(teams[2]!.map((number) => problem.challengers[number]!.id).sort()).toEqual(["p2", "p3"]);
  });

  test("when no time is left for the best dates sessions get free ones in turn, the hardest to place first", async () => {
    const input: SessionsInput = {
      sessions: ["t1", "t2"].map((id) => ({ id, members: [id] })),
      dates: dates.map((id) => ({ id, capacity: 1 })),
      availability: dates.flatMap((date, at) => [{ member: "t1", date, answer: at < 2 ? ("yes" as const) : ("no" as const) }, { member: "t2", date, answer: at === 0 ? ("yes" as const) : ("no" as const) }]),
      venues: [{ id: "hall", host: "t1", dates }, { id: "house", host: "t2", dates }],
    };
    const { solver, problem } = { solver: await highs(), problem: readSessions(input) };
    const dated = chooseDates(solver, problem, { stop: stopAfter(0), seed: 1 });
    expect(dated.proven).toBe(false);
    expect(dated.placed.map(({ option }) => option.date)).toEqual([1, 0]);
    const answer = answerSessions(solver, problem, { stop: stopAfter(0), seed: 1, report: () => undefined });
    expect(answer).toMatchObject({ status: "solved", proven: false, unplaced: [] });
    expect(verifyAnswer(input, answer)).toEqual({ valid: true, problems: [] });
  });

  test("random questions: whatever comes back has passed the independent verifier", async () => {
    const draw = fc.record({ seed: fc.integer({ min: 1, max: 1e6 }), sessions: fc.integer({ min: 1, max: 5 }), people: fc.integer({ min: 0, max: 8 }) });
    await fc.assert(
      fc.asyncProperty(draw, async ({ seed, sessions, people }) => {
        let state = seed;
        const below = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
        const input: SessionsInput = {
          sessions: Array.from({ length: sessions }, (_, at) => ({ id: `s${at}`, members: [`a${at}`, `b${at}`], challengers: below(3), themes: below(2) ? [] : ["x"], lead: false })).map((session) => (session.challengers === 0 ? { ...session, themes: [] } : session)),
          dates: dates.map((id) => ({ id, capacity: 1 + below(2) })),
          availability: Array.from({ length: sessions }, (_, at) => dates.map((date) => ({ member: `a${at}`, date, answer: (["yes", "if need be", "no"] as const)[below(3)]! }))).flat(),
          challengers: Array.from({ length: people }, (_, at) => ({ id: `p${at}`, employer: `b${below(6)}`, sitsFor: below(2) ? [] : [`a${below(6)}`], themes: below(2) ? ["x"] : [], maxLoad: 1 + below(2), notOn: below(3) ? [] : [dates[below(3)]!] })),
        };
        const answer = await scheduleSessions(input);
        expect(verifyAnswer(input, answer)).toEqual({ valid: true, problems: [] });
        expect(answer.sessions.length + answer.unplaced.length).toBe(sessions);
        expect(answer.proven).toBe(true);
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});
