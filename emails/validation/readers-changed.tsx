import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the authority and its readers: who reads the report now. */
export const readersChanged = defineEmail({
  about: { heldOn: fact.day, readers: fact.words },
  what: () => "Readers changed",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "event on" },
  preview: () => "Who reads the report has changed.",
  heading: (letter) => `Other authorities read ${letter.title} now`,
  Body: ({ letter }) => (
    <>
      <P>{`It is read by ${letter.about.readers ?? "the authorities named on its page"} from now.`}</P>
    </>
  ),
  button: () => ({ label: "Open the report" }),
  next: (letter) => byRole(letter, { hostDcs: "They can ask questions before the event, and every reading is noted for you.", hostDelegate: "They can ask questions before the event.", leadScrutineer: "You lead its reading: on the day you record the outcome for all its readers.", others: "Ask what you want to ask before the event. The first named records the outcome on the day." }),
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: { heldOn: "2027-01-08", readers: "Leeds and York" } },
});
