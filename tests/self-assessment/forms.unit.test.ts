import { expect, test } from "vitest";

import { answerText, isAnswered, sameAnswer, type AnswerValue } from "~/features/self-assessment/answers";
import { both } from "~/features/self-assessment/both";
import { unexplained, wantingIn } from "~/features/self-assessment/content";
import { answerPosted, answerTooLong, boxesOf, reasonField } from "~/features/self-assessment/forms";
import { outcomeOf } from "~/features/self-assessment/outcome";
import { recordAct, stepLinks } from "~/features/self-assessment/record-acts";
import { happened, refusalWords, stateLabels, taskOf } from "~/features/self-assessment/words";
import { question as questionSchema, type Question } from "~/features/template/content";
import { pressOf } from "~/ui/form-state";
import { rowsOf, statesOf } from "~machines/machine";
import { selfAssessment } from "~machines/self-assessment";

const themes = [{ id: "practice", label: "Practice" }];
const asked = { title: "T", hint: "", required: true };
const questions: Readonly<Record<string, Question>> = {
  text: questionSchema.parse({ kind: "longText", id: "q", ...asked, wordLimit: 3 }),
  choice: questionSchema.parse({ kind: "choice", id: "q", ...asked, options: [{ id: "a", label: "A" }] }),
  items: questionSchema.parse({ kind: "strengths", id: "q", ...asked, themes }),
  ticks: questionSchema.parse({ kind: "signaturesOfRisk", id: "q", ...asked, checklist: [{ id: "x", label: "X" }, { id: "y", label: "Y" }] }),
  figures: questionSchema.parse({ kind: "indicatorNarrative", id: "q", ...asked }),
};

test("what a form shows of an answer is what it posts back", () => {
  const answers: readonly (readonly [Question, AnswerValue])[] = [
    [questions["text"]!, { text: "two\nlines" }],
    [questions["choice"]!, { option: "a", note: "because" }],
    [questions["items"]!, { items: [{ title: "One", text: "How", theme: "practice" }, { title: "Two", text: "", theme: "" }] }],
    [questions["ticks"]!, { ticked: ["x", "y"], note: "" }],
    [questions["figures"]!, { narratives: { rate: "It fell" } }],
  ];
  for (const [question, value] of answers) {
    const posted = answerPosted(question, boxesOf(question, value));
    expect(posted && sameAnswer(posted, value)).toBe(true);
  }
});

test("a question that was not on the page is left alone", () => {
  for (const question of Object.values(questions)) expect(answerPosted(question, { "answer.other.text": "x" })).toBeNull();
});

test("the browser's line ends and control characters are no difference", () => {
  expect(answerPosted(questions["text"]!, { "answer.q.text": "a\r\nb\u0000\u000bc" })).toEqual({ text: "a\nbc" });
});

test("a made-up option, theme or tick is not taken", () => {
  expect(answerPosted(questions["choice"]!, { "answer.q.option": "evil", "answer.q.note": "" })).toEqual({ option: "", note: "" });
  expect(answerPosted(questions["ticks"]!, { "answer.q.ticked": ["x", "evil"], "answer.q.note": "" })).toEqual({ ticked: ["x"], note: "" });
  expect(answerPosted(questions["items"]!, { "answer.q.0.title": "One", "answer.q.0.text": "", "answer.q.0.theme": "evil" })).toEqual({ items: [{ title: "One", text: "", theme: "" }] });
});

test("empty rows of a list are no records", () => {
  expect(answerPosted(questions["items"]!, { "answer.q.0.title": " ", "answer.q.0.text": "", "answer.q.0.theme": "", "answer.q.1.title": "Two", "answer.q.1.text": "", "answer.q.1.theme": "" })).toEqual({
    items: [{ title: "Two", text: "", theme: "" }],
  });
});

test("a text too long to keep says so at its own box", () => {
  expect(answerTooLong(questions["text"]!, { text: "x".repeat(60_001) })).toMatchObject({ field: "answer.q.text" });
  expect(answerTooLong(questions["items"]!, { items: [{ title: "x".repeat(301), text: "", theme: "" }] })).toMatchObject({ field: "answer.q.0.title" });
  expect(answerTooLong(questions["text"]!, { text: "short" })).toBeNull();
});

