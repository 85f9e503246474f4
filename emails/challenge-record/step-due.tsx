import { isPast } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To those whose step is awaited, before and after its date, and when it is late to those who can help. */
export const stepDue = defineEmail({
  about: { stepName: fact.words, stepDueOn: fact.day },
  what: (letter) => {
    const name = letter.about.stepName ?? "The next step";
    return isPast(letter.about.stepDueOn ?? letter.due, letter.when) ? `Late: ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
  },
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: (letter) => byRole(letter, { coordinator: "You are told because it is late.", chiefExecutive: "You are told because it is late.", others: "It waits for you." }),
  heading: (letter) => `${letter.about.stepName ?? "The next step"}: ${letter.title}`,
  Body: ({ letter }) => byRole(letter, {
    coordinator: <P>Those who are to do it have been reminded. A telephone call may do more than another email.</P>,
    chiefExecutive: <P>Your director of children’s services has been reminded. You are told so that you can ask what would help.</P>,
    others: <P>It waits for you, and others wait for what follows. If something stands in the way, tell the coordinator.</P>,
  }),
  button: (letter) => byRole(letter, { coordinator: { label: "See where it stands" }, chiefExecutive: { label: "See where it stands" }, others: { label: "Open the record" } }),
  next: (letter) => byRole(letter, { coordinator: "Nothing happens by itself: silence is never taken as agreement.", chiefExecutive: null, others: "If it stays undone after its date, the coordinator is told." }),
  example: { ...kentRecord({ by: null, when: "2027-02-19T08:00:00.000Z" }), about: { stepName: "Send the letter for its facts to be checked", stepDueOn: "2027-02-23" } },
});
