import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { ofAll } from "../words";

/** To the coordinator and the tutors: the results. */
export const evaluated = defineEmail({
  about: { answers: fact.count, asked: fact.count },
  what: () => "Results",
  due: () => null,
  deadline: "settled",
  preview: () => "The results are on the page, with charts and tables.",
  heading: (letter) => `${ofAll(letter.about.answers, letter.about.asked, "person", "people")} have said what they thought of ${letter.title}`,
  Body: () => (
    <>
      <P>{"The results are on the page, with charts and tables. What people wrote is shown when at least five have answered."}</P>
    </>
  ),
  button: () => ({ label: "See the results" }),
  next: () => null,
  example: { ...programmeDay(), about: { answers: 28, asked: 30 } },
});
