import { defineEmail } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** It is off the agenda. */
export const agendaRemoved = defineEmail({
  about: {},
  what: () => "Off the directors’ agenda",
  deadline: "settled",
  preview: () => "It waits for another meeting.",
  heading: (letter) => `The plan is off the agenda: ${letter.title}`,
  Body: () => (
    <>
      <P>{"It waits for another meeting. Its content can be changed meanwhile."}</P>
    </>
  ),
  button: () => ({ label: "See the plan" }),
  next: () => "The coordinator puts it on another agenda.",
  example: { ...theRegionsPlan(), about: {} },
});
