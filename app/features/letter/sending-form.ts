import { marksPosted, type Mark } from "~/features/child-data/forms";
import type { FormValues } from "~/ui/form-state";
import type { TextToCheck } from "./preview.server";

/** What was ticked and said of each thing that looked like data about a child, or what is still to be said. */
export function marksOfLetter(values: FormValues, toCheck: readonly TextToCheck[]): { readonly marks: Readonly<Record<string, readonly Mark[]>>; readonly errors: Readonly<Record<string, string>> } {
  const read = toCheck.map(({ key, hits }) => ({ key, ...marksPosted(values, hits) }));
  return { marks: Object.fromEntries(read.map(({ key, marks }) => [key, marks])), errors: Object.assign({}, ...read.map(({ errors }) => errors)) as Record<string, string> };
}
