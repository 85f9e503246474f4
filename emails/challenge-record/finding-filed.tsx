import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName, sentence } from "../words";

/** To the lead challenger when somebody of the team has filed a finding; may wait for the day's digest. */
export const findingFiled = defineEmail({
  about: { findings: fact.count, strengths: fact.count, areas: fact.count },
  what: () => "A finding was filed",
  deadline: "awaited",
  preview: (letter) => `${sayName(letter)} filed a finding.`,
  heading: (letter) => `${sayName(letter)} filed a finding for ${letter.title}`,
  Body: ({ letter }) => (
    <>
      {letter.about.findings ? <P>{sentence(count(letter.about.findings, "finding"))} filed so far: {count(letter.about.strengths ?? 0, "strength")}, {count(letter.about.areas ?? 0, "area for consideration", "areas for consideration")}.</P> : null}
      <P>What it says can be read in Candour only.</P>
    </>
  ),
  button: () => ({ label: "See the findings" }),
  next: () => "When everybody has filed, you finish the findings, and the letter can be drafted.",
  example: { ...kentRecord({ by: "Ben Carter" }), about: { findings: 5, strengths: 2, areas: 3 } },
});
