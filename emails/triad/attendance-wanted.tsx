import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To those who have not yet said who comes; to the coordinator once it is late. */
export const attendanceWanted = defineEmail({
  about: { sessionOn: fact.day, attendanceDueOn: fact.day, answered: fact.count, members: fact.count },
  what: () => "Still to confirm: who comes to the session",
  due: ({ about }) => about.attendanceDueOn,
  deadline: "awaited",
  preview: () => "The session cannot be confirmed without every authority.",
  heading: (letter) => byRole(letter, { coordinator: `${sentence(letter.title)} is not yet confirmed`, others: "Who comes for your authority?" }),
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: `${typeof letter.about.answered === "number" ? sentence(ofAll(letter.about.answered, letter.about.members, "authority", "authorities")) : "Not every authority"} said who comes. The others have been reminded.`,
        others: `The session is proposed${letter.about.sessionOn ? ` for ${sayDay(letter.about.sessionOn, letter.when)}` : ""}, and your authority has not yet said who comes.`,
      })}
    </P>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See who has confirmed" }, others: { label: "Say who comes", path: `${letter.path}/attendance` } }),
  next: () => "If nobody can come, say so there: another day is looked for.",
  example: { ...triadFour({ role: "asked", by: null, recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09", attendanceDueOn: "2026-12-15", answered: 2, members: 3 } },
});
