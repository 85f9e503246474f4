import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { sayOccasion, sentence } from "../words";

/** To whoever comes, two working days before: how to join. */
export const soon = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words },
  what: () => "Two working days to go",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "How to join or find it is on the page.",
  heading: (letter) => `${sentence(letter.title)} is near`,
  Body: ({ letter }) => (
    <>
      <P>{`It takes place ${sayOccasion(letter)}. How to join or find it is on the page.`}</P>
    </>
  ),
  button: () => ({ label: "How to join" }),
  next: () => "If you cannot come, cancel on the page now: somebody else may be waiting.",
  example: { ...conferencePlace(), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Maidstone" } },
});
