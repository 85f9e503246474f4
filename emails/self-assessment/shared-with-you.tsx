import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To each director and observer who may now read another authority's document. */
export const sharedWithYou = defineEmail({
  about: { version: fact.count },
  what: () => "You can now read",
  due: () => null,
  deadline: "settled",
  preview: (letter) => `${letter.authority ?? "An authority"} has shared its self-assessment with you.`,
  heading: (letter) => `You can now read ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { observer: "You may read it as a named observer. You cannot comment on it or change it.", others: "It is shared with you for the challenge. Read it before your session, and note what you want to ask." })}</P>
      <P>Its director sees who has read it. Please do not pass it on: ask the coordinator to share it instead.</P>
    </>
  ),
  button: () => ({ label: "Read it" }),
  next: () => "You are told if a new version replaces it.",
  example: { ...kent({ role: "reader", recipient: { name: "Helen Frost" }, due: null, by: "Priya Nair, SLI coordinator, South East" }), about: { version: 1 } },
});
