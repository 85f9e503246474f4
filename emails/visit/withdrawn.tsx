import { defineEmail } from "../define-email";
import { leeds, visitDays } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayName, sentence } from "../words";

/** To everybody on the visit when it will not take place; takes the dates out of calendars. */
export const withdrawn = defineEmail({
  about: {},
  what: () => "Withdrawn",
  deadline: "settled",
  preview: () => "The visit will not take place. Read the reason in Candour.",
  heading: (letter) => `${sentence(letter.title)} is withdrawn`,
  Body: ({ letter }) => (
    <>
      <P>{sayName(letter)} withdrew it, and it will not take place. {calendarNote(letter)}</P>
      <P>{byRole(letter, { leadChallenger: "Nothing more is asked of you. Thank you for being ready to come. ", challenger: "Nothing more is asked of you. Thank you for being ready to come. ", others: "" })}Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: (letter) => byRole(letter, { hostDcs: "You can ask for another visit at any time.", others: null }),
  example: { ...leeds({ calendar: [visitDays({ method: "CANCEL", sequence: 2 })], by: "Ruth Ellison, director of children's services, Leeds" }), about: {} },
});
