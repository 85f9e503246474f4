import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the team, the coordinator and the host's director when the lead challenger has finished the findings. */
export const findingsAreIn = defineEmail({
  about: { findings: fact.count, strengths: fact.count, areas: fact.count, others: fact.count },
  what: (letter) => byRole(letter, { leadChallenger: "All findings are in, the letter is next", others: "All findings are in" }),
  deadline: "awaited",
  preview: ({ about }) => (about.findings ? `${sentence(count(about.findings, "finding"))} filed.` : "The letter is drafted next."),
  heading: (letter) => `All findings for ${letter.title} are in`,
  Body: ({ letter }) => (
    <>
      {letter.about.findings ? <P>{sentence(count(letter.about.findings, "finding"))}: {count(letter.about.strengths ?? 0, "strength")}, {count(letter.about.areas ?? 0, "area for consideration", "areas for consideration")} and {count(letter.about.others ?? 0, "other")}.</P> : null}
      {byRole(letter, {
        leadChallenger: <P>Turn them into the letter. Each paragraph stays linked to the findings it says, and what you leave out is shown.</P>,
        challenger: <P>Thank you. They can no longer be changed, unless the lead challenger opens them again. The lead challenger writes the letter from them.</P>,
        hostDcs: <P>The lead challenger now writes the letter. You receive it first, to check its facts, before anybody else reads it.</P>,
        others: <P>The lead challenger now writes the letter, and the host checks its facts. You see the numbers and the themes; the words are the host’s until it releases them.</P>,
      })}
    </>
  ),
  button: (letter) => byRole(letter, { leadChallenger: { label: "Draft the letter" }, others: { label: "See where it stands" } }),
  next: (letter) => byRole(letter, { leadChallenger: "When you send the letter, the host is asked to check its facts.", others: "You are told when the letter has gone to the host." }),
  example: { ...kentRecord(), about: { findings: 12, strengths: 5, areas: 5, others: 2 } },
});
