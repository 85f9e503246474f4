import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator before the first day. */
export const beginsSoon = defineEmail({
  about: { firstDay: fact.day, accepted: fact.count },
  what: () => "Begins soon",
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: () => "See the cohort in Candour.",
  heading: (letter) => `${sentence(letter.title)} begins soon`,
  Body: ({ letter }) => (
    <>
      <P>{`${letter.about.accepted ?? 0} people have accepted a place.`}</P>
    </>
  ),
  button: () => ({ label: "See the cohort" }),
  next: () => null,
  example: { ...cohort(), about: { firstDay: "2027-02-09", accepted: 34 } },
});
