import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";

/** To the directors of a group and the coordinator, when a pack may go out without one self-assessment. */
export const waiverGiven = defineEmail({
  about: { sessionOn: fact.day, who: fact.words },
  what: ({ about }) => `Pack without a self-assessment${about.who ? ` of ${about.who}` : ""}`,
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "The coordinator has given a waiver.",
  heading: (letter) => `The pack may go out without a self-assessment${letter.about.who ? ` of ${letter.about.who}` : ""}`,
  Body: () => (
    <P>The coordinator has decided so, and kept the reason. The authority is challenged all the same, on its data and its key lines of enquiry. Read the reason in Candour.</P>
  ),
  button: () => ({ label: "See the group" }),
  next: () => "If the self-assessment comes in time, it is in the pack.",
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09", who: "Surrey" } },
});
