import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the host as a record, and to the coordinator, when points of accuracy have been sent. */
export const pointsSubmitted = defineEmail({
  about: { points: fact.count },
  what: (letter) => byRole(letter, { hostDcs: "You sent your points of accuracy", others: "Points of accuracy sent" }),
  deadline: "awaited",
  preview: () => "The lead challenger answers each.",
  heading: (letter) => byRole(letter, { hostDcs: `Your points on ${letter.title} are with the lead challenger`, others: `The host has sent points on ${letter.title}` }),
  Body: ({ letter }) => <P>{letter.about.points ? `${sentence(count(letter.about.points, "point"))} sent. ` : ""}Each is accepted, and the letter put right, or refused with a reason.</P>,
  button: () => ({ label: "See where it stands" }),
  next: () => "You are told when every point is answered.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs" }), about: { points: 3 } },
});
