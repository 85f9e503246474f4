import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";
import { count } from "../dates";

/** To the coordinator and the chair: the comments are to be answered. */
export const consultationClosed = defineEmail({
  about: { comments: fact.count },
  what: () => "Consultation closed",
  deadline: "settled",
  preview: () => "Comments are answered, and the plan goes to a directors’ meeting.",
  heading: (letter) => `The consultation is closed: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.comments === "number" ? `${count(letter.about.comments, "comment", "comments")} came in. ` : ""}Each is answered on the plan’s page; what they change is changed there.`}</P>
    </>
  ),
  button: () => ({ label: "See the comments" }),
  next: () => "When every comment is answered, the coordinator puts the plan on the agenda of a directors’ meeting.",
  example: { ...theRegionsPlan(), about: { comments: 7 } },
});
