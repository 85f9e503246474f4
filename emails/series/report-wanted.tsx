import { defineEmail } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";

/** To the coordinator while the report is awaited. */
export const reportWanted = defineEmail({
  about: {},
  what: () => "Publish the evidence report",
  due: (letter) => letter.due,
  deadline: "awaited",
  preview: () => "Those who took part wait for it.",
  heading: (letter) => `The evidence report of ${letter.title} is awaited`,
  Body: () => (
    <>
      <P>{"The notes of the sessions are combined by theme. Write what they come to, and publish the report: everybody who took part is told."}</P>
    </>
  ),
  button: () => ({ label: "See the evidence report" }),
  next: () => null,
  example: { ...actionLearning({ due: "2027-06-30" }), about: {} },
});
