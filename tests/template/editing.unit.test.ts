import { expect, test } from "vitest";

import { templateContent, type TemplateContent } from "~/features/template/content";
import { edited, partOf } from "~/features/template/editing";
import { readItems, readQuestion } from "~/features/template/forms";

const content: TemplateContent = {
  chapters: [
    {
      id: "a", title: "A", guidance: "",
      sections: [
        { id: "a1", title: "A1", guidance: "", questions: [
          { id: "q1", kind: "longText", title: "One?", hint: "", required: true },
          { id: "q2", kind: "longText", title: "Two?", hint: "", required: false, wordLimit: 100 },
        ] },
      ],
    },
    { id: "b", title: "B", guidance: "", sections: [] },
  ],
};

test("parts are added where they are wanted, and nowhere when the place has gone", () => {
  const added = edited(content, { do: "addSection", within: "b", id: "b1", heading: { title: "B1", guidance: "Read first" } });
  expect(partOf(added!, "b1")).toMatchObject({ level: "section", part: { title: "B1", guidance: "Read first" } });
  expect(edited(content, { do: "addSection", within: "gone", id: "x", heading: { title: "X", guidance: "" } })).toBeNull();
  expect(edited(content, { do: "addQuestion", within: "a", question: { id: "q9", kind: "longText", title: "In a chapter?", hint: "", required: true } })).toBeNull();
});

test("a part moves one place, stays at the ends, and is removed with all it holds", () => {
  const order = (changed: TemplateContent | null) => changed!.chapters.map((one) => one.id).join("");
  expect(order(edited(content, { do: "move", id: "b", by: -1 }))).toBe("ba");
  expect(order(edited(content, { do: "move", id: "b", by: 1 }))).toBe("ab");
  const swapped = edited(content, { do: "move", id: "q2", by: -1 });
  expect(swapped!.chapters[0]!.sections[0]!.questions.map((one) => one.id)).toEqual(["q2", "q1"]);
  const removed = edited(content, { do: "remove", id: "a" });
  expect([partOf(removed!, "q1"), order(removed)]).toEqual([null, "b"]);
  expect(edited(content, { do: "remove", id: "gone" })).toBeNull();
});

test("two people's changes to different parts both hold when one is made on top of the other", () => {
  const theirs = edited(content, { do: "editHeading", id: "b", heading: { title: "Theirs", guidance: "" } });
  const both = edited(theirs!, { do: "editQuestion", question: { id: "q1", kind: "longText", title: "Mine?", hint: "", required: true } });
  expect([both!.chapters[1]!.title, both!.chapters[0]!.sections[0]!.questions[0]!.title]).toEqual(["Theirs", "Mine?"]);
});

test("no id may be twice in a template", () => {
  const twice = { chapters: [...content.chapters, { id: "q1", title: "C", guidance: "", sections: [] }] };
  expect(templateContent.safeParse(twice).success).toBe(false);
  expect(templateContent.safeParse(content).success).toBe(true);
});

test("a line that stays, or is only reworded in its place, keeps its id; a new one gets a new id", () => {
  let made = 0;
  const newId = () => `new-${(made += 1)}`;
  const before = [{ id: "x", label: "Early help" }, { id: "y", label: "Care leavers" }];
  expect(readItems("Care leavers\nEarly help", before, newId)).toEqual([before[1], before[0]]);
  expect(readItems("Early help\nYoung people leaving care", before, newId)).toEqual([before[0], { id: "y", label: "Young people leaving care" }]);
  expect(readItems("Early help\n\nCare leavers\nSEND\nSEND", before, newId)).toEqual([...before, { id: "new-1", label: "SEND" }]);
});

test("a question's form is refused field by field with everything typed kept", () => {
  const about = { id: "q", kind: "choice" as const, before: null, newId: () => crypto.randomUUID() };
  const typed = { title: " ", hint: "x".repeat(2001), items: "Only one", wordLimit: "0" };
  const read = readQuestion(typed, about);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(Object.keys(read.form.errors)).toEqual(["title", "hint", "wordLimit", "items"]);
  expect(read.form.values).toEqual(typed);
  expect(readQuestion({ title: "Which?", items: "Yes\nNo", required: "yes" }, about)).toMatchObject({ ok: true, data: { kind: "choice", required: true, options: [{ label: "Yes" }, { label: "No" }] } });
});
