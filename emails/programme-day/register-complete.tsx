import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";

/** To the coordinator: it is known of everybody whether they came. */
export const registerComplete = defineEmail({
  about: { asked: fact.count },
  what: () => "Register complete",
  due: () => null,
  deadline: "settled",
  preview: () => "It is known of everybody who booked whether they came.",
  heading: (letter) => `The register of ${letter.title} is complete`,
  Body: ({ letter }) => (
    <>
      <P>{`It is known of everybody who booked whether they came. ${letter.about.asked === null || letter.about.asked === undefined ? "Those who did are asked what they thought." : `${letter.about.asked} are asked what they thought.`}`}</P>
    </>
  ),
  button: () => ({ label: "See who has answered" }),
  next: () => null,
  example: { ...programmeDay(), about: { asked: 30 } },
});
