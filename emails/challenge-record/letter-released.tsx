import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To those the letter is released to, and as a record to the host, the lead challenger and the coordinator. */
export const letterReleased = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { reader: "A letter was released to you", others: "Letter released" }),
  due: () => null,
  deadline: "settled",
  preview: () => "The host has decided who may read it.",
  heading: (letter) => `The letter on ${letter.title} was released`,
  Body: ({ letter }) => byRole(letter, {
    reader: <P>{letter.authority ?? "The authority"} lets you read the letter it received. Each reading is logged for its authority. Please do not pass it on.</P>,
    hostDcs: <P>From now on those you chose can read the letter. If you did not do this, open it now and tell the coordinator.</P>,
    others: <P>The host has decided who else may read its letter. The record says who.</P>,
  }),
  button: (letter) => byRole(letter, { reader: { label: "Read the letter" }, others: { label: "See who may read it" } }),
  next: () => null,
  example: { ...kentRecord({ role: "reader", recipient: { name: "Helen Shaw" }, by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
