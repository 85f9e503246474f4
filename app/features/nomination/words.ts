import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  nominated: "Being nominated",
  awaitingManager: "With the line manager",
  awaitingSponsor: "With the director",
  submitted: "With the selection board",
  reserve: "On the reserve list",
  offered: "A place is offered",
  accepted: "Accepted",
  participating: "Taking part",
  deferred: "Deferred to a later cohort",
  refused: "Not supported",
  notSelected: "Not selected",
  declined: "Declined",
  expired: "Offer lapsed",
  withdrawn: "Withdrawn",
  replaced: "Replaced",
  completed: "Completed",
  notCompleted: "Not completed",
  cohortCancelled: "Cohort cancelled",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What stands now, in a sentence. */
export const stateSentences = {
  nominated: "The nomination is being made.",
  awaitingManager: "The line manager is asked to approve it, by a link that was sent to them.",
  awaitingSponsor: "The director of the person’s service is asked to endorse it.",
  submitted: "It is with the selection board. Decisions are told to everybody on the same day.",
  reserve: "A place that becomes free is offered in the order of the reserve list.",
  offered: "A place is offered. Whoever is nominated accepts it, or says why not.",
  accepted: "The place is taken. The programme’s days can be booked.",
  participating: "The programme is under way.",
  deferred: "The place was put off to a later cohort. The endorsement is kept.",
  refused: "It was not supported, and goes no further.",
  notSelected: "There were more nominations than places. The board of the next cohort sees that.",
  declined: "The place was declined, and went to the first reserve.",
  expired: "The offer was not answered in time, and the place went to the first reserve.",
  withdrawn: "The nomination was withdrawn.",
  replaced: "Somebody else of the authority takes the place.",
  completed: "The programme is completed.",
  notCompleted: "The programme is over, and its rule was not met.",
  cohortCancelled: "The cohort does not take place.",
} as const satisfies Record<State, string>;

export const services = ["children", "adult"] as const;
export type Service = (typeof services)[number];
export const serviceLabels = { children: "Children’s services", adult: "Adult services" } as const satisfies Record<Service, string>;

export const drafts = ["offer", "reserve", "refuse"] as const;
export type Draft = (typeof drafts)[number];
export const draftLabels = { offer: "Offer a place", reserve: "Reserve list", refuse: "Not selected" } as const satisfies Record<Draft, string>;

/** What waits for a role, as a link: "Endorse Jo Field, SLP cohort 7". */
export const taskOf = awaiting({
  awaitingManager: { lineManager: "Approve the nomination of" },
  awaitingSponsor: { sponsor: "Endorse the nomination of" },
  offered: { participant: "Accept or decline the place:" },
}, "Look at the nomination of");

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "began a nomination",
  "nomination.send": "sent the nomination to the line manager",
  "nomination.sendApproved": "nominated, as the line manager",
  "link.resend": "sent the line manager a new link",
  "reminder.send": "sent a reminder",
  "manager.approve": "approved it as the line manager",
  "manager.refuse": "did not approve it, with a reason",
  "sponsor.endorse": "endorsed it",
  "sponsor.endorseReplacement": "endorsed it in place of somebody else",
  "sponsor.refuse": "did not endorse it, with a reason",
  "place.offer": "offered a place",
  "reserve.put": "put it on the reserve list",
  "reserve.release": "closed the reserve list",
  "selection.refuse": "released that it was not selected",
  "offer.accept": "accepted the place",
  "offer.decline": "declined the place, with a reason",
  "offer.expire": "let the offer lapse",
  "offer.extend": "kept the place longer",
  "participation.defer": "put it off to a later cohort, with a reason",
  "participation.resume": "put it before the board of a later cohort",
  "nomination.withdraw": "withdrew it, with a reason",
  "nomination.replace": "replaced the person, with a reason",
  "programme.begin": "began the programme",
  "programme.complete": "completed the programme",
  "programme.fall": "ended the programme without completing it",
  "cohort.cancel": "cancelled the cohort",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  inTime: "nominations are open and the closing date has not passed, or it replaces somebody",
  withinQuota: "the authority has a place left for that service",
  notOneself: "the director is not the person nominated",
  isReplacement: "it takes over somebody’s place",
  isOfItsOwn: "it does not take over somebody’s place",
  placeFree: "the cohort and the authority have a place left",
} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This is for somebody else to do: the line manager approves, and the director of the person’s own service endorses.",
  "no-such-step": "The nomination has moved on, and this step is no longer open.",
  "no-such-record": "There is no such nomination any more.",
  "not-of-your-authority": "You can nominate people of your own authority only",
  "nominated-already": "This person is nominated for this cohort already",
  "choose-authority": "Choose an authority of the region",
  "own-manager": "A person cannot be their own line manager",
  "own-sponsor": "This person is the director who would endorse it, and nobody endorses their own nomination. Somebody else must hold the post first",
  "wrong-name": "This email address belongs to somebody with another name. Check both",
  "no-director": "The authority has nobody in the post of the director who would endorse it. Ask the coordinator to fill the post first",
  "no-later-cohort": "There is no later cohort of this programme whose nominations are open yet",
  "link-ended": "This link has ended. Ask whoever nominated for a new one",
  hasReason: "Give a reason",
  inTime: "Nominations are not open: the closing date has passed",
  withinQuota: "Your authority has nominated as many people of this service as it has places. Withdraw or replace one first",
  notOneself: "You cannot endorse your own nomination. Ask the coordinator of your region who does it for you",
  placeFree: "There is no place left, in the cohort or of the authority",
  isReplacement: "It does not take over anybody’s place",
  isOfItsOwn: "It takes over somebody’s place",
});
