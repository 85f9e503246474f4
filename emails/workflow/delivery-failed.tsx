import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { nameOfEmail, sentence } from "../words";

/** To the coordinator, when an email could not be delivered after every try. */
export const deliveryFailed = defineEmail({
  about: { to: fact.words, email: fact.words, attempts: fact.count },
  what: ({ about }) => (about.to ? `Email to ${about.to} not delivered` : "An email was not delivered"),
  deadline: "settled",
  preview: () => "Check the address, then send it again.",
  heading: ({ about }) => `An email to ${about.to ?? "somebody"} could not be delivered`,
  Body: ({ letter }) => (
    <>
      <P>
        {letter.about.attempts ? `${sentence(count(letter.about.attempts, "try", "tries"))} failed` : "Every try failed"}, and it is not tried again by itself.
        {letter.about.email ? ` It was: "${nameOfEmail(letter.about.email)}".` : ""}
      </P>
      <P>Check the person's address first. If it is urgent, tell them by other means.</P>
    </>
  ),
  button: () => ({ label: "See it and send it again" }),
  next: () => "Sent again, it goes to the address the person has then.",
  example: {
    ...kent({ role: "coordinator", recipient: { name: "Priya Nair" }, by: null, path: "/emails?show=failed" }),
    about: { to: "Martin Lowe", email: "self-assessment/endorsement-wanted", attempts: 8 },
  },
});
