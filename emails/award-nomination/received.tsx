import { defineEmail, fact } from "../define-email";
import { awardNominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To whoever nominated, their director and the coordinator. */
export const received = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Nomination received",
  due: (letter) => letter.about.closesOn,
  deadline: { says: "nominations close on" },
  preview: () => "Your authority has one nomination, and this is it. It can be changed or withdrawn until the last day.",
  heading: (letter) => `${sentence(letter.title)} is in`,
  Body: () => (
    <>
      <P>{"Your authority has one nomination, and this is it. It can be changed or withdrawn until the last day."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => "After the last day the judges read it.",
  example: { ...awardNominationOf(), about: { closesOn: "2027-02-12" } },
});
