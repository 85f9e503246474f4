import { expect, test } from "vitest";

import { opinionIn, quotes } from "~/features/letter/opinion";

test("what reads like a view is asked about, in the writer's own words", () => {
  for (const text of ["We feel that this is unfair.", "In our view the letter is one-sided.", "The tone of this paragraph is wrong.", "The letter should reflect our progress.", "I disagree with the judgement.", "This is too harsh."]) {
    expect(opinionIn(text), text).not.toBeNull();
  }
});

test("what is a matter of fact is not asked about", () => {
  for (const text of ["There are 12 social workers, not 9.", "The hub in Dover opened in May 2025.", "The panel meets weekly; it is chaired by the assistant director.", "Supervision was recorded in 91% of cases in the September audit."]) {
    expect(opinionIn(text), text).toBeNull();
  }
});

test("a quotation is found whatever the keyboard's quotation marks, dashes and spaces", () => {
  expect(quotes("The “front door” – a team of nine – is ours’", 'the "front door" - a team')).toBe(true);
  expect(quotes("One thing", "another thing")).toBe(false);
  expect(quotes("One thing", "   ")).toBe(false);
});
