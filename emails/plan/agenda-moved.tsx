import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** The meeting that decides it has moved. */
export const agendaMoved = defineEmail({
  about: { meetingOn: fact.day },
  what: () => "The directors’ meeting has moved",
  due: (letter) => letter.about.meetingOn,
  deadline: { says: "decided on" },
  preview: () => "It is decided on another day.",
  heading: (letter) => `The meeting has moved: ${letter.title}`,
  Body: () => (
    <>
      <P>{"The plan stays on its agenda."}</P>
    </>
  ),
  button: () => ({ label: "See the plan" }),
  next: () => "The chair decides it at that meeting.",
  example: { ...theRegionsPlan(), about: { meetingOn: "2027-06-14" } },
});
