import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To directors, sponsors and leads: the draft can be commented on. */
export const consultationOpened = defineEmail({
  about: { consultBy: fact.day },
  what: () => "Comment on the draft plan",
  due: (letter) => letter.about.consultBy,
  deadline: "awaited",
  preview: () => "Priorities and workstreams, before they are approved.",
  heading: (letter) => `The draft is open for comments: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { workstreamLead: "You are named to lead a workstream of it.", workstreamSponsor: "You are named to sponsor a workstream of it.", others: "Its priorities and workstreams, with who sponsors and leads them, can be read on its page." })}</P>
    </>
  ),
  button: () => ({ label: "Read and comment" }),
  next: () => "Every comment is answered. Afterwards the plan goes to a directors’ meeting.",
  example: { ...theRegionsPlan({ role: "director", recipient: { name: "Ada Whitlock" } }), about: { consultBy: "2027-05-14" } },
});
