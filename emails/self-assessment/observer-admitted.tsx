import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName } from "../words";

/** To the observer who is let in, and to the director whose document it is. */
export const observerAdmitted = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { dcs: "An observer can read yours", others: "You are admitted as an observer" }),
  due: () => null,
  deadline: "settled",
  preview: (letter) => byRole(letter, { dcs: "You can see who it is, and who has read it.", others: "You can read this one document." }),
  heading: (letter) => byRole(letter, { dcs: `An observer can read ${letter.title}`, others: `You can read ${letter.title} as an observer` }),
  Body: ({ letter }) =>
    byRole(letter, {
      dcs: <P>{sayName(letter)} admitted a named observer, who can read it and do nothing else. If you disagree, tell your coordinator.</P>,
      others: <P>You can read this document and nothing else of that authority. Its director sees when you do. Please do not pass it on.</P>,
    }),
  button: (letter) => byRole(letter, { dcs: { label: "See who can read it" }, others: { label: "Read it" } }),
  next: () => null,
  example: { ...kent({ role: "addressee", recipient: { name: "Judith Anand" }, due: null, by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
