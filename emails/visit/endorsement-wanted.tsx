import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the chief executive of the host once the visit is scoped. */
export const endorsementWanted = defineEmail({
  about: { stepDueOn: fact.day, theme: fact.words, days: fact.count },
  what: () => "Endorse",
  due: ({ about }) => about.stepDueOn,
  deadline: "awaited",
  preview: () => "Your director of children’s services asks for a peer challenge.",
  heading: (letter) => `${sentence(letter.title)} waits for your endorsement`,
  Body: ({ letter }) => (
    <>
      <P>
        Your director of children’s services has asked for a team from other authorities to look at {letter.about.theme ? `“${letter.about.theme}”` : "a theme of their work"}
        {letter.about.days ? ` for ${count(letter.about.days, "day")}` : ""}. It goes ahead only when you endorse it.
      </P>
      <P>It is one page, and you can do it on a phone. If you cannot endorse it, say why, and it goes back to your director.</P>
    </>
  ),
  button: () => ({ label: "Read and endorse" }),
  next: () => "Your director and the region’s coordinator are told what you decide. On the last day you are invited to the presentation.",
  example: { ...leeds({ role: "chiefExecutive", recipient: { name: "Martin Lowe" } }), about: { stepDueOn: "2026-12-14", theme: "SEND", days: 3 } },
});
