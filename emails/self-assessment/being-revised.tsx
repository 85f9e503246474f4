import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the coordinator, the director and everybody who could read it, when a document sent in is being changed. */
export const beingRevised = defineEmail({
  about: { version: fact.count },
  what: (letter) => byRole(letter, { reader: "A new version is coming", others: "Being revised" }),
  due: () => null,
  deadline: "settled",
  preview: () => "A new version will replace the one sent in.",
  heading: (letter) => `${sentence(letter.title)} is being revised`,
  Body: ({ letter }) => (
    <>
      {byRole(letter, {
        reader: <P>You could read it. Its director is changing it, and a new version will follow. Do not rely on the version you read until then.</P>,
        coordinator: <P>The director has opened a new version. It counts as outstanding until it is signed and sent in again. Read the reason in Candour.</P>,
        others: <P>A new version is open for writing. The version that was sent in is kept as it was. Those who could read it have been told that it changes.</P>,
      })}
      {letter.about.version ? <P>The version sent in was version {letter.about.version}.</P> : null}
    </>
  ),
  button: () => ({ label: "See where it stands" }),
  next: () => "The new version is signed, and endorsed where the round asks for it. Then it is sent in and shared again.",
  example: { ...kent({ role: "reader", recipient: { name: "Helen Frost" }, due: null, by: "Amara Okafor, director of children's services, Kent" }), about: { version: 1 } },
});
