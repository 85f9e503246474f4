import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator: one of its alternative dates is over, others are still to come. */
export const dateHeld = defineEmail({
  about: { asked: fact.count },
  what: () => "Record who came to a date",
  due: () => null,
  deadline: "settled",
  preview: () => "Say who came to it.",
  heading: (letter) => `${sentence(letter.title)}: one of its dates is over`,
  Body: () => (
    <>
      <P>{"Say who came to it: whoever was there is then asked what they thought, and does not wait for the other dates. Whoever entered the code at the door is asked already."}</P>
    </>
  ),
  button: () => ({ label: "Record who came" }),
  next: () => null,
  example: { ...programmeDay(), about: { asked: 12 } },
});
