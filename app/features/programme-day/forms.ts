import { z } from "zod";
import { optional, required } from "~/ui/fields";

/** What a day is about, beside its date. */
export const dayForm = z.object({ title: required("Enter what the day is called", 120), about: optional("What it is about", 2000) });

export const materialForm = z.object({
  materialTitle: required("Enter what it is called", 120),
  materialLink: required("Enter where it is", 500).refine((text) => /^https:\/\/[^\s]+$/.test(text), "Enter a link that begins with https://"),
});

/** The tutors that are ticked. */
export function tutorIdsOf(values: Readonly<Record<string, string | readonly string[] | undefined>>): string[] {
  const ticked = values["tutors"];
  return ticked === undefined ? [] : typeof ticked === "string" ? [ticked].filter(Boolean) : [...ticked];
}
