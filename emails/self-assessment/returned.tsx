import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName, sentence } from "../words";

/** To those who write it, and to the director, when the director or the coordinator sends it back. */
export const returned = defineEmail({
  about: { newDate: fact.day },
  what: () => "Returned for changes",
  due: ({ about, due }) => due ?? about.newDate,
  deadline: "awaited",
  preview: () => "It was sent back. Read the reason in Candour.",
  heading: (letter) => `${sentence(letter.title)} was sent back for changes`,
  Body: ({ letter }) => {
    const writer = <P>{sayName(letter)} sent it back with a reason. See whether your chapters are concerned, and change them by the date below.</P>;
    return (
      <>
        {byRole(letter, {
          author: writer,
          contributor: writer,
          delegate: <P>{sayName(letter)} sent it back with a reason. Its authors have been told. See that each of them knows what to change.</P>,
          others: <P>{sayName(letter)} sent it back with a reason, and its authors have been told. A signature, if there was one, no longer holds.</P>,
        })}
        <P>Read the reason in Candour.</P>
      </>
    );
  },
  button: () => ({ label: "Read the reason" }),
  next: () => "When it is complete again, it goes to the director to sign.",
  example: { ...kent({ role: "author", recipient: { name: "Daniel Hughes" }, by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
