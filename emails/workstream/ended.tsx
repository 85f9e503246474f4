import { defineEmail } from "../define-email";
import { aWorkstream } from "../examples";
import { P } from "../letter";

/** The next plan has begun. */
export const ended = defineEmail({
  about: {},
  what: () => "Ended",
  deadline: "settled",
  preview: () => "The next plan has begun.",
  heading: (letter) => `The workstream has ended: ${letter.title}`,
  Body: () => (
    <>
      <P>{"The next plan has begun. Its open actions go on there."}</P>
    </>
  ),
  button: () => ({ label: "See the workstream" }),
  next: () => "Nothing more is asked of you here.",
  example: { ...aWorkstream({ role: "workstreamSponsor", recipient: { name: "Ada Whitlock" } }), about: {} },
});
