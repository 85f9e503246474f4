import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** Reminder: it ends. */
export const reviewDue = defineEmail({
  about: { endsOn: fact.day },
  what: () => "Review the plan",
  due: (letter) => letter.about.endsOn,
  deadline: "awaited",
  preview: () => "What did it achieve, and what is left?",
  heading: (letter) => `The plan comes to its end: ${letter.title}`,
  Body: () => (
    <>
      <P>{"Say on its page what it achieved and what is left. Open actions go on in the next plan."}</P>
    </>
  ),
  button: () => ({ label: "Review the plan" }),
  next: () => "Directors and leads are told. Draft the next plan from this one.",
  example: { ...theRegionsPlan(), about: { endsOn: "2028-12-31" } },
});
