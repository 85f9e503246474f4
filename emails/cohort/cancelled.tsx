import { defineEmail } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator as a receipt. */
export const cancelled = defineEmail({
  about: {},
  what: () => "Cancelled",
  due: () => null,
  deadline: "settled",
  preview: () => "Everybody nominated has been told, and the days are out of their calendars.",
  heading: (letter) => `${sentence(letter.title)} is cancelled`,
  Body: () => (
    <>
      <P>{"Everybody nominated has been told, and the days are out of their calendars. The reason is in Candour."}</P>
    </>
  ),
  button: () => ({ label: "See the cohort" }),
  next: () => null,
  example: { ...cohort(), about: {} },
});
