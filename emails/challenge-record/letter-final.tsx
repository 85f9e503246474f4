import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To everybody on the record when the letter is final. */
export const letterFinal = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { hostDcs: "Your letter is final, the action plan is next", hostDelegate: "The letter is final, the action plan is next", others: "The letter is final" }),
  deadline: "awaited",
  preview: () => "It cannot be changed any more.",
  heading: (letter) => `The letter on ${letter.title} is final`,
  Body: ({ letter }) => (
    <>
      <P>The letter is frozen: as a page, as a Word document and as a PDF. Who has opened it is shown on the record.</P>
      {byRole(letter, {
        hostDcs: <P>An action plan is asked for: for each area for consideration an action with an owner and a date, or the reason for none. You decide who else may read the letter; until then the region has themes only.</P>,
        chiefExecutive: <P>Your director of children’s services answers it with an action plan. You can read the letter now.</P>,
        leadMember: <P>The director of children’s services answers it with an action plan. You can read the letter now.</P>,
        coordinator: <P>You see the themes. The words are the host’s until it releases them.</P>,
        others: <P>The host answers it with an action plan, which the lead challenger agrees.</P>,
      })}
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See where it stands" }, hostDcs: { label: "Read the letter and begin the plan" }, others: { label: "Read the letter" } }),
  next: () => "The plan is agreed with the lead challenger, and progress is reviewed after some months.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs", due: "2027-04-12" }), about: {} },
});
