import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the lead challenger when the host has sent its action plan. */
export const planToAgree = defineEmail({
  about: { actions: fact.count },
  what: () => "Agree the action plan, or return it",
  deadline: "awaited",
  preview: ({ about }) => (about.actions ? `${sentence(count(about.actions, "action"))} to look at.` : "The host has sent its plan."),
  heading: (letter) => `The action plan on ${letter.title} is with you`,
  Body: ({ letter }) => <P>{letter.about.actions ? `${sentence(count(letter.about.actions, "action"))}. ` : ""}Every area for consideration has an action with an owner and a date, or a reason for none. Agree it, or return it with what is missing.</P>,
  button: () => ({ label: "Read the plan" }),
  next: () => "Once it is agreed you follow its progress, and lead the review.",
  example: { ...kentRecord({ by: "Amara Okafor, director of children's services, Kent", due: "2027-04-19" }), about: { actions: 6 } },
});
