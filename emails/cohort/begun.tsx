import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator as a receipt. */
export const begun = defineEmail({
  about: { accepted: fact.count },
  what: () => "Begun",
  due: () => null,
  deadline: "settled",
  preview: () => "See the cohort in Candour.",
  heading: (letter) => `${sentence(letter.title)} has begun`,
  Body: ({ letter }) => (
    <>
      <P>{`${letter.about.accepted ?? 0} people take part. The reserve list is closed, and those on it have been told.`}</P>
    </>
  ),
  button: () => ({ label: "See the cohort" }),
  next: () => null,
  example: { ...cohort(), about: { accepted: 34 } },
});
