import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName, sentence } from "../words";

/** To the new lead challenger, the one before, the host and the coordinator. */
export const leadChanged = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { leadChallenger: "You are lead challenger", addressee: "You no longer lead", others: "Lead challenger changed" }),
  deadline: "awaited",
  preview: (letter) => byRole(letter, { leadChallenger: "The record is yours to lead.", others: "Somebody else leads from now on." }),
  heading: (letter) => byRole(letter, { leadChallenger: `You lead ${letter.title} from now on`, addressee: `Somebody else leads ${letter.title} from now on`, others: `${sentence(letter.title)} has a new lead challenger` }),
  Body: ({ letter }) => byRole(letter, {
    leadChallenger: <P>{sayName(letter)} has asked you to lead. Everything written so far is there; the record says what is wanted next and by when.</P>,
    addressee: <P>{sayName(letter)} has asked somebody else to lead. Nothing more is wanted of you as lead challenger, and what you wrote stays.</P>,
    others: <P>Questions about the letter and the plan go to the new lead challenger, who is named on the record.</P>,
  }),
  button: () => ({ label: "See where it stands" }),
  next: (letter) => byRole(letter, { leadChallenger: "You are told of everything that happens on the record.", others: null }),
  example: { ...kentRecord({ by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
