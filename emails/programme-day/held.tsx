import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator: say who came. */
export const held = defineEmail({
  about: { recordBy: fact.day },
  what: () => "Record who came",
  due: (letter) => letter.about.recordBy,
  deadline: "awaited",
  preview: () => "Say who came.",
  heading: (letter) => `${sentence(letter.title)} has been held`,
  Body: () => (
    <>
      <P>{"Say who came: whoever was there is then asked what they thought. What people needed on the day has been deleted."}</P>
    </>
  ),
  button: () => ({ label: "Record who came" }),
  next: () => null,
  example: { ...programmeDay(), about: { recordBy: "2026-11-27" } },
});
