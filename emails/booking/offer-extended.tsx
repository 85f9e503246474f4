import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";

/** To somebody whose offer would have run out while Candour was not there. */
export const offerExtended = defineEmail({
  about: { offerUntilOn: fact.day, offerUntilAt: fact.words },
  what: () => "The offer of a place is kept longer",
  due: (letter) => letter.about.offerUntilOn,
  deadline: "awaited",
  preview: () => "Candour was not there for a while. Nobody loses a place by that.",
  heading: (letter) => `The place at ${letter.title} is kept longer`,
  Body: ({ letter }) => (
    <>
      <P>{`Candour could not be reached for a part of the time you had. The place is kept${letter.about.offerUntilAt ? ` until ${letter.about.offerUntilAt} on the day below` : " longer"}.`}</P>
    </>
  ),
  button: () => ({ label: "Answer the offer" }),
  next: () => "A place that is not taken by then goes to the next on the list.",
  example: { ...conferencePlace(), about: { offerUntilOn: "2026-11-25", offerUntilAt: "11:05" } },
});
