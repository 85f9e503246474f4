import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName, sentence } from "../words";

/** To the applicant and the coordinator when the director has said no. */
export const endorsementRefused = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { challenger: "Your application is not endorsed", others: `Not endorsed, ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: () => "Read the reason in Candour.",
  heading: (letter) => byRole(letter, { challenger: "Your director has not endorsed your application", others: `${sentence(letter.about.person ?? "a colleague")} is not endorsed` }),
  Body: ({ letter }) => (
    <>
      <P>{`${sayName(letter)} has decided and gave a reason. Read the reason in Candour.`}</P>
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: (letter) => byRole(letter, { challenger: "You can apply again at any time, and may want to talk with your director first.", others: "They can apply again at any time." }),
  example: { ...joField(), about: { person: "Jo Field" } },
});
