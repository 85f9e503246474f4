/** What authorities of a triad ask to be challenged on, and what is noted on the day. Invented; about practice, never about anybody. */
export const lines = [
  "Do our thresholds mean the same to schools, the police and health as they do to us?",
  "Is supervision reflective where managers are new, and how would we know?",
  "Why do children come back within a year, and is it the same reason in each locality?",
  "Do plans say what will be different for a child, and by when?",
  "Are we honest with ourselves about placements at a distance?",
  "Would care leavers say that the local offer is theirs?",
  "Which of our figures do managers trust, and which do they keep for themselves?",
  "What stops an audit’s action from being closed?",
] as const;

export const notes = [
  "Opened with what has changed since last year. Turnover is down; the panel asked what it would take to keep it down.\n\nOn plans: two were read out. Both named services, neither named the change. Agreed that this is the heart of it.\n\nTo follow up: the locality with the high repeat contacts.",
  "The director began with what is not yet good. Thresholds: partners describe them in the same words.\n\nThe question that stayed: who notices when an action from an audit is not done?\n\nOffer: come and see the one-page plan.",
] as const;

export const declined = "A hearing that I cannot move falls on that day.";

export const whyPostponed = ["The host was told of an inspection for the same week.", "Two of the directors are called to a serious incident review on that day."] as const;

export const whyWaived = "A peer review by another region covers the same ground. Its report is shared with the group instead.";
export const whyWithdrawn = "An inspection report of the same month says the same with more evidence. The group agreed that one letter is enough.";
