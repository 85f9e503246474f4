import { z } from "zod";

/** A text that must be given, trimmed. `ask` is the whole message: "Enter the person's name". */
export function required(ask: string, longest = 200) {
  return z
    .string({ error: ask })
    .trim()
    .min(1, ask)
    .max(longest, `${ask.replace(/^(Enter|Give) /, "Shorten ")} to ${longest} characters or fewer`);
}

/** A text that may be left out, trimmed; an empty one is an empty text. */
export function optional(name: string, longest = 200) {
  return z.string().trim().max(longest, `${name} must be ${longest} characters or fewer`).default("");
}

/** An email address, trimmed and in lower case, as it is stored. */
export function emailAddress(ask = "Enter an email address") {
  return required(ask, 254)
    .toLowerCase()
    .pipe(z.email("Enter an email address in the correct format, like name@example.org"));
}

/** Checkboxes of one name: nothing, one or several ticked, as a list. */
export function ticked<Choice extends z.ZodType>(choice: Choice) {
  return z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(choice));
}

/** A single checkbox: ticked or not. */
export const isTicked = z.preprocess((value) => value !== undefined && value !== "", z.boolean());
