import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To those whose authority has not shared its key lines of enquiry; to the coordinator once it is late. */
export const kloesWanted = defineEmail({
  about: { sessionOn: fact.day, kloesDueOn: fact.day, answered: fact.count, members: fact.count },
  what: (letter) => byRole(letter, { coordinator: "Key lines of enquiry missing", others: "Share your key lines of enquiry" }),
  due: ({ about }) => about.kloesDueOn,
  deadline: "awaited",
  preview: () => "What does your authority ask to be challenged on?",
  heading: (letter) => byRole(letter, { coordinator: `Key lines of enquiry of ${letter.title} are missing`, others: "What do you ask to be challenged on?" }),
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: `${typeof letter.about.answered === "number" ? sentence(ofAll(letter.about.answered, letter.about.members, "authority", "authorities")) : "Not every authority"} shared theirs. The others have been reminded.`,
        others: "Your authority has not yet shared its key lines of enquiry. The others in the session prepare by them.",
      })}
    </P>
  ),
  button: (letter) => ({ label: "Open the key lines of enquiry", path: `${letter.path}/kloes` }),
  next: () => null,
  example: { ...triadFour({ role: "asked", by: null, recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09", kloesDueOn: "2027-02-02", answered: 2, members: 3 } },
});
