import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and whoever nominated: on the reserve list. */
export const onReserve = defineEmail({
  about: { programme: fact.words, person: fact.words, position: fact.count, firstDay: fact.day },
  what: () => "On the reserve list",
  due: (letter) => letter.about.firstDay,
  deadline: { says: "begins on" },
  preview: () => "See the nomination in Candour.",
  heading: (letter) => `${letter.about.person ?? "The person"} is on the reserve list of ${letter.about.programme ?? "the programme"}`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.position === "number" ? `The number on the list is ${letter.about.position}. ` : ""}When a place becomes free, it is offered in the order of the list.`}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", position: 3, firstDay: "2027-02-09" } },
});
