import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName } from "../words";

/** To the director, the delegate and the chief executive when the coordinator takes the scope back to change it. */
export const scopeReopened = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { chiefExecutive: "Nothing to endorse for now", others: "The scope is being changed" }),
  deadline: "awaited",
  preview: () => "The scope was taken back to be changed.",
  heading: (letter) => `The scope of ${letter.title} is being changed`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        chiefExecutive: `${sayName(letter)} has taken it back to change it. You will be asked to endorse it when it is scoped again.`,
        others: `${sayName(letter)} has taken it back to change it. What you asked for stays as it is.`,
      })}
    </P>
  ),
  button: () => ({ label: "See where it stands" }),
  next: () => "You are told when it is scoped again.",
  example: { ...leeds(), about: {} },
});
