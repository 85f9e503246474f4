import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayRound } from "../words";

/** To every director taking part and to the coordinator, when closed submissions open again. */
export const submissionsReopened = defineEmail({
  about: { submissionsDueOn: fact.day, outstanding: fact.count },
  what: () => "Submissions open again",
  due: ({ about, due }) => about.submissionsDueOn ?? due,
  deadline: "awaited",
  preview: () => "What has not been sent in can be sent again.",
  heading: (letter) => `Submissions to ${sayRound(letter)} are open again`,
  Body: ({ letter }) => (
    <>
      <P>
        {byRole(letter, {
          coordinator: "The directors have been told that they can send in what is outstanding.",
          others: "If your self-assessment is not in, you can send it now. If it is in, nothing is asked of you.",
        })}
      </P>
      {letter.about.outstanding ? <P>{count(letter.about.outstanding, "self-assessment is", "self-assessments are")} awaited.</P> : null}
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "See the round" }),
  next: () => "You are told when submissions close.",
  example: { ...southEast({ due: "2026-12-04" }), about: { submissionsDueOn: "2026-12-04", outstanding: 4 } },
});
