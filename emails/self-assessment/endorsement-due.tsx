import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To those yet to endorse, before and after their five working days; to the director when it is late. */
export const endorsementDue = defineEmail({
  about: { endorsementsGiven: fact.count, endorsementsNeeded: fact.count, stepDueOn: fact.day },
  what: (letter) => byRole(letter, { dcs: "Endorsement still missing", others: "Please endorse soon" }),
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: ({ about }) => (about.endorsementsNeeded ? `${sentence(ofAll(about.endorsementsGiven ?? 0, about.endorsementsNeeded, "endorsement"))} given.` : "It cannot be sent in without the endorsement."),
  heading: (letter) => byRole(letter, { dcs: `${sentence(letter.title)} still waits to be endorsed`, others: `${sentence(letter.title)} cannot go on without you` }),
  Body: ({ letter }) => (
    <>
      {letter.about.endorsementsNeeded ? <P>{sentence(ofAll(letter.about.endorsementsGiven ?? 0, letter.about.endorsementsNeeded, "endorsement"))} given so far.</P> : null}
      {byRole(letter, {
        dcs: <P>Those who have not answered have been reminded. A word from you may be quicker than a third email.</P>,
        others: <P>The director has signed it and your endorsement is awaited. It takes a few minutes, and works on a phone.</P>,
      })}
    </>
  ),
  button: (letter) => byRole(letter, { dcs: { label: "See who is yet to endorse" }, others: { label: "Read and endorse" } }),
  next: (letter) => byRole(letter, { dcs: "You are told when the last endorsement is in.", others: "The director is told what you decide, and is told if it stays unanswered." }),
  example: { ...kent({ role: "leadMember", recipient: { name: "Councillor Ruth Adeyemi" }, by: null }), about: { endorsementsGiven: 1, endorsementsNeeded: 2 } },
});
