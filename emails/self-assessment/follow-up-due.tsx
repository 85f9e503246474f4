import { isPast } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the director (and the delegate by choice) before and after the update's date; to the coordinator when it is late. */
export const followUpDue = defineEmail({
  about: { stepDueOn: fact.day },
  what: (letter) => byRole(letter, { coordinator: "Update not in yet", others: isPast(letter.about.stepDueOn ?? letter.due, letter.when) ? "Your update is late" : "Your update is due soon" }),
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: (letter) => byRole(letter, { coordinator: "The director has been reminded.", others: "Half a page is enough." }),
  heading: (letter) => byRole(letter, { coordinator: `The update to ${letter.title} is not in yet`, others: `The update to ${letter.title} is awaited` }),
  Body: ({ letter }) =>
    byRole(letter, {
      coordinator: <P>The director has been reminded. You can send a reminder of your own, or close it without an update and say why.</P>,
      others: <P>Say in half a page what was done since the challenge, what changed, and what is still to do. If there is nothing to tell, say that.</P>,
    }),
  button: (letter) => byRole(letter, { coordinator: { label: "See where it stands" }, others: { label: "Write the update" } }),
  next: () => "The update closes this self-assessment for the round.",
  example: { ...kent({ due: "2027-09-06", when: "2027-08-27T07:00:00.000Z", by: null }), about: {} },
});
