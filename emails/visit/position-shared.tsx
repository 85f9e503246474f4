import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the team, the coordinator and the host when the position statement is shared, or a newer one. */
export const positionShared = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day, again: fact.yesOrNo },
  what: (letter) => `${byRole(letter, { hostDcs: "Shared with the team", delegate: "Shared with the team", others: "Read before the visit" })}${letter.about.again ? ", newer statement" : ""}`,
  due: ({ about }) => about.firstDay,
  deadline: { says: "from" },
  preview: ({ about }) => (about.again ? "There is a newer position statement." : "The host’s position statement is there."),
  heading: (letter) => `The position statement for ${letter.title} is ${letter.about.again ? "renewed" : "shared"}`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        leadChallenger: "It says where the host thinks it stands on the theme. Only the team, the host and the coordinator can read it.",
        challenger: "It says where the host thinks it stands on the theme. Only the team, the host and the coordinator can read it.",
        coordinator: "The team has been told. You can read it too.",
        others: "The team and the coordinator can read it from now on. If you change it, share it again and they are told.",
      })}
    </P>
  ),
  button: () => ({ label: "Read the position statement" }),
  next: () => "The visit begins on its first day, and you are told that morning where to look.",
  example: { ...leeds({ role: "leadChallenger", by: "Ruth Ellison, director of children's services, Leeds" }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28", again: false } },
});
