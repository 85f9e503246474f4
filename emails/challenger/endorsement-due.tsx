import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the director, and later the coordinator, while an endorsement is awaited. */
export const endorsementDue = defineEmail({
  about: { person: fact.words, endorseBy: fact.day },
  what: (letter) => byRole(letter, { coordinator: `Still not endorsed, ${letter.about.person ?? "an application"}`, others: `Still to decide, ${letter.about.person ?? "an application"}` }),
  due: (letter) => letter.about.endorseBy,
  deadline: "awaited",
  preview: () => "An application to be a challenger waits for a decision.",
  heading: (letter) => `${sentence(letter.about.person ?? "a colleague")} waits for a decision`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { coordinator: "The applicant’s director has been reminded. A word from you may help.", others: "They would like to be a challenger and cannot be trained before you have decided." })}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { coordinator: { label: "See the application" }, others: { label: "Read and decide" } })),
  next: () => "Silence is taken neither as yes nor as no.",
  example: { ...joField(), about: { person: "Jo Field", endorseBy: "2026-12-07" } },
});
