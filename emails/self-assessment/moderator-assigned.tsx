import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the moderator, who comes from another authority, and to the director whose document it is. */
export const moderatorAssigned = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { dcs: "A moderator will read yours", others: "Moderate" }),
  deadline: "awaited",
  preview: (letter) => byRole(letter, { dcs: "A moderator from another authority will comment.", others: "You are asked to moderate it." }),
  heading: (letter) => byRole(letter, { dcs: `${sentence(letter.title)} has a moderator`, others: `You moderate ${letter.title}` }),
  Body: ({ letter }) =>
    byRole(letter, {
      dcs: <P>A moderator from another authority will read it and comment before the challenge. You are told when the comments are in.</P>,
      others: <P>Read it as a colleague from another authority: is it clear, is it evidenced, does it say how you know? Leave your comments beside the chapters and finish by the date below. If you know a reason why you should not, tell the coordinator today.</P>,
    }),
  button: (letter) => byRole(letter, { dcs: { label: "See who moderates it" }, others: { label: "Read and comment" } }),
  next: (letter) => byRole(letter, { dcs: "You can answer the comments before the challenge.", others: "When you finish, its director and the coordinator are told." }),
  example: { ...kent({ role: "addressee", recipient: { name: "Helen Frost" }, due: "2027-01-22", by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
