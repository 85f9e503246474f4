import { defineEmail } from "../define-email";
import { awardNominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To whoever nominated: it has won. */
export const won = defineEmail({
  about: {},
  what: () => "Your team has won",
  deadline: "settled",
  preview: () => "The team may be told. Every director of the region is told who has won.",
  heading: (letter) => `${sentence(letter.title)} has won`,
  Body: () => (
    <>
      <P>{"The team may be told. Every director of the region is told who has won."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...awardNominationOf({ by: null }), about: {} },
});
