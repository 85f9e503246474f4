import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** To the coordinator: there is a comment. */
export const commentMade = defineEmail({
  about: { consultBy: fact.day },
  what: () => "A comment on the draft plan",
  due: (letter) => letter.about.consultBy,
  deadline: { says: "ends" },
  preview: () => "It can be read on the plan’s page.",
  heading: (letter) => `There is a comment: ${letter.title}`,
  Body: () => (
    <>
      <P>{"It can be read on the plan’s page. Answer it there: whoever made it is told."}</P>
    </>
  ),
  button: () => ({ label: "Read and answer it" }),
  next: () => "The consultation closes by itself after its last day.",
  example: { ...theRegionsPlan(), about: { consultBy: "2027-05-14" } },
});
