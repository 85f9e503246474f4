import { defineEmail, fact } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";
import { ofAll, sentence } from "../words";

/** To the coordinator: the judges begin. */
export const nominationsClosed = defineEmail({
  about: { nominations: fact.count, authorities: fact.count },
  what: () => "Nominations closed",
  deadline: "settled",
  preview: () => "Nominations closed",
  heading: (letter) => `Nominations for ${letter.title} are closed`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.nominations === "number" ? sentence(ofAll(letter.about.nominations, letter.about.authorities ?? null, "authority", "authorities")) : "The authorities"} nominated a team. The judges have been told.`}</P>
    </>
  ),
  button: () => ({ label: "Go to the award" }),
  next: () => "When they have judged, choose the shortlist.",
  example: { ...teamAward({ by: null }), about: { nominations: 9, authorities: 14 } },
});
