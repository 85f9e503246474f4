import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the director (and the delegate by choice) and the coordinator when a postponed visit that has no team is taken up again. */
export const resumed = defineEmail({
  about: { stepDueOn: fact.day },
  what: (letter) => byRole(letter, { coordinator: "Propose a team again", others: "Taken up again" }),
  due: (letter) => byRole(letter, { coordinator: letter.about.stepDueOn, others: null }),
  deadline: "awaited",
  preview: () => "New dates can be found for it.",
  heading: (letter) => `${sentence(letter.title)} is taken up again`,
  Body: ({ letter }) => <P>{byRole(letter, { coordinator: "Its possible dates are new, and it waits for a team.", others: "Its possible dates are new. The coordinator now looks for a team." })}</P>,
  button: (letter) => byRole(letter, { coordinator: { label: "Propose a team" }, others: { label: "See where it stands" } }),
  next: () => "The host sees the proposed team and may object to one member, once.",
  example: { ...leeds(), about: { stepDueOn: "2026-12-07" } },
});
