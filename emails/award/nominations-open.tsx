import { defineEmail, fact } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To directors, their delegates and the coordinator. */
export const nominationsOpen = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Nominate a team",
  due: (letter) => letter.about.closesOn,
  deadline: "awaited",
  preview: () => "Each authority can nominate one team. What the judges look for is on the page of the award.",
  heading: (letter) => `Nominations for ${letter.title} are open`,
  Body: () => (
    <>
      <P>{"Each authority can nominate one team. What the judges look for is on the page of the award."}</P>
    </>
  ),
  button: () => ({ label: "Read about the award" }),
  next: (letter) => byRole(letter, { coordinator: "You see on its page which authorities have nominated.", others: "Your nomination can be changed until the last day." }),
  example: { ...teamAward({ recipient: { name: "Ada Whitlock" }, role: "director" }), about: { closesOn: "2027-02-12" } },
});
