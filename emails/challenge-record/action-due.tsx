import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the host before and after an action's date; to the lead challenger when nothing is heard. */
export const actionDue = defineEmail({
  about: { stepDueOn: fact.day },
  what: (letter) => byRole(letter, { leadChallenger: "No word on an action that was due", others: "Say how an action goes" }),
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: () => "An action of the plan has its date.",
  heading: (letter) => `An action on ${letter.title} has its date`,
  Body: ({ letter }) => <P>{byRole(letter, { leadChallenger: "The host has been reminded and nothing has been said. A telephone call may do more than another email.", others: "Say in a line how it goes: done, under way, or stopped with the reason. It takes a minute." })}</P>,
  button: () => ({ label: "See the plan" }),
  next: () => "The lead challenger is told what you say.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs", by: null }), about: { stepDueOn: "2027-06-30" } },
});
