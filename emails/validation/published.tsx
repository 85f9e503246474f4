import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the authority and the lead of its readers: the outcome is published. */
export const published = defineEmail({
  about: { outcome: fact.words },
  what: () => "Outcome published",
  deadline: "settled",
  preview: (letter) => `${sentence(letter.about.outcome ?? "The outcome is recorded")}.`,
  heading: (letter) => `The outcome of ${letter.title} is published`,
  Body: ({ letter }) => (
    <>
      <P>{`${sentence(letter.about.outcome ?? "The outcome is recorded")}. Everybody who may read the report can now read what came of its scrutiny, and nobody else.`}</P>
    </>
  ),
  button: () => ({ label: "See the outcome" }),
  next: () => "What several reports show goes on to the summit.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: { outcome: "agreed by its readers" } },
});
