import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";

/** To the host, the team and the coordinator when the timetable is sent out, first or changed. */
export const timetableShared = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day, version: fact.count },
  what: ({ about }) => (about.version && about.version > 1 ? `Timetable changed, version ${about.version}` : "Timetable"),
  due: ({ about }) => about.firstDay,
  deadline: { says: "from" },
  preview: ({ about }) => (about.version && about.version > 1 ? "The page marks what is different." : "Who is where, and when, on each day."),
  heading: (letter) => (letter.about.version && letter.about.version > 1 ? `The timetable of ${letter.title} has changed` : `The timetable of ${letter.title} is out`),
  Body: ({ letter }) => (
    <P>{letter.about.version && letter.about.version > 1 ? "The page marks what is different from the one before." : "It says for each day who is where and when."} All times are London time. You can print it.</P>
  ),
  button: () => ({ label: "See the timetable" }),
  next: () => "If it changes again, you are told.",
  example: { ...leeds({ by: "Tom Wills, delegate of the director, Leeds" }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28", version: 2 } },
});
