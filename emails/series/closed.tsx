import { defineEmail } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator as a receipt. */
export const closed = defineEmail({
  about: {},
  what: () => "Closed",
  due: () => null,
  deadline: { says: "on" },
  preview: () => "The report stays.",
  heading: (letter) => `${sentence(letter.title)} is closed`,
  Body: () => (
    <>
      <P>{"Its sessions and its evidence report can still be read."}</P>
    </>
  ),
  button: () => ({ label: "See the series" }),
  next: () => null,
  example: { ...actionLearning(), about: {} },
});
