import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To the host, the lead challenger and the coordinator when the review is put off. */
export const reviewExtended = defineEmail({
  about: { reviewDueOn: fact.day },
  what: () => "Progress review put off",
  due: ({ about }) => about.reviewDueOn,
  deadline: { says: "review on" },
  preview: ({ about, when }) => (about.reviewDueOn ? `It is now on ${sayDay(about.reviewDueOn, when)}.` : "It has a new date."),
  heading: (letter) => `The progress review on ${letter.title} has a new date`,
  Body: ({ letter }) => <P>{sayName(letter)} gave it more time, with a reason that can be read in Candour.</P>,
  button: () => ({ label: "See where it stands" }),
  next: () => "It opens by itself on the new date.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs" }), about: { reviewDueOn: "2027-12-14" } },
});
