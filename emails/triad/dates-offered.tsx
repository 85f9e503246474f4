import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the directors and delegates asked, when dates are offered; to the coordinator as a receipt. */
export const datesOffered = defineEmail({
  about: { pollClosesOn: fact.day, dates: fact.count },
  what: (letter) => byRole(letter, { coordinator: "Dates offered", others: "Which days can you make?" }),
  due: ({ about }) => about.pollClosesOn,
  deadline: "awaited",
  preview: () => "Yes, if need be, or no to each day: one page, one button.",
  heading: (letter) => byRole(letter, { coordinator: `Dates are offered to ${letter.title}`, others: "Which days can you make?" }),
  Body: ({ letter }) => (
    <>
      <P>{letter.about.dates ? `${count(letter.about.dates, "day")} ${letter.about.dates === 1 ? "is" : "are"} offered` : "Days are offered"} for the session of {letter.title}.</P>
      <P>{byRole(letter, { coordinator: "Whoever has not answered is reminded three working days and one working day before the poll closes.", others: "Answer each with yes, if need be, or no. A director or a delegate answers for the authority, and may offer to host. You can change your answers until the poll closes." })}</P>
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See who has answered" }, others: { label: "Answer the dates", path: `${letter.path}/dates` } }),
  next: () => "The poll closes on its date, or as soon as everybody has answered. A day, a host and challengers are then proposed to you.",
  example: { ...triadFour({ role: "asked", recipient: { name: "Amara Okafor" } }), about: { pollClosesOn: "2026-12-07", dates: 6 } },
});
