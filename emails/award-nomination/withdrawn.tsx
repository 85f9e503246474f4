import { defineEmail } from "../define-email";
import { awardNominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To whoever nominated, their director and the coordinator. */
export const withdrawn = defineEmail({
  about: {},
  what: () => "Nomination withdrawn",
  deadline: "settled",
  preview: () => "It is not judged. While nominations are open, the authority can nominate another team.",
  heading: (letter) => `${sentence(letter.title)} is withdrawn`,
  Body: () => (
    <>
      <P>{"It is not judged. While nominations are open, the authority can nominate another team."}</P>
    </>
  ),
  button: () => ({ label: "See the award" }),
  next: () => "Nothing more is asked of you for it.",
  example: { ...awardNominationOf(), about: {} },
});
