import { z } from "zod";

/** A scale is from 1 (not at all) to 5 (very much); a text is in the person's own words. */
export const questionKinds = ["scale", "text"] as const;
export type QuestionKind = (typeof questionKinds)[number];

const question = z.object({ id: z.string().min(1).max(20), kind: z.enum(questionKinds), text: z.string().trim().min(1).max(200), required: z.boolean() });
export type Question = z.output<typeof question>;

const form = z.array(question).max(20);
const answer = z.record(z.string(), z.union([z.number().int().min(1).max(5), z.string().max(2000)]));
/** What one person said, by the question's id. There is no name in it, and no time. */
export type Answer = z.output<typeof answer>;

/** The words of a scale, from 1 to 5. */
export const scaleWords = ["Not at all", "A little", "Partly", "Mostly", "Very much"] as const;

/** What a day is asked when nobody has changed the form. */
export const defaultQuestions: readonly Question[] = [
  { id: "useful", kind: "scale", text: "How useful was the day for your work?", required: true },
  { id: "teaching", kind: "scale", text: "How well was it taught?", required: true },
  { id: "apply", kind: "scale", text: "How much of it will you use in the next three months?", required: true },
  { id: "arranged", kind: "scale", text: "How well was it arranged?", required: true },
  { id: "best", kind: "text", text: "What was best?", required: false },
  { id: "change", kind: "text", text: "What should be different next time?", required: false },
];

/** What those who completed it are asked six months later. */
export const impactQuestions: readonly Question[] = [
  { id: "practice", kind: "scale", text: "How much has the programme changed how you lead?", required: true },
  { id: "service", kind: "scale", text: "How much has your service gained from it?", required: true },
  { id: "network", kind: "scale", text: "How much do you still work with people you met there?", required: true },
  { id: "example", kind: "text", text: "Give one example of something you now do differently.", required: false },
];

/** The questions as stored; the default when there are none. */
export function questionsOf(stored: unknown): readonly Question[] {
  const read = form.safeParse(stored);
  return read.success && read.data.length > 0 ? read.data : defaultQuestions;
}

/** The answers as stored. */
export function answersOf(stored: unknown): readonly Answer[] {
  return z.array(answer).parse(stored);
}
