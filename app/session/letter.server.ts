import type { Letter } from "~emails/define-email";
import { codeMinutes } from "./auth.server";

/** The sign-in email. Its code and link are secrets: the outbox removes them once it is sent. */
export function signInLetter({ name, code, path, when }: { name: string; code: string; path: string; when: Date }): Letter {
  return {
    recipient: { name },
    role: "person",
    title: "Sign in to Candour",
    subject: "Candour",
    authority: null,
    round: "",
    region: "",
    path,
    due: null,
    by: null,
    when: when.toISOString(),
    about: { code, minutes: codeMinutes },
    calendar: [],
  };
}
