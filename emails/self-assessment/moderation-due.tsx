import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the moderator before and after the date; to the coordinator when it is late. */
export const moderationDue = defineEmail({
  about: { stepDueOn: fact.day },
  what: (letter) => byRole(letter, { coordinator: "Moderation late", others: "Finish moderating" }),
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: (letter) => byRole(letter, { coordinator: "The moderator has been reminded.", others: "Your comments are awaited." }),
  heading: (letter) => byRole(letter, { coordinator: `The moderation of ${letter.title} is late`, others: `Your comments on ${letter.title} are awaited` }),
  Body: ({ letter }) =>
    byRole(letter, {
      coordinator: <P>The moderator has been reminded. The challenge waits for the comments where the round asks for them, so another moderator may be needed.</P>,
      others: <P>The authority needs your comments in time to answer them before its challenge. If you cannot finish, tell the coordinator so that somebody else can.</P>,
    }),
  button: (letter) => byRole(letter, { coordinator: { label: "See who moderates it" }, others: { label: "Read and comment" } }),
  next: (letter) => byRole(letter, { coordinator: "You are told when the comments are in.", others: "When you finish, its director and the coordinator are told." }),
  example: { ...kent({ role: "moderator", recipient: { name: "Helen Frost" }, due: "2027-01-22", when: "2027-01-15T08:00:00.000Z", by: null }), about: {} },
});
