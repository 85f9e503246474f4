import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator as a receipt. */
export const cancelled = defineEmail({
  about: { startsOn: fact.day },
  what: () => "Cancelled",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Everybody booked or waiting has been told.",
  heading: (letter) => `${sentence(letter.title)} is cancelled`,
  Body: () => (
    <>
      <P>{"Everybody booked or waiting has been told, and it is taken out of their calendars. Read in Candour why."}</P>
    </>
  ),
  button: () => ({ label: "See the event" }),
  next: () => null,
  example: { ...conference(), about: { startsOn: "2027-02-09" } },
});
