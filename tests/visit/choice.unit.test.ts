import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ALL_RULES, brokenBy, canBeStaffed, leadsFor, lookAtTeam, rulesInTheWay, whyNot, type Candidate, type Rule, type Wanted } from "~/features/visit/team-choice";

const days = ["2027-01-26", "2027-02-09"] as const;
const wanted: Wanted = { hostId: "leeds", variant: "peer", days: 3, teamSize: 3, themes: ["SEND"], candidateDays: [...days] };

const candidate = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  id, personId: id, name: `Person ${id}`, post: "Director, York", employer: "york", employerName: "York", themes: ["SEND"], canLead: true, leads: ["peer"], load: 0, room: 2, notOn: [], conflicts: [], trainedUntil: "2028-03-31", ...over,
});

/** The same question by trying every team: what the quick answer is held against. */
function bruteForce(candidates: readonly Candidate[], visit: Wanted, rules: ReadonlySet<Rule>): boolean {
  const size = rules.has("size") ? visit.teamSize : null;
  return visit.candidateDays.some((day) => {
    const able = candidates.filter((one) => brokenBy(one, visit, day).every((rule) => rule !== "host" && !rules.has(rule)));
    for (let bits = 0; bits < 2 ** able.length; bits += 1) {
      const team = able.filter((_, index) => bits & (1 << index));
      if (size !== null && team.length !== size) continue;
      if (rules.has("lead") && !team.some((one) => leadsFor(one, visit))) continue;
      if (rules.has("themes") && !visit.themes.every((theme) => team.some((one) => one.themes.includes(theme)))) continue;
      return true;
    }
    return false;
  });
}

const anyCandidate = fc.record({
  employer: fc.constantFrom("leeds", "york", "hull"), themes: fc.subarray(["SEND", "leadership", "workforce"]), canLead: fc.boolean(), leads: fc.subarray(["peer", "partnership"] as const),
  room: fc.integer({ min: 0, max: 2 }), notOn: fc.subarray(["2027-01-26", "2027-01-27", "2027-01-28", "2027-02-09", "2027-02-11"]), conflicts: fc.subarray(["leeds", "york"]), trainedUntil: fc.constantFrom("2027-01-27", "2027-02-10", "2028-01-01", undefined),
});
const anyPool = fc.array(anyCandidate, { maxLength: 8 }).map((list) => list.map((over, index) => candidate(String(index), over)));
const anyWanted = fc.record({ teamSize: fc.integer({ min: 2, max: 4 }), themes: fc.subarray(["SEND", "leadership", "workforce"]), variant: fc.constantFrom("peer" as const, "partnership" as const), candidateDays: fc.subarray([...days]) }).map((over): Wanted => ({ ...wanted, ...over }));

test("whether a team can be found is what trying every team says, whichever rules hold", () => {
  fc.assert(
    fc.property(anyPool, anyWanted, fc.subarray([...ALL_RULES]), (pool, visit, rules) => {
      expect(canBeStaffed(pool, visit, new Set(rules))).toBe(bruteForce(pool, visit, new Set(rules)));
    }),
    { numRuns: 400 },
  );
});

test("the rules in the way cannot all be kept, and no smaller set of rules is in the way", () => {
  fc.assert(
    fc.property(anyPool, anyWanted, (pool, visit) => {
      const rules = rulesInTheWay(pool, visit);
      if (rules.length === 0) {
        expect(bruteForce(pool, visit, new Set(ALL_RULES)) || visit.candidateDays.length === 0).toBe(true);
        return;
      }
      expect(bruteForce(pool, visit, new Set(rules))).toBe(false);
      for (const one of rules) expect(bruteForce(pool, visit, new Set(rules.filter((other) => other !== one)))).toBe(true);
      expect(whyNot(pool, visit)).toMatch(/^(There (is|are) at most|No possible first day)/);
    }),
    { numRuns: 200 },
  );
});

describe("why no team can be found is said in words", () => {
  test("no lead of the right kind", () => {
    const pool = [candidate("a", { leads: [] }), candidate("b", { leads: [] }), candidate("c", { canLead: false })];
    expect(whyNot(pool, wanted)).toBe("There are at most 3 challengers from other authorities on any of the possible days (of 3 in the pool), and none of them is a director of children’s services trained to lead. Ask somebody of that kind to train as a lead, or offer more days.");
  });
  test("too few who are free", () => {
    const away = { notOn: ["2027-01-27", "2027-02-11"] };
    expect(whyNot([candidate("a"), candidate("b", away), candidate("c", away)], wanted)).toContain("There is at most 1 challenger from other authorities who are free on all the days on any of the possible days (of 3 in the pool), and the team needs 3.");
  });
  test("nobody of the host counts", () => {
    expect(whyNot([candidate("a", { employer: "leeds" }), candidate("b"), candidate("c")], wanted)).toContain("(of 2 in the pool)");
  });
  test("a theme nobody knows", () => {
    expect(whyNot([candidate("a"), candidate("b"), candidate("c")], { ...wanted, themes: ["SEND", "front door"] })).toContain("none of them knows front door");
  });
});

describe("a team put together by hand", () => {
  const pool = [candidate("a"), candidate("b"), candidate("c"), candidate("host", { employer: "leeds" }), candidate("foe", { conflicts: ["leeds"] }), candidate("old", { trainedUntil: "2027-01-27" }), candidate("away", { notOn: ["2027-01-27"] }), candidate("full", { room: 0 }), candidate("busy", { load: 3, employerName: "Hull" }), candidate("new", { themes: [] })];
  const team = (...ids: string[]) => ids.map((id, index) => ({ candidateId: id, lead: index === 0 }));
  const bars = (...ids: string[]) => lookAtTeam(team(...ids), pool, wanted, "2027-01-26").bars.map(({ bar }) => bar);

  test("is barred for the host's own people, conflicts, training that ends, the wrong size, somebody twice or unknown", () => {
    expect(bars("a", "b", "c")).toEqual([]);
    expect(bars("a", "b", "host")).toEqual(["of-the-host"]);
    expect(bars("a", "b", "foe")).toEqual(["in-conflict"]);
    expect(bars("a", "b", "old")).toEqual(["not-trained"]);
    expect(bars("a", "b")).toEqual(["wrong-size"]);
    expect(bars("a", "b", "b")).toEqual(["twice-on-team"]);
    expect(bars("a", "b", "away")).toEqual(["not-free"]);
    expect(bars("a", "b", "full")).toEqual(["no-room"]);
    expect(bars("a", "b", "nobody")).toEqual(["not-in-pool"]);
  });
  test("is barred without a lead of the variant's kind", () => {
    expect(lookAtTeam(team("a", "b", "c"), pool, { ...wanted, variant: "partnership" }, "2027-01-26").bars.map(({ bar }) => bar)).toEqual(["cannot-lead"]);
  });
  test("is warned about somebody who has done much more than others, themes nobody knows, and several from one authority", () => {
    expect(lookAtTeam(team("a", "b", "busy"), pool, wanted, "2027-01-26").warnings).toEqual(["Person busy has taken on 3 already; others have taken on 0.", "2 of the team are from York."]);
    expect(lookAtTeam(team("a", "b", "c"), pool, { ...wanted, themes: ["front door"] }, "2027-01-26").warnings[0]).toBe("Nobody on the team knows front door.");
  });
});
