import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";

/** To somebody who came. */
export const attended = defineEmail({
  about: { startsOn: fact.day },
  what: () => "It is noted that you came",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Thank you.",
  heading: (letter) => `You took part in ${letter.title}`,
  Body: () => (
    <>
      <P>{"It is noted that you were there, for all of it or for a part. If that is not right, tell the coordinator of your region."}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => null,
  example: { ...conferencePlace(), about: { startsOn: "2027-02-09" } },
});
