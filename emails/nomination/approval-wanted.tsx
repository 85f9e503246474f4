import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the line manager, with a link of their own that ends. */
export const approvalWanted = defineEmail({
  about: { programme: fact.words, person: fact.words, approveBy: fact.day, link: fact.words },
  what: () => "Approve",
  due: (letter) => letter.about.approveBy,
  deadline: "awaited",
  preview: () => "Opening the link does nothing by itself.",
  heading: (letter) => `Do you approve ${letter.about.person ?? "your colleague"}’s place on ${letter.about.programme ?? "a leadership programme"}?`,
  Body: ({ letter }) => (
    <>
      <P>{`${letter.about.person ?? "Your colleague"} is nominated, and would be away from work on its days. The page shows what they wrote and the days.`}</P>
      <P>{"Opening the link does nothing by itself. It is yours alone; if it has ended, whoever nominated can send a new one."}</P>
    </>
  ),
  button: (letter) => ({ label: "Approve or refuse", ...(letter.about.link ? { path: letter.about.link } : {}) }),
  next: () => "If you approve, the director of their service is asked to endorse it.",
  example: { ...nominationOf({ role: "lineManager", recipient: { name: "Sam Okafor" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", approveBy: "2026-12-04", link: "/nominations/approve/0199f2c4-example" } },
});
