import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the applicant’s own director. */
export const endorsementWanted = defineEmail({
  about: { person: fact.words, endorseBy: fact.day },
  what: (letter) => `Endorse ${letter.about.person ?? "a colleague"} as a challenger`,
  due: (letter) => letter.about.endorseBy,
  deadline: "awaited",
  preview: () => "It is your decision whether they may give the time.",
  heading: (letter) => `${sentence(letter.about.person ?? "a colleague")} asks for your endorsement`,
  Body: ({ letter }) => (
    <>
      <P>{`${sentence(letter.about.person ?? "a colleague")} would like to be trained and to challenge other authorities.`}</P>
      <P>A challenger gives a few days a year. You know best whether this person is the right one, and whether they can be spared. You may refuse with a reason, which only they and the coordinator read.</P>
    </>
  ),
  button: () => ({ label: "Read and decide" }),
  next: () => "They and the coordinator are told what you decide.",
  example: { ...joField(), about: { person: "Jo Field", endorseBy: "2026-12-07" } },
});
