import { timeLeft } from "../dates";
import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the challenger, later also the coordinator, before training runs out and on the day. */
export const trainingExpiring = defineEmail({
  about: { person: fact.words, trainedUntil: fact.day },
  what: (letter) => letter.about.trainedUntil ? byRole(letter, { coordinator: `Training of ${letter.about.person ?? "a challenger"} runs out, ${timeLeft(letter.about.trainedUntil, letter.when)}`, others: `Your training runs out, ${timeLeft(letter.about.trainedUntil, letter.when)}` }) : "Training runs out",
  due: (letter) => letter.about.trainedUntil,
  deadline: { says: "ends" },
  preview: () => "A training day renews it.",
  heading: (letter) => byRole(letter, { challenger: "Your training runs out", others: `The training of ${letter.about.person ?? "a colleague"} runs out` }),
  Body: () => (
    <>
      <P>After that day no invitation can come, and a place at a session that is later cannot be kept. A training day renews it.</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "Book a training day" }, others: { label: "See the challenger" } })),
  next: () => "Once renewed, everything goes on as before.",
  example: { ...joField(), about: { person: "Jo Field", trainedUntil: "2026-12-31" } },
});
