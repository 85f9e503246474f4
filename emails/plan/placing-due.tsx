import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";
import { count } from "../dates";

/** Reminder: it waits for its answers, or for an agenda. */
export const placingDue = defineEmail({
  about: { unanswered: fact.count },
  what: () => "The plan waits for an agenda",
  deadline: "settled",
  preview: () => "Answer the comments, and put it on an agenda.",
  heading: (letter) => `The plan waits to go to the directors: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.unanswered === "number" && letter.about.unanswered > 0 ? `${count(letter.about.unanswered, "comment waits", "comments wait")} for an answer. ` : ""}The directors approve it at a meeting: it has to stand on an agenda.`}</P>
    </>
  ),
  button: () => ({ label: "Go to the plan" }),
  next: () => "The chair decides it at that meeting, with a reason.",
  example: { ...theRegionsPlan(), about: { unanswered: 2 } },
});
