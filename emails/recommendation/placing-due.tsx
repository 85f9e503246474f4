import { defineEmail, fact } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** Reminder to the coordinator: it waits to be placed. */
export const placingDue = defineEmail({
  about: { step: fact.words },
  what: () => "Waiting for its next step",
  deadline: "settled",
  preview: () => "It waits for you.",
  heading: (letter) => `${sentence(letter.title)} waits for its next step`,
  Body: ({ letter }) => (
    <>
      <P>{`${sentence(letter.about.step ?? "The next step")} is awaited.`}</P>
    </>
  ),
  button: () => ({ label: "Go to the recommendation" }),
  next: () => "Whoever drafted it is told as soon as it has moved on.",
  example: { ...kinshipOffer(), about: { step: "Put it on an agenda" } },
});
