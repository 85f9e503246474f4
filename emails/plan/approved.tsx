import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** It is approved. */
export const approved = defineEmail({
  about: { startsOn: fact.day },
  what: () => "Approved",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "from" },
  preview: () => "The directors have approved it.",
  heading: (letter) => `The directors have approved it: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { workstreamLead: "You lead a workstream of it.", workstreamSponsor: "You sponsor a workstream of it.", others: "The decision and its reason are on the plan’s page." })}</P>
    </>
  ),
  button: () => ({ label: "See the plan" }),
  next: (letter) => byRole(letter, { coordinator: "Begin it on its first day.", others: "You are told when it begins." }),
  example: { ...theRegionsPlan({ role: "workstreamLead", recipient: { name: "Jo Field" } }), about: { startsOn: "2027-07-01" } },
});
