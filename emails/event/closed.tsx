import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { count } from "../dates";
import { sentence } from "../words";

/** To the coordinator as a receipt with the figures. */
export const closed = defineEmail({
  about: { startsOn: fact.day, attended: fact.count },
  what: () => "Closed",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: (letter) => typeof letter.about.attended === "number" ? `${count(letter.about.attended, "person", "people")} came.` : "The figures are on the page.",
  heading: (letter) => `${sentence(letter.title)} is closed`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.attended === "number" ? `${count(letter.about.attended, "person", "people")} came. ` : ""}The figures by authority are on the page, counted from the bookings.`}</P>
    </>
  ),
  button: () => ({ label: "See the event" }),
  next: () => null,
  example: { ...conference(), about: { startsOn: "2027-02-09", attended: 31 } },
});
