import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the challenger’s own director when they have taken a place. */
export const onAssignment = defineEmail({
  about: { person: fact.words, activity: fact.words, on: fact.day },
  what: (letter) => `${letter.about.person ?? "a colleague"} goes as a challenger`,
  due: (letter) => letter.about.on,
  deadline: { says: "on" },
  preview: () => "They have accepted an invitation.",
  heading: (letter) => `${sentence(letter.about.person ?? "a colleague")} is to challenge in another authority`,
  Body: ({ letter }) => (
    <>
      <P>{`They have accepted a place${letter.about.activity ? `: ${letter.about.activity}` : ""}. They are away from their own work on that day, and for a little preparation before.`}</P>
    </>
  ),
  button: () => ({ label: "See the challenger" }),
  next: () => "You are told of each place they take. What they read there stays there.",
  example: { ...joField(), about: { person: "Jo Field", activity: "Triad 3, session", on: "2027-02-11" } },
});
