import { z } from "zod";

import { sayMoment, sayTime } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";

/** To whoever asks to sign in: a code and a link, used once, for 15 minutes. */
export const signIn = defineEmail({
  about: { code: z.string().regex(/^\d{6}$/, { error: "must be six digits" }), minutes: fact.count },
  what: () => "Your code to sign in",
  whose: (letter) => `Candour, until ${sayTime(until(letter))}`,
  deadline: "settled",
  preview: (letter) => `It can be used once, until ${sayTime(until(letter))}.`,
  heading: () => "Sign in to Candour",
  Body: ({ letter }) => (
    <>
      <P>Type this code on the page where you asked for it:</P>
      <P>
        <strong style={{ fontSize: "32px", letterSpacing: "0.18em" }}>{letter.about.code}</strong>
      </P>
      <P>Or use the button, then confirm on the page that opens. Code and link can be used once, until {sayMoment(until(letter))}.</P>
      <P>If you did not ask to sign in, do nothing: nobody gets in without this email. Never read the code out to anybody, whoever they say they are.</P>
    </>
  ),
  button: () => ({ label: "Sign in" }),
  next: () => null,
  why: () => "You are told because somebody asked to sign in with this address.",
  byChoice: false,
  example: { ...kent({ role: "self", title: "Signing in", subject: "Candour", authority: null, path: "/sign-in/link?token=example", due: null, by: null }), about: { code: "042917", minutes: 15 } },
});

/** When the code and the link end, as an ISO instant. */
function until(letter: { readonly when: string; readonly about: { readonly minutes?: number | null | undefined } }): string {
  return new Date(Date.parse(letter.when) + (letter.about.minutes ?? 15) * 60_000).toISOString();
}
