import { linking, type RecordAct } from "~/features/step/acts";

export const NOMINATION_ACTS: readonly RecordAct<"reason">[] = [
  { slug: "approve", event: "manager.approve", title: "Approve it", button: "Approve it", asks: [], explains: "You agree that the person is away from work on the programme’s days. The director of their service is asked next.", done: "Approved" },
  { slug: "refuse-approval", event: "manager.refuse", title: "Do not approve it", button: "Do not approve it", asks: ["reason"], explains: "The nomination ends here. The person reads your reason in Candour.", warns: true, done: "Not approved" },
  { slug: "endorse", event: "sponsor.endorse", title: "Endorse it", button: "Endorse it", asks: [], explains: "It goes to the selection board with your endorsement.", done: "Endorsed" },
  { slug: "endorse-replacement", event: "sponsor.endorseReplacement", title: "Endorse it", button: "Endorse it", asks: [], explains: "The place that was given up is offered to this person at once.", done: "Endorsed" },
  { slug: "refuse-endorsement", event: "sponsor.refuse", title: "Do not endorse it", button: "Do not endorse it", asks: ["reason"], explains: "The nomination ends here. The person reads your reason in Candour.", warns: true, done: "Not endorsed" },
  { slug: "resend", event: "link.resend", title: "Send the line manager a new link", button: "Send a new link", asks: [], explains: "The link that was sent before ends, and a new one goes to the line manager.", done: "A new link is on its way" },
  { slug: "accept", event: "offer.accept", title: "Accept the place", button: "Accept the place", asks: [], explains: "The place is yours. Next you book the programme’s days, all in one form.", done: "The place is yours" },
  { slug: "decline", event: "offer.decline", title: "Decline the place", button: "Decline the place", asks: ["reason"], explains: "The place goes to the first reserve at once.", warns: true, done: "Declined" },
  { slug: "extend", event: "offer.extend", title: "Give more time to answer", button: "Give more time", asks: [], explains: "The time to answer begins anew now.", done: "More time is given" },
  { slug: "defer", event: "participation.defer", title: "Put it off to a later cohort", button: "Put it off", asks: ["reason"], explains: "The place here goes to the first reserve. The endorsement is kept, and one press puts it before the board of a later cohort.", warns: true, done: "Put off" },
  { slug: "resume", event: "participation.resume", title: "Put it before the board of a later cohort", button: "Put it before the board", asks: [], explains: "It goes to the board of the next cohort whose nominations are open, with the endorsement from before.", done: "It is before the board" },
  { slug: "withdraw", event: "nomination.withdraw", title: "Withdraw it", button: "Withdraw it", asks: ["reason"], explains: "The nomination ends. A place that was kept goes to the first reserve, and booked days are cancelled.", warns: true, done: "Withdrawn" },
];

export const nominationAct = (slug: string | undefined) => NOMINATION_ACTS.find((one) => one.slug === slug);

export const nominationLinks = linking({
  base: "/nominations",
  acts: NOMINATION_ACTS,
  pages: { "nomination.replace": { page: "replace", words: "Send somebody else in their place" } },
  order: [
    "manager.approve", "sponsor.endorse", "sponsor.endorseReplacement", "offer.accept", "participation.resume", "manager.refuse", "sponsor.refuse", "offer.decline", "link.resend", "offer.extend",
    "nomination.replace", "participation.defer", "nomination.withdraw",
  ],
  neverFirst: ["manager.refuse", "sponsor.refuse", "offer.decline", "link.resend", "offer.extend", "nomination.replace", "participation.defer", "nomination.withdraw"],
  supplied: ["hasReason"],
});
