import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the lead challenger when the host has sent points of factual accuracy. */
export const pointsToAnswer = defineEmail({
  about: { points: fact.count },
  what: ({ about }) => (about.points ? `${sentence(count(about.points, "point"))} of accuracy to answer` : "Points of accuracy to answer"),
  deadline: "awaited",
  preview: () => "Accept or refuse each, with a reason.",
  heading: (letter) => `The host has answered on the facts of ${letter.title}`,
  Body: ({ letter }) => (
    <>
      {letter.about.points ? <P>{sentence(count(letter.about.points, "point"))} to answer. Accept a point and put the paragraph right, or refuse it with a reason the host can follow.</P> : <P>Accept or refuse each point, with a reason.</P>}
      <P>The points are about facts. The judgement in the letter stays the team’s.</P>
    </>
  ),
  button: () => ({ label: "Answer the points" }),
  next: () => "The host reads each answer. Then you make the letter final.",
  example: { ...kentRecord({ by: "Amara Okafor, director of children's services, Kent" }), about: { points: 3 } },
});
