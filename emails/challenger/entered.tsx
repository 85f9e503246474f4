import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To somebody the coordinator has entered in the pool, and to their director. */
export const entered = defineEmail({
  about: { person: fact.words, trainedUntil: fact.day },
  what: (letter) => byRole(letter, { challenger: "You are in the pool of challengers", others: `In the pool of challengers, ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: (letter) => byRole(letter, { challenger: "The coordinator has entered you.", others: "The coordinator has entered a colleague of yours." }),
  heading: (letter) => byRole(letter, { challenger: "You are in the pool of challengers", others: `${sentence(letter.about.person ?? "a colleague")} is in the pool of challengers` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "Look at your themes and say on which days you cannot come: invitations go by them.", others: "They may be asked to challenge another authority. You are told each time that they are." })}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "See your page" }, others: { label: "See the challenger" } })),
  next: (letter) => byRole(letter, { challenger: "If this is not right, tell the coordinator, or leave the pool on your page.", others: "If this is not right, tell the coordinator." }),
  example: { ...joField(), about: { person: "Jo Field" } },
});
