import { defineEmail, fact } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** It is deferred to a next date. */
export const deferred = defineEmail({
  about: { deferredTo: fact.day },
  what: () => "Deferred",
  due: (letter) => letter.about.deferredTo,
  deadline: { says: "to the meeting on" },
  preview: () => "The directors will decide it at a later meeting.",
  heading: (letter) => `A decision on ${letter.title} is deferred`,
  Body: () => (
    <>
      <P>{"The chair’s reason is on its page: it is not in this email."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: (letter) => byRole(letter, { coordinator: "Put it on the agenda of the next meeting.", others: "You are told when it is on the next agenda." }),
  example: { ...kinshipOffer({ role: "submitter", recipient: { name: "Jo Field" } }), about: { deferredTo: "2027-06-09" } },
});
