import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { sessionDay, triadFour } from "../examples";
import { P } from "../letter";
import { calendarNote, sentence } from "../words";

/** To everybody in a session when it is confirmed, with the date for their calendars. */
export const sessionConfirmed = defineEmail({
  about: { sessionOn: fact.day, host: fact.words, kloesDueOn: fact.day },
  what: () => "Session confirmed",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "The date for your calendar is attached.",
  heading: (letter) => `${sentence(letter.title)} meets${letter.about.sessionOn ? ` on ${sayDay(letter.about.sessionOn, letter.when)}` : ""}`,
  Body: ({ letter }) => (
    <>
      <P>Every authority has said who comes{letter.about.host ? `, and ${letter.about.host} hosts` : ""}. {calendarNote(letter)}</P>
      {letter.about.kloesDueOn ? <P>Each authority shares its key lines of enquiry by {sayDay(letter.about.kloesDueOn, letter.when)}.</P> : null}
    </>
  ),
  button: () => ({ label: "See the session" }),
  next: () => "The pack is released before the session. You are told.",
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" }, calendar: [sessionDay()] }), about: { sessionOn: "2027-02-09", host: "Kent", kloesDueOn: "2027-02-02" } },
});
