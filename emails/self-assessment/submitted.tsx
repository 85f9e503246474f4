import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the coordinator, that one more is in; to the director (and the delegate by choice), as a receipt. */
export const submitted = defineEmail({
  about: { reference: fact.words, version: fact.count, joinedLate: fact.yesOrNo, workingDaysLate: fact.count },
  what: (letter) => byRole(letter, { coordinator: "Received", others: "Sent in, your receipt" }),
  deadline: "settled",
  preview: ({ about }) => (about.reference ? `Reference ${about.reference}.` : "It is in."),
  heading: (letter) => byRole(letter, { coordinator: `${letter.authority ?? "An authority"} sent in its self-assessment`, others: `${sentence(letter.title)} is in` }),
  Body: ({ letter }) => (
    <>
      {letter.about.reference ? (
        <P>
          Reference: <strong>{letter.about.reference}</strong>
          {letter.about.version && letter.about.version > 1 ? `, version ${letter.about.version}` : ""}.
        </P>
      ) : null}
      {letter.about.workingDaysLate ? <P>It came in {count(letter.about.workingDaysLate, "working day")} after its date.</P> : null}
      {byRole(letter, {
        coordinator: <P>It is signed and can be shared by the round's policy. If something is missing, return it with your reason.</P>,
        others: <P>It can no longer be edited. If something must change, revise it: that makes a new version, and everybody who may read it is told.</P>,
      })}
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "Read it" }, others: { label: "See your receipt" } }),
  next: (letter) => byRole(letter, { coordinator: "When it is shared, its readers and its director are told.", others: "The coordinator shares it with those the round allows. You are told when that happens, and can see who has read it." }),
  example: { ...kent({ by: "Amara Okafor, director of children's services, Kent" }), about: { reference: "SE27-KEN-4F2C", version: 1 } },
});
