import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the director as a record of the signature (and the delegate by choice), when endorsements are still to come. */
export const signed = defineEmail({
  about: { endorsementsNeeded: fact.count },
  what: (letter) => byRole(letter, { delegate: "Signed by your director, endorsement next", others: "You signed, endorsement next" }),
  deadline: "awaited",
  preview: () => "Those who endorse it have been asked.",
  heading: (letter) => byRole(letter, { delegate: `Your director signed ${letter.title}`, others: `You signed ${letter.title}` }),
  Body: ({ letter }) => (
    <>
      <P>{letter.about.endorsementsNeeded ? `${sentence(count(letter.about.endorsementsNeeded, "endorsement has", "endorsements have"))} been asked for.` : "Its endorsement has been asked for."} An edit from now on voids the signature.</P>
      {letter.role === "dcs" ? <P>If you did not sign it, open it now and tell your coordinator.</P> : null}
    </>
  ),
  button: () => ({ label: "See who is to endorse it" }),
  next: () => "You are told of each endorsement. It can be sent in when all are given.",
  example: { ...kent({ by: "Amara Okafor, director of children's services, Kent" }), about: { endorsementsNeeded: 2 } },
});
