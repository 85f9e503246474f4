import { valueOf, type FormValues } from "~/ui/form-state";

/** A key line of enquiry. */
export interface Line {
  readonly id: string;
  readonly authorityId: string;
  readonly number: number;
  readonly text: string;
  readonly shared: boolean;
}

/** The field of the line with this number, from 1. */
export const lineField = (number: number): string => `kloe.${number}`;

/** The lines as a form's values. */
export function lineValues(lines: readonly Pick<Line, "number" | "text">[]): FormValues {
  return Object.fromEntries(lines.map((line) => [lineField(line.number), line.text]));
}

/** The lines as posted, in order, empty ones left out. */
export function linesPosted(values: FormValues, atMost: number): readonly string[] {
  return Array.from({ length: atMost }, (_, index) => valueOf({ values, errors: {} }, lineField(index + 1)).trim()).filter((text) => text !== "");
}

const refusals: Readonly<Record<string, string>> = {
  none: "Write at least one key line of enquiry",
  "too-many": "There are more key lines of enquiry than your region allows",
  "child-data": "A key line of enquiry may not hold anything that identifies a child or a person. Take it out",
  "already-shared": "These key lines of enquiry are shared and cannot be changed now",
};

/** A refusal of `setKloes` as a sentence. */
export function kloeRefusal(reason: string): string {
  return refusals[reason] ?? "The key lines of enquiry could not be saved";
}
