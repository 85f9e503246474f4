import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayRound } from "../words";

/** To the coordinator, the director and those who were writing, when an authority will not take part. */
export const optedOut = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { coordinator: "An authority opted out", others: "Opted out of the round" }),
  due: () => null,
  deadline: "settled",
  preview: (letter) => `${letter.authority ?? "The authority"} does not take part in ${sayRound(letter)}.`,
  heading: (letter) => `${letter.authority ?? "The authority"} has opted out of ${sayRound(letter)}`,
  Body: ({ letter }) =>
    byRole(letter, {
      coordinator: (
        <>
          <P>Its director has opted out with a reason. It no longer counts as outstanding, and the numbers say so. If it is in a group, the group changes.</P>
          <P>Read the reason in Candour.</P>
        </>
      ),
      author: <P>You were writing a chapter. Nothing more is asked of you. What you wrote is kept, and can be used if the authority comes back.</P>,
      others: <P>Your authors have been told that nothing more is asked of them. What was written is kept, and you can come back while the round runs.</P>,
    }),
  button: () => ({ label: "See the record" }),
  next: (letter) => byRole(letter, { coordinator: "You or the director can bring the authority back while the round runs.", others: "No more reminders are sent." }),
  example: { ...kent({ role: "coordinator", recipient: { name: "Priya Nair" }, due: null, by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
