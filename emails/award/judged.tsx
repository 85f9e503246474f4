import { defineEmail, fact } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";
import { ofAll, sayName, sentence } from "../words";

/** To the coordinator: a judge has judged, or has changed what they said. */
export const judged = defineEmail({
  about: { judged: fact.count, judges: fact.count },
  what: () => "A judge has judged",
  deadline: "settled",
  preview: () => "What they say is on the award’s page, for you alone.",
  heading: (letter) => `${sayName(letter)} judged nominations for ${letter.title}`,
  Body: ({ letter: { about } }) => (
    <>
      {typeof about.judged === "number" && typeof about.judges === "number" ? <P>{about.judged >= about.judges ? "Every judge has now judged all that they may." : `${sentence(ofAll(about.judged, about.judges, "judge"))} ${about.judged === 1 ? "has" : "have"} judged all that they may.`}</P> : null}
      <P>{"What they say is on the award’s page, for you alone. They can change it until the shortlist is published."}</P>
    </>
  ),
  button: () => ({ label: "Go to the award" }),
  next: () => "When they have judged, choose the shortlist.",
  example: { ...teamAward({ by: "Ruth Ellison, Director of Children’s Services, Medway" }), about: { judged: 2, judges: 3 } },
});
