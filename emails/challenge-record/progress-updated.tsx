import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To the lead challenger, and the host as a record, when the host says how an action goes. */
export const progressUpdated = defineEmail({
  about: { reviewDueOn: fact.day },
  what: () => "Progress on the action plan",
  due: ({ about }) => about.reviewDueOn,
  deadline: { says: "review on" },
  preview: (letter) => `${sayName(letter)} said how an action goes.`,
  heading: (letter) => `Progress on ${letter.title}`,
  Body: ({ letter }) => <P>{sayName(letter)} has said how an action of the plan goes. Read it in Candour.</P>,
  button: () => ({ label: "See the plan" }),
  next: () => "At the review each action is looked at once more.",
  example: { ...kentRecord({ by: "Tom Wills, delegate of the director, Kent" }), about: { reviewDueOn: "2027-10-12" } },
});
