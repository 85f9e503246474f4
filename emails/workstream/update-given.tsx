import { defineEmail, fact } from "../define-email";
import { aWorkstream } from "../examples";
import { P } from "../letter";

/** To sponsor and coordinator: there is an update. */
export const updateGiven = defineEmail({
  about: { updateOn: fact.day },
  what: () => "On track",
  due: (letter) => letter.about.updateOn,
  deadline: { says: "next update by" },
  preview: () => "There is a new update.",
  heading: (letter) => `The workstream is on track: ${letter.title}`,
  Body: () => (
    <>
      <P>{"What its lead says can be read on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read the update" }),
  next: () => "Its lead is asked again before the end of the next quarter.",
  example: { ...aWorkstream({ role: "workstreamSponsor", recipient: { name: "Ada Whitlock" } }), about: { updateOn: "2027-12-31" } },
});
