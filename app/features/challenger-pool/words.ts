import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  awaitingApplication: "Application being written",
  awaitingEndorsement: "Awaiting endorsement",
  notEndorsed: "Not endorsed",
  awaitingTraining: "Awaiting training",
  trainingBooked: "Training booked",
  available: "Available",
  onAssignment: "On assignment",
  trainingExpired: "Training expired",
  left: "Left the pool",
} as const;

export type State = keyof typeof stateLabels;
export const states = Object.keys(stateLabels) as readonly State[];

export const { isState, labelOf } = labelling(stateLabels);

/** What happens now, in a sentence, for whoever reads the page. */
export const stateSentences = {
  awaitingApplication: "The application is being written.",
  awaitingEndorsement: "The application waits for the director of their own authority.",
  notEndorsed: "The director has not endorsed the application.",
  awaitingTraining: "A place at a training day comes next.",
  trainingBooked: "A place at a training day is booked.",
  available: "Trained, in the pool, and free to be invited.",
  onAssignment: "Has accepted at least one place at a session or a visit.",
  trainingExpired: "The training has run out. No invitation can come until it is renewed.",
  left: "Has left the pool.",
} as const satisfies Record<State, string>;

/** States in which somebody is of the pool: neither applying nor gone. */
export const POOL_STATES: readonly State[] = ["awaitingTraining", "trainingBooked", "available", "onAssignment", "trainingExpired"];

/** States in which invitations can come. */
export const INVITED_FROM: readonly State[] = ["available", "onAssignment"];

export const levels = ["challenger", "lead"] as const;
export type Level = (typeof levels)[number];
export const levelLabels = { challenger: "Challenger", lead: "Lead challenger" } as const satisfies Record<Level, string>;

const tasks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  awaitingEndorsement: { ownDcs: "Endorse, or refuse," },
  awaitingTraining: { challenger: "Book a training day for", coordinator: "Book a training day for" },
  trainingBooked: { coordinator: "Record the training of" },
  trainingExpired: { challenger: "Renew the training of", coordinator: "Renew the training of" },
};

/** What waits for a role, as a link: "Endorse, or refuse, Jo Field as a challenger". */
export const taskOf = awaiting(tasks);

const events: Readonly<Record<string, string>> = {
  begin: "began the record",
  "application.send": "sent the application",
  "application.withdraw": "withdrew the application",
  "application.invite": "invited to apply, after a leadership programme",
  "endorsement.give": "endorsed the application",
  "endorsement.welcome": "endorsed the application of somebody already trained",
  "endorsement.refuse": "did not endorse the application, with a reason",
  "register.enter": "entered a trained challenger in the pool",
  "register.enterUntrained": "entered somebody to be trained",
  "training.book": "booked a training day",
  "training.move": "moved the training day",
  "training.attend": "recorded the training",
  "training.miss": "recorded that the training was missed",
  "training.cancel": "cancelled the booked training day",
  "training.renew": "recorded the training",
  "training.renewMeanwhile": "recorded the training of somebody on assignment",
  "training.expire": "let the training run out",
  "assignment.take": "noted an accepted place",
  "assignment.end": "noted that no place is held any more",
  "pool.leave": "ended the membership of the pool",
  "reminder.send": "sent a reminder",
};

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying(events);

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  applicationComplete: "the application says which themes and what the person brings",
  trainingInDate: "training in date is on record",
  trainingNotInDate: "no training in date is on record",
  placeTaken: "a place at a training day is taken",
  onAssignment: "a place at a session or a visit is held",
  notOnAssignment: "no place at a session or a visit is held",
} as const;

const refusals: Readonly<Record<string, string>> = {
  "not-your-role": "This step is not yours to take.",
  "no-such-step": "The record has moved on, and this step is no longer open.",
  "no-such-record": "The record has moved on, and this step is no longer open.",
  "already-in-pool": "They are in the pool already",
  "no-such-person": "Choose somebody from the directory",
  "not-of-this-region": "They hold no post in this region, and have completed none of its programmes",
  "no-such-theme": "Choose themes from the list",
  "no-such-authority": "Choose an authority from the list",
  "no-such-event": "This training day is not there any more",
  "event-over": "This training day is over",
  "event-not-over": "It can be recorded once the day has come",
  "event-full": "This training day is full. Choose another",
  "event-cancelled": "This training day is off. Choose another",
  "booked-already": "A place is booked already",
  "not-booked": "No place is booked there",
  "in-the-future": "The day of the training must not lie in the future",
  "days-not-in-order": "The last day must not be before the first",
  hasReason: "Give a reason",
  applicationComplete: "Choose at least one theme, and say in a few words what you bring",
  trainingInDate: "The training would already have run out. Enter a later day",
  trainingNotInDate: "Training in date is on record already",
  placeTaken: "Choose a training day",
  notOnAssignment: "A place at a session or a visit is still held. Withdraw from it, or release it, first",
  onAssignment: "No place at a session or a visit is held",
};

/** A refusal as a sentence. */
export const refusalWords = refusing(refusals);
