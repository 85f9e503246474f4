import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";

/** To a director who may nominate. */
export const nominationsInvited = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Nominate",
  due: (letter) => letter.about.closesOn,
  deadline: "awaited",
  preview: () => "Each nomination needs the line manager’s approval and the endorsement of the director of the person’s service before that day.",
  heading: (letter) => `Nominate people for ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`Nominations are open${letter.about.closesOn ? ` until ${sayDay(letter.about.closesOn, letter.when)}` : ""}. The page says who it is for, on which days, and how many places your authority has.`}</P>
      <P>{"Each nomination needs the line manager’s approval and the endorsement of the director of the person’s service before that day."}</P>
    </>
  ),
  button: () => ({ label: "Read about it, and nominate" }),
  next: () => "When the board has decided, everybody nominated is told on the same day.",
  example: { ...cohort({ role: "addressee", recipient: { name: "Asha Patel" }, authority: "Kent" }), about: { closesOn: "2026-12-11" } },
});
