import { expect, test } from "vitest";

import { changesBetween } from "~/features/letter/changes";
import { missingParts } from "~/features/letter/content";

const [a, b, c, d] = ["00000000-0000-7000-8000-00000000000a", "00000000-0000-7000-8000-00000000000b", "00000000-0000-7000-8000-00000000000c", "00000000-0000-7000-8000-00000000000d"] as const;
const paragraph = (id: string, text: string, section: "strengths" | "areas" = "areas", heading = "Front door") => ({ id, section, heading, text });

test("a paragraph that is new, gone, reworded or elsewhere is told as that, and one that only made room is not told", () => {
  const older = [paragraph(a, "One"), paragraph(b, "Two"), paragraph(c, "Three")];
  const newer = [paragraph(a, "One, put better"), paragraph(d, "Four"), paragraph(c, "Three")];
  expect(changesBetween(older, newer).map((one) => [one.id, one.kind])).toEqual([[a, "changed"], [d, "added"], [b, "removed"]]);
  // Of two that changed places either may be called the one that moved, but never both.
  expect(changesBetween(older, [paragraph(b, "Two"), paragraph(a, "One"), paragraph(c, "Three")]).map((one) => one.kind)).toEqual(["moved"]);
  expect(changesBetween(older, [paragraph(c, "Three"), paragraph(a, "One"), paragraph(b, "Two")]).map((one) => [one.id, one.kind])).toEqual([[c, "moved"]]);
  expect(changesBetween(older, older)).toEqual([]);
});

test("a changed heading is a change, and its words are in the difference", () => {
  const [change] = changesBetween([paragraph(a, "One")], [paragraph(a, "One", "areas", "At the front door")]);
  expect(change).toMatchObject({ kind: "changed", title: "Areas for consideration: At the front door", before: "Front door\nOne", after: "At the front door\nOne" });
});

test("a letter without strengths, or without areas, lacks a part: an empty paragraph is none", () => {
  expect(missingParts([paragraph(a, "One", "areas")])).toEqual(["strengths"]);
  expect(missingParts([paragraph(a, "  \n", "areas"), paragraph(b, "Two", "strengths")])).toEqual(["areas"]);
  expect(missingParts([paragraph(a, "One", "areas"), paragraph(b, "Two", "strengths")])).toEqual([]);
});
