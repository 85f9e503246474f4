import type { QuestionKind } from "./content";

/** Each kind of question as a coordinator chooses it. */
export const kindWords = {
  longText: { label: "Long text", hint: "A box to write in, with a word limit if you set one" },
  choice: { label: "Choice", hint: "One of a few options" },
  indicatorNarrative: { label: "Indicator narrative", hint: "A text beside the authority’s own figures: on one indicator, or on each of its outliers" },
  strengths: { label: "Strengths", hint: "Separate records, each with a theme" },
  areasForDevelopment: { label: "Areas for development", hint: "Separate records, each with a theme" },
  signaturesOfRisk: { label: "Signatures of risk", hint: "A checklist to tick" },
  signaturesOfStrength: { label: "Signatures of strength", hint: "A checklist to tick" },
  asks: { label: "Asks", hint: "What the authority would like help with" },
  offers: { label: "Offers", hint: "What the authority can offer to others" },
} satisfies Record<QuestionKind, { readonly label: string; readonly hint: string }>;

const refusals: Readonly<Record<string, string>> = {
  frozen: "A round has opened with this version, so it is frozen. Make a new version to change it.",
  "not-a-template": "The template cannot be kept like this. Look for a title that is empty or too long.",
  "name-missing": "Enter a name for the template",
  "name-taken": "Your region already has a template of this name. Choose another",
  "no-such-part": "Somebody has removed this part meanwhile. What you typed is still here: copy it before you leave the page.",
};

/** Why a template was not saved, and how to mend it. */
export function sayTemplateRefusal(reason: string): string {
  return refusals[reason] ?? "The template cannot be changed just now.";
}
