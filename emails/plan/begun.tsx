import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** It has begun. */
export const begun = defineEmail({
  about: { endsOn: fact.day },
  what: () => "The plan has begun",
  due: (letter) => letter.about.endsOn,
  deadline: { says: "ends" },
  preview: () => "Its workstreams are under way.",
  heading: (letter) => `The plan has begun: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { workstreamLead: "You lead a workstream of it. Every quarter you say how it stands, in a few sentences.", workstreamSponsor: "You sponsor a workstream of it. You are told how it stands every quarter.", others: "How each workstream stands can be read on its page, every quarter." })}</P>
    </>
  ),
  button: () => ({ label: "See the plan" }),
  next: () => "Where a workstream is not on track, its lead says what is done to recover.",
  example: { ...theRegionsPlan({ role: "workstreamLead", recipient: { name: "Jo Field" } }), about: { endsOn: "2028-12-31" } },
});
