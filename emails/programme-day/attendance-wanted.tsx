import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";

/** To the coordinator, while it is not known who came. */
export const attendanceWanted = defineEmail({
  about: { recordBy: fact.day },
  what: () => "Record who came",
  due: (letter) => letter.about.recordBy,
  deadline: "awaited",
  preview: () => "Only those noted as there can be asked what they thought.",
  heading: (letter) => `It is not known who came to ${letter.title}`,
  Body: () => (
    <>
      <P>{"Only those noted as there can be asked what they thought."}</P>
    </>
  ),
  button: () => ({ label: "Record who came" }),
  next: () => null,
  example: { ...programmeDay(), about: { recordBy: "2026-11-27" } },
});
