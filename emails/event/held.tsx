import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator once the day has passed. */
export const held = defineEmail({
  about: { startsOn: fact.day },
  what: () => "It has been held",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Say who came.",
  heading: (letter) => `${sentence(letter.title)} has been held`,
  Body: () => (
    <>
      <P>{"Say on the page who came. Those who gave the code at the door are noted already."}</P>
    </>
  ),
  button: () => ({ label: "Record who came" }),
  next: () => "When everybody booked is accounted for, close the event: its figures are counted from that.",
  example: { ...conference(), about: { startsOn: "2027-02-09" } },
});
