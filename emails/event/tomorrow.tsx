import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { ofAll, sayOccasion, sentence } from "../words";

/** To the coordinator the working day before. */
export const tomorrow = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words, places: fact.count, booked: fact.count },
  what: () => "One working day to go",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "The list and the code for the door are ready.",
  heading: (letter) => `${sentence(letter.title)} is near`,
  Body: ({ letter }) => (
    <>
      <P>{`It takes place ${sayOccasion(letter)}. ${sentence(ofAll(letter.about.booked, letter.about.places, "place"))} taken. The list of who comes, what they need, and the code for the door are on the page.`}</P>
    </>
  ),
  button: () => ({ label: "Open the list" }),
  next: () => "People note their own attendance with the code, or you tick them on the list.",
  example: { ...conference(), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Maidstone", places: 40, booked: 32 } },
});
