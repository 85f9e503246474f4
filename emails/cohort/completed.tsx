import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator as a receipt. */
export const completed = defineEmail({
  about: { completed: fact.count, impactOn: fact.day },
  what: () => "Completed",
  due: (letter) => letter.about.impactOn,
  deadline: { says: "follow-up on" },
  preview: () => "See the cohort in Candour.",
  heading: (letter) => `${sentence(letter.title)} is completed`,
  Body: ({ letter }) => (
    <>
      <P>{`${letter.about.completed ?? 0} people have completed it, and can download their certificate.`}</P>
    </>
  ),
  button: () => ({ label: "See the cohort and its report" }),
  next: () => "Six months on, everybody is asked what it changed.",
  example: { ...cohort(), about: { completed: 31, impactOn: "2027-02-09" } },
});
