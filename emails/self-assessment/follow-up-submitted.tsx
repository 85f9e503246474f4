import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the coordinator and the directors who could read it, and to the director as a receipt, when the update is in. */
export const followUpSubmitted = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { dcs: "Your update is in, all done", others: "Update after the challenge" }),
  due: () => null,
  deadline: "settled",
  preview: (letter) => byRole(letter, { dcs: "Nothing more is asked of you in this round.", others: "Read what has changed since the challenge." }),
  heading: (letter) => byRole(letter, { dcs: `The update to ${letter.title} is in`, others: `${letter.authority ?? "The authority"} says what has changed since its challenge` }),
  Body: ({ letter }) =>
    byRole(letter, {
      dcs: <P>Thank you. Your self-assessment is closed for this round, and those who could read it can read the update.</P>,
      coordinator: <P>The update to {letter.title} is in, and the self-assessment is closed for this round.</P>,
      others: <P>You could read {letter.title}, so you can read its update too.</P>,
    }),
  button: () => ({ label: "Read the update" }),
  next: () => null,
  example: { ...kent({ role: "coordinator", recipient: { name: "Priya Nair" }, due: null, by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
