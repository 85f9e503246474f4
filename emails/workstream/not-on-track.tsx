import { defineEmail, fact } from "../define-email";
import { aWorkstream } from "../examples";
import { P } from "../letter";

/** To sponsor, lead and coordinator: it is not on track, and there is a recovery action. */
export const notOnTrack = defineEmail({
  about: { status: fact.words, updateOn: fact.day },
  what: (letter) => letter.about.status ?? "Not on track",
  due: (letter) => letter.about.updateOn,
  deadline: { says: "next update by" },
  preview: () => "There is a recovery action.",
  heading: (letter) => `The workstream is not on track: ${letter.title}`,
  Body: () => (
    <>
      <P>{"What its lead says, and what is done to recover and by when, are on its page. The recovery action is followed up like every action of the workplan."}</P>
    </>
  ),
  button: () => ({ label: "Read the update" }),
  next: () => "Its owner is reminded before its date.",
  example: { ...aWorkstream({ role: "workstreamSponsor", recipient: { name: "Ada Whitlock" } }), about: { status: "At risk", updateOn: "2027-12-31" } },
});
