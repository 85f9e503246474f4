import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To the coordinator and the directors, when the date poll is closed. */
export const pollClosed = defineEmail({
  about: { answered: fact.count, members: fact.count },
  what: ({ about }) => `Poll closed${typeof about.answered === "number" && typeof about.members === "number" ? `, ${about.answered} of ${about.members} answered` : ""}`,
  deadline: "settled",
  preview: () => "A day, a host and challengers are proposed next.",
  heading: (letter) => `The dates of ${letter.title} are answered`,
  Body: ({ letter }) => (
    <P>{typeof letter.about.answered === "number" ? sentence(ofAll(letter.about.answered, letter.about.members, "authority", "authorities")) : "The authorities"} answered.</P>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "Propose a session" }, others: { label: "See the group" } }),
  next: (letter) => byRole(letter, { coordinator: "Propose a day, a host and challengers, for all groups that wait at once.", others: "You are asked to confirm who comes on the day proposed." }),
  example: { ...triadFour({ due: null, by: null }), about: { answered: 3, members: 3 } },
});
