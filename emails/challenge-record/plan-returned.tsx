import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To the host and the coordinator when the lead challenger returns the action plan. */
export const planReturned = defineEmail({
  about: {},
  what: () => "Action plan returned",
  deadline: "awaited",
  preview: () => "Read what is missing in Candour.",
  heading: (letter) => `${sayName(letter)} returned the action plan on ${letter.title}`,
  Body: () => <P>It was returned with a reason. Read it in Candour, change the plan and send it again by the date below.</P>,
  button: () => ({ label: "Read the reason" }),
  next: () => "The lead challenger reads it again when you send it.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs", due: "2027-05-10" }), about: {} },
});
