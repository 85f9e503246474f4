import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName } from "../words";

/** To the director (and the delegate by choice), and to whoever had endorsed, when an endorsement is refused. */
export const endorsementRefused = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { endorser: "Returned after your endorsement", others: "Endorsement refused" }),
  deadline: "awaited",
  preview: () => "It goes back to be changed. Read the reason in Candour.",
  heading: (letter) => `${sayName(letter)} did not endorse ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>
        {byRole(letter, {
          endorser: "You endorsed it, and another who was asked did not. It goes back to the director, and your endorsement falls with that version.",
          others: "It goes back to its authors, and the signature falls with it. Any endorsement already given falls too; those who gave one have been told.",
        })}
      </P>
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: (letter) => byRole(letter, { endorser: "You are asked again when a new version is signed.", others: "Change what is needed and sign again. All endorsements are then asked for again." }),
  example: { ...kent({ by: "Martin Lowe, chief executive, Kent" }), about: {} },
});
