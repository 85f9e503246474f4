import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the host, its chief executive, the team and the coordinator after the presentation on the last day. */
export const presentationGiven = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { leadChallenger: "Presented: now the findings", challenger: "Presented: now the findings", others: "Presented: the letter follows" }),
  deadline: "settled",
  preview: () => "The team has presented what it saw.",
  heading: (letter) => `The presentation of ${letter.title} was given`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        leadChallenger: "Thank you. File what you found in the challenge record that was begun for it, and turn it into the letter with your team.",
        challenger: "Thank you. File what you found in the challenge record that was begun for it.",
        chiefExecutive: "The team now writes its letter. Your director checks its facts first; then you are told that it is final.",
        coordinator: "A challenge record was begun with the same team. You can follow it from the visit’s page.",
        others: "The team now writes its letter. You check its facts, and answer it with an action plan.",
      })}
    </P>
  ),
  button: (letter) => byRole(letter, { leadChallenger: { label: "Go to the findings" }, challenger: { label: "Go to the findings" }, others: { label: "See the visit" } }),
  next: () => "When the letter is final, the visit is closed.",
  example: { ...leeds({ by: "Helen Shaw, director of children's services, York" }), about: {} },
});
