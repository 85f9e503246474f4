import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the director whose document it is (and the delegate by choice), when others may read it. */
export const shared = defineEmail({
  about: { version: fact.count },
  what: () => "Now shared",
  due: () => null,
  deadline: "settled",
  preview: () => "Those the round allows can read it from now on.",
  heading: (letter) => `${sentence(letter.title)} is shared`,
  Body: () => <P>The directors and observers whom the round allows can now read it, and have been told. You can see at any time who may read it and who has.</P>,
  button: () => ({ label: "See who can read it" }),
  next: () => "If the round has moderation, a moderator from another authority reads it next. After that it is challenged.",
  example: { ...kent({ due: null, by: "Priya Nair, SLI coordinator, South East" }), about: { version: 1 } },
});
