import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";
import { ofAll } from "../words";

/** To the coordinator: the board can begin. */
export const nominationsClosed = defineEmail({
  about: { selectBy: fact.day, nominated: fact.count, submitted: fact.count },
  what: () => "Nominations are closed",
  due: (letter) => letter.about.selectBy,
  deadline: "awaited",
  preview: () => "Draft on the board who is offered a place, who is on the reserve list and in which order, and who is not selected.",
  heading: (letter) => `${ofAll(letter.about.submitted, letter.about.nominated, "nomination")} for ${letter.title} can be selected`,
  Body: () => (
    <>
      <P>{"Draft on the board who is offered a place, who is on the reserve list and in which order, and who is not selected. Nobody sees a draft; all decisions come out together."}</P>
    </>
  ),
  button: () => ({ label: "Open the selection board" }),
  next: () => null,
  example: { ...cohort(), about: { selectBy: "2027-02-09", nominated: 52, submitted: 40 } },
});
