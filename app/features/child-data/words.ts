import type { HitKind } from "./detect";

/** What was found, in a word or two. */
export const kindLabels = {
  nhsNumber: "NHS number",
  pupilNumber: "Unique pupil number",
  nationalInsurance: "National Insurance number",
  dateOfBirth: "Date of birth",
  caseNumber: "Case number",
  email: "Email address",
  phone: "Telephone number",
  postcode: "Postcode",
  name: "A name",
  initials: "Initials with an age",
} as const satisfies Readonly<Record<HitKind, string>>;

/** The sentence with which a server refuses. */
export const refusalWords = "Something here may identify a child. Take it out, or look at each and say why it is not about a child.";
