import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt. */
export const nominationsOpened = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Nominations are open",
  due: (letter) => letter.about.closesOn,
  deadline: { says: "closes on" },
  preview: () => "See the cohort in Candour.",
  heading: (letter) => `Nominations for ${letter.title} are open`,
  Body: ({ letter }) => (
    <>
      <P>{`Directors of children’s and of adult services have been invited to nominate${letter.about.closesOn ? ` until ${sayDay(letter.about.closesOn, letter.when)}` : ""}.`}</P>
    </>
  ),
  button: () => ({ label: "See the cohort" }),
  next: () => "Nominations close by themselves after that day, and the selection board can begin.",
  example: { ...cohort(), about: { closesOn: "2026-12-11" } },
});
