import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To somebody who had a place and did not come, and to whoever booked for them. */
export const missed = defineEmail({
  about: { person: fact.words, startsOn: fact.day },
  what: (letter) => byRole(letter, { booker: `Not there, ${letter.about.person ?? "your colleague"}`, others: "You were missed" }),
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "If that is not right, say so.",
  heading: (letter) => byRole(letter, { booker: `${sentence(letter.about.person ?? "your colleague")} was not at ${letter.title}`, others: `You were missed at ${letter.title}` }),
  Body: () => (
    <>
      <P>{"It is noted that the place was not used. If that is not right, tell the coordinator of your region, who can change it."}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => "Cancelling early next time lets somebody else come.",
  example: { ...conferencePlace(), about: { person: "Jo Field", startsOn: "2027-02-09" } },
});
