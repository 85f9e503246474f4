import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** It stands on the agenda of a directors’ meeting. */
export const onAgenda = defineEmail({
  about: { meetingOn: fact.day },
  what: () => "On the directors’ agenda",
  due: (letter) => letter.about.meetingOn,
  deadline: { says: "decided on" },
  preview: () => "The directors decide it at their meeting.",
  heading: (letter) => `The plan is on an agenda: ${letter.title}`,
  Body: () => (
    <>
      <P>{"The directors read it with the agenda of their meeting. The chair records whether it is approved, with the reason."}</P>
    </>
  ),
  button: () => ({ label: "See the plan" }),
  next: () => "Sponsors and leads are told when it is approved.",
  example: { ...theRegionsPlan({ role: "chair", recipient: { name: "Colin Marsh" } }), about: { meetingOn: "2027-06-07" } },
});
