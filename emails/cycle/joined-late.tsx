import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayRound, sentence } from "../words";

/** To the director who joins a round under way, and to the coordinator. */
export const joinedLate = defineEmail({
  about: { joined: fact.words, submissionsDueOn: fact.day, authorities: fact.count },
  what: (letter) => byRole(letter, { coordinator: `${letter.about.joined ?? "One more authority"} has joined`, others: "You have joined the round" }),
  due: ({ about, due }) => about.submissionsDueOn ?? due,
  deadline: "awaited",
  preview: (letter) => byRole(letter, { coordinator: "Its director has been told.", others: "Your authority's self-assessment can be written from today." }),
  heading: (letter) =>
    byRole(letter, { coordinator: `${letter.about.joined ?? "An authority"} has joined ${sayRound(letter)}`, others: `Your authority has joined ${sayRound(letter)}` }),
  Body: ({ letter }) =>
    byRole(letter, {
      coordinator: (
        <P>
          It joined after the round opened, and its director has been told.
          {typeof letter.about.authorities === "number" ? ` ${sentence(count(letter.about.authorities, "authority now takes", "authorities now take"))} part.` : ""}
        </P>
      ),
      others: <P>The round is already under way, so there is less time than usual. Assign the chapters to their authors today. If the date cannot be met, ask the coordinator for an extension.</P>,
    }),
  button: (letter) => byRole(letter, { coordinator: { label: "See who takes part" }, others: { label: "Open the round" } }),
  next: () => "Reminders are sent 10 and 2 working days before the date.",
  example: { ...southEast({ role: "addressee", recipient: { name: "Grace Mbeki" } }), about: { joined: "Slough", submissionsDueOn: "2026-11-30", authorities: 19 } },
});
