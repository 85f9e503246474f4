import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the director when the draft is complete, and again if it is still unsigned; to the delegate by choice. */
export const readyToSign = defineEmail({
  about: { endorsementsNeeded: fact.count, stepDueOn: fact.day },
  what: (letter) => byRole(letter, { delegate: "With your director to sign", others: "Sign" }),
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: (letter) => byRole(letter, { delegate: "Your director has been asked to sign.", others: "It is complete and waits for your signature." }),
  heading: (letter) => byRole(letter, { delegate: `${sentence(letter.title)} is with your director`, others: `${sentence(letter.title)} waits for your signature` }),
  Body: ({ letter }) =>
    byRole(letter, {
      delegate: <P>It is complete and your director has been asked to sign. Only the director can: a delegate prepares and never signs.</P>,
      others: <P>Every chapter is complete and every question answered. Read it, then make the declaration, or return it to its authors with your reason.</P>,
    }),
  button: (letter) => byRole(letter, { delegate: { label: "See it as your director does" }, others: { label: "Read and sign" } }),
  next: ({ about }) =>
    typeof about.endorsementsNeeded !== "number"
      ? "After the signature it goes on its way to the coordinator."
      : about.endorsementsNeeded > 0
        ? `After the signature, ${count(about.endorsementsNeeded, "endorsement is", "endorsements are")} asked for. Then it can be sent in.`
        : "With the signature it is sent in, and the coordinator is told.",
  example: { ...kent(), about: { endorsementsNeeded: 2 } },
});
