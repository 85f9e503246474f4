import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";
import { ofAll } from "../words";

/** To the coordinator before the closing date. */
export const closesSoon = defineEmail({
  about: { closesOn: fact.day, nominated: fact.count, submitted: fact.count },
  what: () => "Nominations close soon",
  due: (letter) => letter.about.closesOn,
  deadline: { says: "on" },
  preview: () => "See the cohort in Candour.",
  heading: (letter) => `Nominations for ${letter.title} close soon`,
  Body: ({ letter }) => (
    <>
      <P>{`${ofAll(letter.about.nominated, null, "nomination")} so far, of which ${letter.about.submitted ?? 0} are endorsed. What is not endorsed by the closing date cannot be selected.`}</P>
    </>
  ),
  button: () => ({ label: "See who is missing" }),
  next: () => "You can send the invitation again, or give more time.",
  example: { ...cohort(), about: { closesOn: "2026-12-11", nominated: 52, submitted: 40 } },
});
