import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";

/** To the coordinator, before and after the day by which the board decides. */
export const selectionDue = defineEmail({
  about: { selectBy: fact.day, submitted: fact.count },
  what: () => "Release the decisions",
  due: (letter) => letter.about.selectBy,
  deadline: "awaited",
  preview: () => "See the cohort in Candour.",
  heading: (letter) => `Everybody nominated for ${letter.title} waits for the decisions`,
  Body: ({ letter }) => (
    <>
      <P>{`${letter.about.submitted ?? 0} nominations are on the board.`}</P>
    </>
  ),
  button: () => ({ label: "Open the selection board" }),
  next: () => null,
  example: { ...cohort(), about: { selectBy: "2027-02-09", submitted: 40 } },
});
