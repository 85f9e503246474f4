import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To the coordinator and to the authority’s director, when an authority says who comes. */
export const attendanceConfirmed = defineEmail({
  about: { sessionOn: fact.day, who: fact.words, answered: fact.count, members: fact.count },
  what: ({ about }) => `${about.who ? `${about.who} comes` : "Attendance confirmed"}${typeof about.answered === "number" && typeof about.members === "number" ? `, ${about.answered} of ${about.members}` : ""}`,
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: ({ about }) => (typeof about.answered === "number" ? `${sentence(ofAll(about.answered, about.members, "authority", "authorities"))} confirmed.` : "An authority has confirmed."),
  heading: (letter) => `${letter.about.who ?? "An authority"} has said who comes`,
  Body: ({ letter }) => (
    <P>
      {typeof letter.about.answered === "number" && letter.about.answered === letter.about.members
        ? byRole(letter, { coordinator: "Every authority has now confirmed: the session can be.", others: "Every authority has now confirmed." })
        : "The others have been asked as well."}
    </P>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See who has confirmed" }, others: { label: "See the session" } }),
  next: () => "When the coordinator confirms the session, the date goes into calendars.",
  example: { ...triadFour({}), about: { sessionOn: "2027-02-09", who: "Kent", answered: 2, members: 3 } },
});
