import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To the authority and the coordinator: the reply does not settle the matter. */
export const disputed = defineEmail({
  about: {},
  what: () => "The reply does not settle it",
  deadline: "settled",
  preview: () => "Its readers give their reason on the page.",
  heading: (letter) => `A query about ${letter.title} remains`,
  Body: () => (
    <>
      <P>{"Its readers have read the reply and hold to their query. Their reason is on the page: it is not in this email."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: () => "The coordinator publishes the outcome with query, reply and reason to those who read the report.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: {} },
});
