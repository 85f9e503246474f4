import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the applicant as a receipt, and to the coordinator, when an application goes to the director. */
export const applied = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { challenger: "Your application is with your director", others: `New application from ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: (letter) => byRole(letter, { challenger: "Your own director is asked to endorse it.", others: "The applicant’s own director is asked to endorse it." }),
  heading: (letter) => byRole(letter, { challenger: "Your application is with your director", others: `${sentence(letter.about.person ?? "a colleague")} applies to be a challenger` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "Thank you for offering to challenge. Your own director is asked to endorse your application, since it is their time as well as yours.", others: "The applicant’s own director has been asked to endorse the application. You will be told what they say." })}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "See your application" }, others: { label: "See the application" } })),
  next: (letter) => byRole(letter, { challenger: "When your director has endorsed it you are told, and can book a training day.", others: "Once it is endorsed, the applicant needs a place on a training day." }),
  example: { ...joField(), about: { person: "Jo Field" } },
});
