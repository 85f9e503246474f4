import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the director (and the delegate by choice), when the update falls due. */
export const followUpWanted = defineEmail({
  about: { stepDueOn: fact.day },
  what: () => "Update wanted after your challenge",
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: () => "What has changed since your challenge?",
  heading: (letter) => `What has changed since the challenge of ${letter.title}?`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        delegate: "A short update is wanted: what was done, what changed, what is still to do. You can prepare it; your director sends it in.",
        others: "A short update is wanted: what was done, what changed, what is still to do. Half a page is enough. Your delegate can prepare it; you send it in.",
      })}
    </P>
  ),
  button: () => ({ label: "Write the update" }),
  next: () => "The coordinator, and the directors who could read your self-assessment, are told when it is in. That closes it for this round.",
  example: { ...kent({ due: "2027-09-06", when: "2027-08-09T07:00:00.000Z", by: null }), about: {} },
});
