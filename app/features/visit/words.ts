import { awaiting, doneOn, labelling, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  awaitingRequest: "Request being prepared",
  awaitingScope: "Requested",
  awaitingEndorsement: "Scoped, awaiting endorsement",
  awaitingTeam: "Endorsed, awaiting a team",
  awaitingAcceptances: "Team proposed",
  awaitingArrangements: "Team confirmed",
  awaitingPositionStatement: "Preparing",
  awaitingVisit: "Prepared",
  onSite: "On site",
  awaitingLetter: "Presented",
  postponed: "Postponed",
  declined: "Declined",
  withdrawn: "Withdrawn",
  closed: "Closed",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What happens now, in one sentence, for whoever reads the visit's page. */
export const stateSentences = {
  awaitingRequest: "The request is being prepared. Only the director can send it.",
  awaitingScope: "The coordinator reads the request and agrees what the visit looks at, and when it can be.",
  awaitingEndorsement: "It is scoped. It waits for the chief executive’s endorsement.",
  awaitingTeam: "It is endorsed. The coordinator proposes a team.",
  awaitingAcceptances: "Challengers have been asked. Each one accepts or declines, and the host may object to one of them, once.",
  awaitingArrangements: "The team is confirmed. The host says where it takes place and whom to ask.",
  awaitingPositionStatement: "The host prepares: its position statement is awaited.",
  awaitingVisit: "Everything is prepared. The visit begins on its first day.",
  onSite: "The team is on site.",
  awaitingLetter: "The team has presented what it saw. Findings and letter follow in the challenge record.",
  postponed: "It is postponed. New dates are awaited.",
  declined: "The request was declined.",
  withdrawn: "It will not take place.",
  closed: "Everything asked of the visit has been done.",
} as const satisfies Record<State, string>;

const awaited: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  awaitingRequest: { hostDcs: "Ask for" },
  awaitingScope: { coordinator: "Scope" },
  awaitingEndorsement: { chiefExecutive: "Read and endorse" },
  awaitingTeam: { coordinator: "Propose a team for" },
  awaitingAcceptances: { coordinator: "Complete the team of" },
  awaitingArrangements: { hostDcs: "Make the arrangements for", delegate: "Make the arrangements for", hostOrganiser: "Make the arrangements for" },
  awaitingPositionStatement: { hostDcs: "Share the position statement for", delegate: "Prepare the position statement for" },
  onSite: { leadChallenger: "Present the findings of" },
  postponed: { coordinator: "Set new dates for" },
};

/** What waits for a role, as a link: "Scope Leeds’ peer challenge visit". */
export const taskOf = awaiting(awaited);

/** Where it is done, below the visit's own page. */
export const taskPage = doneOn({
  awaitingRequest: { hostDcs: "request" },
  awaitingScope: { coordinator: "scope" },
  awaitingEndorsement: { chiefExecutive: "endorse" },
  awaitingTeam: { coordinator: "team/propose" },
  awaitingAcceptances: { coordinator: "team" },
  awaitingArrangements: { hostDcs: "arrangements", delegate: "arrangements", hostOrganiser: "arrangements" },
  awaitingPositionStatement: { hostDcs: "statement", delegate: "statement" },
  postponed: { coordinator: "dates" },
});

/** What is awaited in a state, as a letter names the step. */
export const awaitedStep: Readonly<Record<string, string>> = {
  awaitingRequest: "Send the request",
  awaitingScope: "Scope the visit",
  awaitingEndorsement: "Endorse the visit",
  awaitingTeam: "Propose a team",
  awaitingAcceptances: "Complete the team",
  awaitingArrangements: "Send the arrangements",
  awaitingPositionStatement: "Share the position statement",
  onSite: "Give the presentation",
  postponed: "Set new dates",
};

const events: Readonly<Record<string, string>> = {
  begin: "began the request",
  "request.prepare": "told the director that the request is ready",
  "request.send": "asked for the visit",
  "request.return": "sent the request back, with a reason",
  "request.decline": "declined the request, with a reason",
  "draft.discard": "threw the draft away",
  "scope.agree": "agreed the scope",
  "scope.reopen": "took the scope back to change it",
  "endorsement.give": "endorsed it",
  "endorsement.refuse": "did not endorse it, with a reason",
  "team.propose": "proposed a team",
  "team.refill": "asked somebody else for a free place",
  "team.welcome": "welcomed the team",
  "member.object": "objected to a member of the team, with a reason",
  "team.confirm": "confirmed the team",
  "team.reopen": "opened the team again for a free place",
  "arrangements.send": "sent the arrangements",
  "arrangements.change": "changed the arrangements",
  "position.share": "shared the position statement",
  "timetable.share": "sent out the timetable",
  "visit.begin": "began the visit",
  "presentation.give": "gave the presentation",
  "records.agree": "noted that the letter is final",
  "visit.close": "closed it, with a reason",
  "dates.move": "moved the dates, with a reason",
  "dates.set": "set new dates",
  "planning.resume": "took it up again",
  "visit.postpone": "postponed it, with a reason",
  "visit.withdraw": "withdrew it, with a reason",
  "reminder.send": "sent a reminder",
};

/** An event as the timeline says it, in the past. */
export const happened = saying(events);

/** Each condition as it ends the words "only when". */
export const conditions: Readonly<Record<string, string>> = {
  hasReason: "a reason is given",
  wasRequested: "it has been sent at least once",
  neverRequested: "it has never been sent",
  requestComplete: "theme, wishes and dates are given",
  scopeComplete: "lines of enquiry, themes and dates are set",
  teamFits: "the team is whole and led by the right kind of person",
  teamComplete: "everybody has accepted and no conflict waits for a decision",
  placeOpen: "a place is free",
  mayObject: "the host has not objected or welcomed the team yet",
  hostHadItsSay: "the host has said what it thinks of the team, or its days for that are over",
  hasTeam: "somebody of the team remains",
  hasNoTeam: "nobody is on the team",
  venueKnown: "the place and whom to ask are given",
  statementReady: "the position statement is written, or a file of it is there",
  timetableReady: "the timetable has something in it",
  lastDayReached: "the last day has come",
};
