import { count, sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { sessionDay, triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote } from "../words";

/** To the group, the newcomer and the coordinator, when an authority joins a group. */
export const memberJoined = defineEmail({
  about: { sessionOn: fact.day, who: fact.words, members: fact.count },
  what: ({ about }) => `${about.who ?? "An authority"} joins the group`,
  deadline: "settled",
  preview: ({ about }) => (typeof about.members === "number" ? `${count(about.members, "authority", "authorities")} are in it now.` : "The group has grown."),
  heading: (letter) => `${letter.about.who ?? "An authority"} is now in ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { addressee: "Your authority is now in this group. What is wanted of it is on the group’s page.", others: "Roles and agenda follow the new group by themselves." })}</P>
      {letter.about.sessionOn && letter.calendar.length > 0 ? <P>The session is planned for {sayDay(letter.about.sessionOn, letter.when)}. {calendarNote(letter)}</P> : null}
    </>
  ),
  button: () => ({ label: "See the group" }),
  next: () => null,
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" }, calendar: [sessionDay()] }), about: { sessionOn: "2027-02-09", who: "Slough", members: 3 } },
});