test("what is wanted of an answer: a text, fewer words, or a second look", () => {
  const of = (words: string, carriedForward = false) => wantingIn(questions["text"]!, { value: { text: words }, carriedForward });
  expect([of(""), of("one two three"), of("one two three four"), of("one", true)]).toEqual(["missing", null, "tooLong", "carriedForward"]);
  expect(wantingIn(questions["text"]!, undefined)).toBe("missing");
  expect(isAnswered({ ticked: [], note: "None of these" })).toBe(true);
});

test("outliers count as explained only by a narrative about them, and only where the template asks", () => {
  const template = (question: Question) => ({ chapters: [{ id: "c", title: "C", guidance: "", sections: [{ id: "s", title: "S", guidance: "", questions: [question] }] }] });
  const asks = template(questions["figures"]!);
  expect(unexplained(asks, {}, ["rate"])).toEqual(["rate"]);
  expect(unexplained(asks, { q: { narratives: { rate: "It fell", other: "" } } }, ["rate", "other"])).toEqual(["other"]);
  expect(unexplained(template(questions["text"]!), {}, ["rate"])).toEqual([]);
});

test("both versions together drop no text", () => {
  expect(both({ text: "a" }, { text: "b" })).toEqual({ text: "a\n\nb" });
  expect(both({ ticked: ["x"], note: "a" }, { ticked: ["x", "y"], note: "b" })).toEqual({ ticked: ["x", "y"], note: "a\n\nb" });
  expect(both({ narratives: { r: "a" } }, { narratives: { r: "b", s: "c" } })).toEqual({ narratives: { r: "a\n\nb", s: "c" } });
  const one = { title: "One", text: "", theme: "" };
  expect(both({ items: [one] }, { items: [one, { ...one, title: "Two" }] })).toEqual({ items: [one, { ...one, title: "Two" }] });
});

test("an answer reads as plain text with its names, not its ids", () => {
  expect(answerText({ items: [{ title: "One", text: "How", theme: "practice" }] }, { nameOf: () => "Practice" })).toBe("One (Practice)\nHow");
});

test("a reason is trimmed, asked for, and limited", () => {
  expect(reasonField.safeParse("  thin \u0000 ").data).toBe("thin");
  expect(reasonField.safeParse("   ").error?.issues[0]?.message).toBe("Give a reason");
  expect(reasonField.safeParse(undefined).error?.issues[0]?.message).toBe("Give a reason");
  expect(reasonField.safeParse("x".repeat(2001)).success).toBe(false);
});

test("a refusal for who one is looks like an unknown page, a stale page is a conflict, the rest is to be mended", () => {
  const status = (reason: string) => outcomeOf({ kind: "refused", reason });
  expect([status("not-your-role"), status("no-such-step"), status("hasReason")].map((one) => (one.ok ? 200 : one.status))).toEqual([404, 409, 422]);
  expect(outcomeOf({ kind: "repeated" })).toEqual({ ok: true });
});

test("a tampered press is ignored, not believed", () => {
  expect(pressOf({ revision: "-1; drop", requestKey: "<script>" })).toEqual({});
  expect(pressOf({ revision: "7", requestKey: "0f8fad5b-d9cb" })).toEqual({ expectedRevision: 7, requestKey: "0f8fad5b-d9cb" });
});

test("every state has its label, every event its past tense, every guard its sentence", () => {
  expect(Object.keys(stateLabels).sort()).toEqual([...statesOf(selfAssessment)].sort());
  for (const row of rowsOf(selfAssessment)) {
    expect(happened(row.event), row.event).not.toBe(row.event);
    for (const guard of row.guards) expect(refusalWords(guard), guard).not.toBe(refusalWords("unheard of"));
  }
});

test("every step that a person can take has a page that it is taken on", () => {
  // Reminders are sent from the chase board.
  const events = new Set(rowsOf(selfAssessment).filter((row) => row.by.some((role) => role !== "system")).map((row) => row.event));
  for (const event of events) {
    if (event === "reminder.send" || event === "chapter.complete") continue;
    const { main, others } = stepLinks("id", [{ event }]);
    expect(main ?? others[0], event).toBeDefined();
  }
  expect(recordAct("no-such-act")).toBeUndefined();
});

test("a task says what to do and with what", () => {
  expect(taskOf({ state: "readyForDcs", role: "dcs", title: "Kent’s self-assessment" })).toBe("Read and sign Kent’s self-assessment");
});
