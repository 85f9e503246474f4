import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";

/** To somebody who completed a leadership programme: would they be a challenger? */
export const invited = defineEmail({
  about: { person: fact.words },
  what: () => "Would you be a challenger?",
  deadline: "settled",
  preview: () => "You completed a leadership programme. The region would like to have you among its challengers.",
  heading: () => "Would you be a challenger?",
  Body: () => (
    <>
      <P>{"You completed a leadership programme, and the region would like to have you in its pool of challengers: people who read what another authority says of itself, meet its people, and help it to see itself clearly."}</P>
      <P>{"It takes a day of training and then a few days a year. Your own director is asked before anything else."}</P>
    </>
  ),
  button: () => ({ label: "Apply", path: "/challengers/apply" }),
  next: () => "If it is not for you, you need not do anything.",
  example: { ...joField(), about: { person: "Jo Field" } },
});
