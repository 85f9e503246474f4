import { fileTypeFromBuffer } from "file-type";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";

import { drawable } from "~/features/document/pdf.server";
import { pdfOf, wordOf } from "~/features/document";
import { letterDocument, type FrozenLetter } from "~/features/letter/document";
import type { Section } from "~/features/letter/content";
import { mainPart, stylesPart } from "~tests/support/word";

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const paragraph = (number: number, section: Section, heading: string, text: string) => ({ id: id(number), section, heading, text, findingIds: [id(900 + number)] });

const letter: FrozenLetter = {
  version: 3,
  kind: "final",
  sha256: "ab".repeat(32),
  content: {
    authority: { id: "kent", name: "Kent" }, region: "South East", activity: "Challenge session of Kent, Medway and Reading", round: "2025/26", heldOn: "2026-02-12",
    to: ["Rose Hart, Director of children’s services"], lead: "Łukasz Ōta", team: ["Tom Reed"],
    paragraphs: [
      paragraph(1, "opening", "", "This letter says what peers saw."),
      paragraph(2, "strengths", "Leadership", "Leaders are <seen> & heard.\nThey know their practice.\n\nStaff say so."),
      paragraph(3, "areas", "Front door", "Thresholds are read differently – in “two” of the three hubs. ".repeat(60)),
      paragraph(4, "closing", "", "You have 20 working days."),
    ],
    accuracy: "noAnswer", frozenAt: "2026-03-20T10:00:00.000Z",
  },
};

/** Every stream of a PDF, unpacked, and everything between them. */
function insideOf(file: Buffer): string {
  const parts: string[] = [];
  for (let at = 0; ;) {
    const begins = file.indexOf("stream", at);
    if (begins < 0) return [...parts, file.subarray(at).toString("latin1")].join("\n");
    parts.push(file.subarray(at, begins).toString("latin1"));
    const start = begins + (file[begins + 6] === 13 ? 8 : 7);
    const ends = file.indexOf("endstream", start);
    const packed = file.subarray(start, ends);
    try {
      parts.push(inflateSync(packed, { finishFlush: 2 }).toString("latin1"));
    } catch {
      parts.push(packed.toString("latin1"));
    }
    at = ends + 9;
  }
}

test("the Word file opens and says the whole letter in its order, with real headings and what silence means", async () => {
  const file = await wordOf(letterDocument(letter));
  expect((await fileTypeFromBuffer(file))?.ext).toBe("docx");
  const xml = mainPart(file);
  const inOrder = ["Kent: letter after the peer challenge of 12 February 2026", "Łukasz Ōta, lead challenger", "About this challenge", "Strengths", "Leaders are &lt;seen&gt; &amp; heard.", "Areas for consideration", "What happens next", "That is not agreement."];
  const places = inOrder.map((words) => xml.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(xml.match(/w:val="Heading1"/g)).toHaveLength(4);
  expect(xml.match(/w:val="Heading2"/g)).toHaveLength(2);
  // Without its level a heading is one for Word alone: LibreOffice showed no outline.
  for (const level of [1, 2, 3]) expect(stylesPart(file)).toMatch(new RegExp(`w:styleId="Heading${level}">.*?<w:outlineLvl w:val="${level - 1}"/>`));
});

test("the PDF is tagged, names its language and title, embeds its type and has its headings as bookmarks", async () => {
  const file = await pdfOf(letterDocument(letter));
  expect((await fileTypeFromBuffer(file))?.ext).toBe("pdf");
  const inside = insideOf(file);
  for (const wanted of ["/Marked true", "/Lang (en-GB)", "/DisplayDocTitle true", "/StructTreeRoot", "/ParentTree", "/Outlines", "pdfuaid:part", "/FontFile2"]) expect(inside, wanted).toContain(wanted);
  const tags = [...inside.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag);
  expect(tags.filter((tag) => tag === "Document")).toHaveLength(1);
  expect(tags.filter((tag) => tag === "H1")).toHaveLength(1);
  expect(tags.filter((tag) => tag === "H2")).toHaveLength(4);
  expect(tags.filter((tag) => tag === "H3")).toHaveLength(2);
  expect(inside).toContain("/Artifact");
});

test("the same frozen letter makes the same PDF", async () => {
  const one = await pdfOf(letterDocument(letter));
  expect((await pdfOf(letterDocument(letter))).equals(one)).toBe(true);
});

test("what the type cannot draw is a question mark, not an empty box, and letters of other languages are drawn", () => {
  expect(drawable("Łukasz, Siân, “quoted” – £5")).toBe("Łukasz, Siân, “quoted” – £5");
  // Neither file has "Ō" as one drawing; the plain one has the letter and the mark.
  expect(drawable("Łukasz Ōta, Kōwhai, Ũ, Ŋaio, Ŧ, Ĉ, well done 🎉").normalize("NFC")).toBe("Łukasz Ōta, Kōwhai, Ũ, Naio, T, C, well done ?");
  // What has no mark in our type is still read as its letter.
  expect(drawable("Ĝ")).toBe("G");
});
