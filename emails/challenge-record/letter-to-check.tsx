import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To the host's director (and the delegate) with the letter whose facts are to be checked. */
export const letterToCheck = defineEmail({
  about: { heldOn: fact.day, version: fact.count },
  what: () => "Check the facts of your letter",
  deadline: "awaited",
  preview: () => "Facts can be corrected, point by point. Opinions stay the team’s.",
  heading: (letter) => `The letter on ${letter.title} is ready for you to check`,
  Body: ({ letter }) => (
    <>
      <P>{sayName(letter)} has written to you about the challenge on {letter.about.heldOn ? sayDay(letter.about.heldOn, letter.when) : "the day"}. Please read the letter and say where a fact is wrong, point by point, each with what is right. An opinion is not a point of fact; for what you want to say beside the letter there is a free response.</P>
      <P>If every fact is right, say so: the letter waits for your answer. No answer is never taken as agreement.</P>
    </>
  ),
  button: () => ({ label: "Read the letter and check its facts" }),
  next: () => "The lead challenger accepts or refuses each point with a reason. Then the letter is final.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs" }), about: { heldOn: "2027-02-09", version: 1 } },
});
