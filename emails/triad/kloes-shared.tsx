import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { ofAll, sentence } from "../words";

/** To everybody in a session when an authority shares its key lines of enquiry, or changes them. */
export const kloesShared = defineEmail({
  about: { sessionOn: fact.day, who: fact.words, answered: fact.count, members: fact.count },
  what: ({ about }) => `Key lines of enquiry of ${about.who ?? "an authority"}`,
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: ({ about }) => (typeof about.answered === "number" ? `${sentence(ofAll(about.answered, about.members, "authority", "authorities"))} shared theirs.` : "They can be read now."),
  heading: (letter) => `${letter.about.who ?? "An authority"} has shared its key lines of enquiry`,
  Body: ({ letter }) => (
    <P>They say what the authority asks to be challenged on. {typeof letter.about.answered === "number" ? `${sentence(ofAll(letter.about.answered, letter.about.members, "authority", "authorities"))} shared theirs.` : ""}</P>
  ),
  button: (letter) => ({ label: "Read them", path: `${letter.path}/kloes` }),
  next: () => null,
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09", who: "Medway", answered: 2, members: 3 } },
});
