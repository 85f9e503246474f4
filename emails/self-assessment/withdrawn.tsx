import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To all concerned when a document is taken out by its director, or with its round. */
export const withdrawn = defineEmail({
  about: {},
  what: () => "Withdrawn",
  due: () => null,
  deadline: "settled",
  preview: () => "Nothing more is asked of you for it.",
  heading: (letter) => `${sentence(letter.title)} is withdrawn`,
  Body: ({ letter }) => {
    const writer = <P>You were writing part of it. Nothing more is asked of you. What you wrote is kept, and can be carried forward.</P>;
    return (
      <>
        {byRole(letter, {
          author: writer,
          contributor: writer,
          coordinator: <P>Its director has withdrawn it. It no longer counts among those sent in, and its readers have been told.</P>,
          reader: <P>You could read it, and can no longer do so. Please do not use a copy you may have made.</P>,
          others: <P>{letter.by ? "It no longer counts for the round, and those who could read it no longer can." : "The round was cancelled, so its self-assessments are withdrawn with it."} What was written is kept for your authority.</P>,
        })}
        {letter.by ? <P>Read the reason in Candour, if you may read the record.</P> : null}
      </>
    );
  },
  button: (letter) => byRole(letter, { reader: { label: "See your tasks", path: "/tasks" }, others: { label: "See the record" } }),
  next: () => null,
  example: { ...kent({ due: null, by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
