import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the director (and the delegate by choice) and the coordinator when the chief executive cannot endorse. */
export const endorsementRefused = defineEmail({
  about: {},
  what: () => "Not endorsed",
  deadline: "awaited",
  preview: () => "The chief executive says why. Read the reason in Candour.",
  heading: (letter) => `${sentence(letter.title)} was not endorsed`,
  Body: ({ letter }) => (
    <>
      <P>
        {byRole(letter, {
          coordinator: "The chief executive did not endorse it, and says why. It is with its director again.",
          others: "Your chief executive did not endorse it, and says why. Nothing is lost: change the request and send it again, or withdraw it.",
        })}
      </P>
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: (letter) => byRole(letter, { coordinator: "You are told if it is sent again.", others: "When you send it again, it is scoped and endorsed afresh." }),
  example: { ...leeds({ by: "Martin Lowe, chief executive, Leeds" }), about: {} },
});
