import { defineEmail } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** The next plan has begun. */
export const superseded = defineEmail({
  about: {},
  what: () => "Followed by the next plan",
  deadline: "settled",
  preview: () => "Its open actions are in the next plan.",
  heading: (letter) => `The next plan has begun: ${letter.title}`,
  Body: () => (
    <>
      <P>{"Its open actions go on in the next plan. It stays as it was, to be read."}</P>
    </>
  ),
  button: () => ({ label: "See the plan" }),
  next: () => "Updates are asked for of the next plan from now.",
  example: { ...theRegionsPlan({ role: "workstreamLead", recipient: { name: "Jo Field" } }), about: {} },
});
