import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To the coordinator: a reader has declined. */
export const readerDeclined = defineEmail({
  about: { heldOn: fact.day },
  what: () => "Name another reader",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "event on" },
  preview: () => "A reader has declined, with a reason.",
  heading: (letter) => `A reader of ${letter.title} has declined`,
  Body: () => (
    <>
      <P>{"The reason is on the report’s page. Until another reader is named, no outcome can be recorded."}</P>
    </>
  ),
  button: () => ({ label: "Name another reader" }),
  next: () => "The authority, its readers and whoever reads it no longer are told when you have.",
  example: { ...barnsleyReport({ role: "coordinator", by: "Ruth Ellison, Director of Children’s Services" }), about: { heldOn: "2027-01-08" } },
});
