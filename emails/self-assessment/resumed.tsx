import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayRound } from "../words";

/** To the coordinator and the director (and the delegate by choice), when an authority comes back into the round. */
export const resumed = defineEmail({
  about: { newDate: fact.day },
  what: (letter) => byRole(letter, { coordinator: "An authority is back", others: "Back in the round" }),
  due: ({ about, due }) => due ?? about.newDate,
  deadline: "awaited",
  preview: (letter) => `${letter.authority ?? "The authority"} takes part again.`,
  heading: (letter) => `${letter.authority ?? "The authority"} takes part in ${sayRound(letter)} again`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: "It counts as outstanding again until it is in. If the date is too near, grant an extension.",
        others: "Your self-assessment is open for writing again, with everything that was written before. If the date is too near, ask the coordinator for an extension.",
      })}
    </P>
  ),
  button: () => ({ label: "Open the self-assessment" }),
  next: () => "Reminders are sent again before and after the date.",
  example: { ...kent({ by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
