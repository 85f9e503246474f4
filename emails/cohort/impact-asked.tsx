import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt. */
export const impactAsked = defineEmail({
  about: { impactBy: fact.day },
  what: () => "Asked what it changed",
  due: (letter) => letter.about.impactBy,
  deadline: { says: "closes on" },
  preview: () => "They answer without their names.",
  heading: (letter) => `Those who completed ${letter.title} are asked what it changed`,
  Body: () => (
    <>
      <P>{"They answer without their names. Those who have not answered are reminded."}</P>
    </>
  ),
  button: () => ({ label: "See the answers" }),
  next: () => null,
  example: { ...cohort(), about: { impactBy: "2027-02-09" } },
});
