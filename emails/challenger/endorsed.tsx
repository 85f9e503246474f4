import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the applicant and the coordinator when the director has said yes. */
export const endorsed = defineEmail({
  about: { person: fact.words, trainedUntil: fact.day },
  what: (letter) => byRole(letter, { challenger: "You are endorsed", others: `Endorsed, ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: (letter) => byRole(letter, { challenger: "Your director has endorsed your application.", others: "The director has endorsed the application." }),
  heading: (letter) => byRole(letter, { challenger: "Your director has endorsed you", others: `${sentence(letter.about.person ?? "a colleague")} is endorsed` }),
  Body: ({ letter }) => (
    <>
      <P>{letter.about.trainedUntil ? "The training is still in date, so nothing else is needed before the first invitation." : "What comes next is a training day."}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: letter.about.trainedUntil ? "See your place in the pool" : "Book a training day" }, others: { label: letter.about.trainedUntil ? "See the challenger" : "Book a training day" } })),
  next: (letter) => letter.about.trainedUntil ? "Invitations can come from now on." : "After the training, invitations can come.",
  example: { ...joField(), about: { person: "Jo Field" } },
});
