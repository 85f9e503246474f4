import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";

/** To the coordinator while it is not known who came. */
export const attendanceWanted = defineEmail({
  about: { startsOn: fact.day },
  what: () => "Record who came",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Figures are counted from it.",
  heading: (letter) => `Who came to ${letter.title}?`,
  Body: () => (
    <>
      <P>{"For some who had a place it is not known whether they came. Those who gave the code at the door are noted already."}</P>
    </>
  ),
  button: () => ({ label: "Record who came" }),
  next: () => "When everybody booked is accounted for, close the event.",
  example: { ...conference(), about: { startsOn: "2027-02-09" } },
});
