import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { count } from "../dates";

/** To the coordinator as a receipt. */
export const commitmentsShared = defineEmail({
  about: { startsOn: fact.day, commitments: fact.count },
  what: () => "Commitments shared",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Those who were there are told.",
  heading: (letter) => `What was committed to is shared: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.commitments === "number" ? `${count(letter.about.commitments, "commitment", "commitments")} can be read together by everybody who was there.` : "Everybody who was there can read them together."} Owners who have not answered yet are reminded by themselves.`}</P>
    </>
  ),
  button: () => ({ label: "See the event" }),
  next: () => "Late ones are on your list of commitments.",
  example: { ...conference(), about: { startsOn: "2027-02-09", commitments: 11 } },
});
