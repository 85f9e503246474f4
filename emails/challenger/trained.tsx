import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the challenger when the training is recorded. */
export const trained = defineEmail({
  about: { person: fact.words, trainedUntil: fact.day },
  what: (letter) => byRole(letter, { challenger: "You are trained", others: `Trained, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.trainedUntil,
  deadline: { says: "ends" },
  preview: () => "Invitations can come from now on.",
  heading: (letter) => byRole(letter, { challenger: "Your training is recorded", others: `The training of ${letter.about.person ?? "a colleague"} is recorded` }),
  Body: () => (
    <>
      <P>You are in the pool and can be invited to sessions and visits. Keep your themes and the days on which you cannot come up to date: invitations go by them.</P>
    </>
  ),
  button: () => ({ label: "See your page" }),
  next: () => "You are reminded well before the training runs out.",
  example: { ...joField(), about: { person: "Jo Field", trainedUntil: "2028-12-10" } },
});
