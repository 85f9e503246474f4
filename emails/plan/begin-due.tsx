import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** Reminder: it begins. */
export const beginDue = defineEmail({
  about: { startsOn: fact.day },
  what: () => "Begin the plan",
  due: (letter) => letter.about.startsOn,
  deadline: "awaited",
  preview: () => "It is approved.",
  heading: (letter) => `The plan is to begin: ${letter.title}`,
  Body: () => (
    <>
      <P>{"With it, every action of the workplans goes to its owner, and every lead is asked for an update each quarter."}</P>
    </>
  ),
  button: () => ({ label: "Begin the plan" }),
  next: () => "Leads, sponsors and owners of actions are told.",
  example: { ...theRegionsPlan(), about: { startsOn: "2027-07-01" } },
});
