import type { Letter } from "./define-email";

type Frame = Omit<Letter, "about">;

/** A letter about an authority's self-assessment, for examples. */
export function kent(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Amara Okafor" },
    role: "dcs",
    title: "Kent's self-assessment",
    subject: "Kent self-assessment 2026/27",
    authority: "Kent",
    round: "2026/27",
    region: "South East",
    path: "/self-assessments/0199f2c4-example",
    due: "2026-11-30",
    by: "Tom Wills, delegate of the director, Kent",
    when: "2026-11-23T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** A letter about a region's round, for examples. */
export function southEast(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Priya Nair" },
    role: "coordinator",
    title: "South East round 2026/27",
    subject: "South East round 2026/27",
    authority: null,
    round: "2026/27",
    region: "South East",
    path: "/rounds/0199f2c4-example",
    due: "2026-11-30",
    by: "Priya Nair, SLI coordinator, South East",
    when: "2026-11-23T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** A letter about the record of one challenged authority, for examples. */
export function kentRecord(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Grace Mensah" },
    role: "leadChallenger",
    title: "Kent's challenge record",
    subject: "Kent challenge record, 9 February 2027",
    authority: "Kent",
    round: "2026/27",
    region: "South East",
    path: "/challenge-records/0199f2c4-example",
    due: "2027-02-23",
    by: "Grace Mensah",
    when: "2027-02-10T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** The due day of the round as a calendar entry, for examples. */
export function dueDay(over: Partial<Letter["calendar"][number]> = {}): Letter["calendar"][number] {
  return {
    uid: "0199f2c4-7a11@candour",
    sequence: 0,
    method: "REQUEST",
    title: "Self-assessments due, South East 2026/27",
    startsOn: "2026-11-30",
    endsOn: "2026-11-30",
    allDay: true,
    path: "/rounds/0199f2c4-example",
    ...over,
  };
}

/** A letter about a peer challenge visit, for examples. */
export function leeds(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Ruth Ellison" },
    role: "hostDcs",
    title: "Leeds’ peer challenge visit",
    subject: "Leeds peer challenge visit, SEND",
    authority: "Leeds",
    round: "2026/27",
    region: "Yorkshire and The Humber",
    path: "/visits/0199f2c4-example",
    due: null,
    by: "Hassan Iqbal, SLI coordinator, Yorkshire and The Humber",
    when: "2026-11-23T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** The three days of a visit as a calendar entry, for examples. */
export function visitDays(over: Partial<Letter["calendar"][number]> = {}): Letter["calendar"][number] {
  return {
    uid: "0199f2c4-7b22@candour",
    sequence: 0,
    method: "REQUEST",
    title: "Peer challenge visit, Leeds",
    startsOn: "2027-01-26",
    endsOn: "2027-01-28",
    allDay: true,
    location: "Merrion House, Leeds",
    path: "/visits/0199f2c4-example",
    ...over,
  };
}

/** A letter about a group of authorities and its session, for examples. */
export function triadFour(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Priya Nair" },
    role: "coordinator",
    title: "Triad 4 (Kent, Medway and Surrey)",
    subject: "Triad 4 (Kent, Medway and Surrey)",
    authority: null,
    round: "2026/27",
    region: "South East",
    path: "/triads/0199f2c4-example",
    due: null,
    by: "Priya Nair, SLI coordinator, South East",
    when: "2026-11-23T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** The day of a triad's session as a calendar entry, for examples. */
export function sessionDay(over: Partial<Letter["calendar"][number]> = {}): Letter["calendar"][number] {
  return {
    uid: "0199f2c4-7c33@candour",
    sequence: 0,
    method: "REQUEST",
    title: "Triad 4 session, Kent, Medway and Surrey",
    startsOn: "2027-02-09T09:30:00.000Z",
    endsOn: "2027-02-09T16:00:00.000Z",
    allDay: false,
    location: "Sessions House, Maidstone",
    path: "/triads/0199f2c4-example",
    ...over,
  };
}

/** A letter about somebody in the pool of challengers, for examples. */
export function joField(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Jo Field" },
    role: "challenger",
    title: "Jo Field’s place in the pool",
    subject: "challengers of the South East",
    authority: "Medway",
    round: "",
    region: "South East",
    path: "/challengers/0199f2c4-example",
    due: null,
    by: "Priya Nair, SLI coordinator, South East",
    when: "2026-11-23T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** A letter about a challenger's place at a session, for examples. */
export function triadPlace(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Jo Field" },
    role: "challenger",
    title: "the session of Kent, Surrey and Slough",
    subject: "session of Kent, Surrey and Slough",
    authority: null,
    round: "2026/27",
    region: "South East",
    path: "/assignments/0199f2c4-example",
    due: null,
    by: "Priya Nair, SLI coordinator, South East",
    when: "2026-11-23T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** A letter to the coordinator about an event of the region, for examples. */
export function conference(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Priya Nair" },
    role: "coordinator",
    title: "the South East improvement conference",
    subject: "South East improvement conference",
    authority: null,
    round: "",
    region: "South East",
    path: "/events/0199f2c4-example",
    due: null,
    by: "Priya Nair, SLI coordinator, South East",
    when: "2026-11-23T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** A letter to the coordinator about a series of sessions, for examples. */
export function actionLearning(over: Partial<Frame> = {}): Frame {
  return conference({ title: "the action learning sessions", subject: "Action learning, London", region: "London", by: "Priya Nair, SLI coordinator, London", path: "/series/0199f2c4-example", ...over });
}

/** A letter about somebody's place at an event, for examples. */
export function conferencePlace(over: Partial<Frame> = {}): Frame {
  return conference({ recipient: { name: "Jo Field" }, role: "attendee", authority: "Medway", path: "/bookings/0199f2c4-example", by: null, ...over });
}

/** A letter about the scrutiny of one authority's report at a validation event, for examples. */
export function barnsleyReport(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Hassan Iqbal" },
    role: "hostDcs",
    title: "Barnsley’s report",
    subject: "Barnsley report, challenge event",
    authority: "Barnsley",
    round: "2026/27",
    region: "Yorkshire and The Humber",
    path: "/validations/0199f2c4-example",
    due: null,
    by: "Hassan Iqbal, SLI coordinator, Yorkshire and The Humber",
    when: "2026-12-14T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** A letter about a cohort of a leadership programme, for examples. */
export function cohort(over: Partial<Frame> = {}): Frame {
  return conference({ title: "the Senior Leaders Programme, cohort 7", subject: "SLP cohort 7", region: "Yorkshire and The Humber", path: "/cohorts/0199f2c4-example", ...over });
}

/** A letter about one person's nomination, for examples. */
export function nominationOf(over: Partial<Frame> = {}): Frame {
  return cohort({ title: "Jo Field’s nomination for SLP cohort 7", subject: "Jo Field, SLP cohort 7", path: "/nominations/0199f2c4-example", ...over });
}

/** A letter about one day of a cohort, for examples. */
export function programmeDay(over: Partial<Frame> = {}): Frame {
  return cohort({ title: "day 2 of SLP cohort 7, Leading across services", subject: "SLP cohort 7, day 2", path: "/days/0199f2c4-example", ...over });
}

/** A letter to somebody who was there, for examples. */
export function evaluationOf(over: Partial<Frame> = {}): Frame {
  return programmeDay({ path: "/evaluations/0199f2c4-example", by: null, ...over });
}

/** An invitation to teach, for examples. */
export function tutoringOf(over: Partial<Frame> = {}): Frame {
  return programmeDay({ recipient: { name: "Jo Field" }, role: "person", title: "Jo Field as a tutor", subject: "Jo Field as a tutor", authority: null, path: "/tutoring/0199f2c4-example", ...over });
}

/** A letter about a recommendation of a summit, for examples. */
export function kinshipOffer(over: Partial<Frame> = {}): Frame {
  return {
    recipient: { name: "Priya Nair" },
    role: "coordinator",
    title: "the recommendation “One kinship offer”",
    subject: "recommendation “One kinship offer”",
    authority: null,
    round: "",
    region: "South East",
    path: "/recommendations/0199f2c4-example",
    due: null,
    by: "Priya Nair, SLI coordinator, South East",
    when: "2027-03-22T14:05:00.000Z",
    calendar: [],
    ...over,
  };
}

/** A letter about a meeting of a region's directors, for examples. */
export function directorsInApril(over: Partial<Frame> = {}): Frame {
  return kinshipOffer({ title: "the directors’ meeting of 7 April", subject: "Directors’ meeting, South East", path: "/directors-meetings/0199f2c4-example", ...over });
}

/** A letter about what somebody committed themselves to, for examples. */
export function aCommitment(over: Partial<Frame> = {}): Frame {
  return kinshipOffer({ recipient: { name: "Ada Whitlock" }, role: "owner", title: "a commitment of the summit", subject: "commitment of 22 March, South East", path: "/commitments/0199f2c4-example", by: "Jo Field", ...over });
}

/** A letter about a region’s plan, for examples. */
export function theRegionsPlan(over: Partial<Frame> = {}): Frame {
  return kinshipOffer({ title: "the plan for 2027 and 2028", subject: "Regional plan, West Midlands", path: "/plans/0199f2c4-example", ...over });
}

/** A letter about a workstream of it, for examples. */
export function aWorkstream(over: Partial<Frame> = {}): Frame {
  return kinshipOffer({ recipient: { name: "Jo Field" }, role: "workstreamLead", title: "the workstream “Placements together”", subject: "Workstream “Placements together”", path: "/workstreams/0199f2c4-example", ...over });
}

/** A letter about a network of the region, for examples. */
export function neglectNetwork(over: Partial<Frame> = {}): Frame {
  return conference({ title: "the neglect community of practice", subject: "Neglect community of practice", path: "/networks/0199f2c4-example", ...over });
}

/** A letter about somebody's membership of a network, for examples. */
export function membershipOf(over: Partial<Frame> = {}): Frame {
  return neglectNetwork({ recipient: { name: "Jo Field" }, role: "person", path: "/memberships/0199f2c4-example", by: null, ...over });
}

/** A letter about an award of the region, for examples. */
export function teamAward(over: Partial<Frame> = {}): Frame {
  return conference({ title: "the Team Excellence Award", subject: "Team Excellence Award", path: "/awards/0199f2c4-example", ...over });
}

/** A letter about one authority's nomination for an award, for examples. */
export function awardNominationOf(over: Partial<Frame> = {}): Frame {
  return teamAward({ title: "Medway’s nomination for the Team Excellence Award", subject: "Medway, Team Excellence Award", authority: "Medway", path: "/award-nominations/0199f2c4-example", recipient: { name: "Jo Field" }, role: "nominator", ...over });
}
