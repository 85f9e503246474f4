import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the director (and the delegate by choice) and the coordinator, when the moderator has finished. */
export const moderated = defineEmail({
  about: {},
  what: () => "Moderator's comments are in",
  due: () => null,
  deadline: "settled",
  preview: () => "Read the comments in Candour.",
  heading: (letter) => `The moderator's comments on ${letter.title} are in`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: "The director has been told. With the comments in, it is ready for its challenge.",
        others: "A colleague from another authority has read it and commented. The comments do not change your document. Read them with its authors, so that you can answer in the challenge.",
      })}
    </P>
  ),
  button: () => ({ label: "Read the comments" }),
  next: (letter) => byRole(letter, { coordinator: "Record the challenge when it has been held.", others: "The challenge follows. You are told when it is recorded." }),
  example: { ...kent({ due: null, by: "Helen Frost, moderator" }), about: {} },
});
