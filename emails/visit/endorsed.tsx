import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the director (and the delegate by choice) and the coordinator when the chief executive has endorsed. */
export const endorsed = defineEmail({
  about: { stepDueOn: fact.day },
  what: (letter) => byRole(letter, { coordinator: "Propose a team", others: "Endorsed" }),
  due: (letter) => byRole(letter, { coordinator: letter.about.stepDueOn, others: null }),
  deadline: "awaited",
  preview: (letter) => byRole(letter, { coordinator: "It is endorsed: a team can be proposed.", others: "The coordinator now looks for a team." }),
  heading: (letter) => `${sentence(letter.title)} is endorsed`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: "The chief executive has endorsed it. Ask for a proposal: it weighs training, themes, availability, conflicts and fair load, and says why each person.",
        others: "Your chief executive has endorsed it. The coordinator now proposes a team from other authorities.",
      })}
    </P>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "Propose a team" }, others: { label: "See where it stands" } }),
  next: () => "The host sees the proposed team and may object to one member, once. Each challenger accepts within a few working days.",
  example: { ...leeds({ by: "Martin Lowe, chief executive, Leeds" }), about: { stepDueOn: "2026-12-07" } },
});
