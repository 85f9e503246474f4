import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { count } from "../dates";

/** To everybody who was there: what was committed to can be read together. */
export const commitmentsToRead = defineEmail({
  about: { startsOn: fact.day, commitments: fact.count },
  what: () => "What was committed to there",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: (letter) => (typeof letter.about.commitments === "number" ? `${count(letter.about.commitments, "commitment", "commitments")}, shown together.` : "Every commitment, shown together."),
  heading: (letter) => `What was committed to: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.commitments === "number" ? `${count(letter.about.commitments, "commitment was", "commitments were")} made. ` : ""}You were there, and can read them together, with who sees to each and how it stands.`}</P>
    </>
  ),
  // The link leads to the event: its page leads on.
  button: () => ({ label: "Read what was committed to" }),
  next: () => "Who took something on is reminded before its date. The page says what came of each.",
  example: { ...conference({ role: "addressee", recipient: { name: "Jo Field" } }), about: { startsOn: "2027-02-09", commitments: 11 } },
});
