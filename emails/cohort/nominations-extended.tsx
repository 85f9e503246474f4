import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt. */
export const nominationsExtended = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Nominations are open longer",
  due: (letter) => letter.about.closesOn,
  deadline: { says: "closes on" },
  preview: () => "See the cohort in Candour.",
  heading: (letter) => `Nominations for ${letter.title} are open until a new day`,
  Body: ({ letter }) => (
    <>
      <P>{`${letter.about.closesOn ? `They close on ${sayDay(letter.about.closesOn, letter.when)}. ` : ""}The directors who may nominate have been told.`}</P>
    </>
  ),
  button: () => ({ label: "See the cohort" }),
  next: () => null,
  example: { ...cohort(), about: { closesOn: "2026-12-11" } },
});
