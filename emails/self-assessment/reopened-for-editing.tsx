import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName, sentence } from "../words";

/** To the director (and the delegate by choice) when a complete but unsigned draft is opened again. */
export const reopenedForEditing = defineEmail({
  about: {},
  what: () => "Opened again for editing",
  deadline: "awaited",
  preview: () => "It no longer waits to be signed.",
  heading: (letter) => `${sentence(letter.title)} is being edited again`,
  Body: ({ letter }) => <P>{sayName(letter)} opened the complete draft for editing, so it no longer waits to be signed. Nothing was signed and nothing is lost.</P>,
  button: () => ({ label: "See what changes" }),
  next: (letter) => byRole(letter, { delegate: "Pass it to your director to sign when the edit is done.", others: "It comes to you to sign again when the edit is done." }),
  example: { ...kent(), about: {} },
});
