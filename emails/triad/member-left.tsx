import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote } from "../words";

/** To the group, the authority itself and the coordinator, when an authority leaves a group. */
export const memberLeft = defineEmail({
  about: { sessionOn: fact.day, who: fact.words, members: fact.count },
  what: ({ about }) => `${about.who ?? "An authority"} leaves the group`,
  deadline: "settled",
  preview: ({ about }) => (typeof about.members === "number" ? `${count(about.members, "authority", "authorities")} stay.` : "The group goes on without it."),
  heading: (letter) => `${letter.about.who ?? "An authority"} is no longer in ${letter.title}`,
  Body: ({ letter }) => (
    <P>{byRole(letter, { addressee: "Nothing more is asked of your authority in this group.", others: "The group goes on without it." })} Read why, and who is in the group now, in Candour. {calendarNote(letter)}</P>
  ),
  button: () => ({ label: "See the group" }),
  next: () => "Roles and agenda follow the new group by themselves.",
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09", who: "Surrey", members: 2 } },
});
