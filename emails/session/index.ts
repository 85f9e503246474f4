import { signIn } from "./sign-in";

export const sessionEmails = {
  "session/sign-in": signIn,
} as const;
