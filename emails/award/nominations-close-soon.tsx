import { defineEmail, fact } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";

/** Reminder: the last day is near. */
export const nominationsCloseSoon = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Nominate a team",
  due: (letter) => letter.about.closesOn,
  deadline: "awaited",
  preview: () => "Each authority can nominate one team. If yours has done so, there is nothing more to do.",
  heading: (letter) => `Nominations for ${letter.title} close soon`,
  Body: () => (
    <>
      <P>{"Each authority can nominate one team. If yours has done so, there is nothing more to do."}</P>
    </>
  ),
  button: () => ({ label: "Go to the award" }),
  next: () => "After the last day the judges begin.",
  example: { ...teamAward({ recipient: { name: "Ada Whitlock" }, role: "director", by: null }), about: { closesOn: "2027-02-12" } },
});
