import path from "node:path";
import { expect, test } from "vitest";

import { pdfOf, wordOf } from "~/features/document";
import { letterDocument, type FrozenLetter } from "~/features/letter/document";
import type { Section } from "~/features/letter/content";
import { drawnOn, followed, readPdf, tagsOf, type Tag } from "~tests/support/pdf";
import { expectWellFormed, mainPart, partsOf, stylesPart } from "~tests/support/word";

// What a word processor and a screen reader ask of the letter's files, asked of their parts.

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const paragraph = (number: number, section: Section, heading: string, text: string) => ({ id: id(number), section, heading, text, findingIds: [id(900 + number)] });

/** Long enough for several pages, with a name of two types and a paragraph that runs over a page. */
const letter: FrozenLetter = {
  version: 3, kind: "final", sha256: "ab".repeat(32),
  content: {
    authority: { id: "kent", name: "Kent" }, region: "South East", activity: "Challenge session of Kent, Medway and Reading", round: "2025/26", heldOn: "2026-02-12",
    to: ["Rose Hart, Director of children’s services", "Łukasz Ōta, Chief executive"], lead: "Łukasz Ōta", team: ["Tom Reed", "Siân O’Hara"],
    paragraphs: [
      paragraph(1, "opening", "", "This letter says what peers saw."),
      paragraph(2, "strengths", "Leadership", "Leaders are <seen> & heard.\nThey know their practice.\n\nStaff say so."),
      ...Array.from({ length: 6 }, (_, index) => paragraph(3 + index, "areas", `Front door ${index + 1}`, "Thresholds are read differently – in “two” of the three hubs. ".repeat(30 + index * 9))),
      paragraph(20, "recommendations", "Workforce", "Try a one-question record for a term."),
      paragraph(21, "closing", "", "You have 20 working days."),
    ],
    accuracy: "pointsAnswered", frozenAt: "2026-03-20T10:00:00.000Z",
  },
};

const word = await wordOf(letterDocument(letter));
const pdf = readPdf(await pdfOf(letterDocument(letter)));

const all = (tags: readonly Tag[]): readonly Tag[] => tags.flatMap((tag) => [tag, ...all(tag.children)]);

test("every part of the Word file is named in its list of contents, is well formed, and every relationship leads to a part that is there", () => {
  const parts = partsOf(word);
  const types = parts.get("[Content_Types].xml") ?? "";
  const byName = new Set([...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name));
  const byEnding = new Set([...types.matchAll(/Extension="([^"]+)"/g)].map(([, ending]) => ending));
  for (const name of byName) expect(parts.has(name ?? ""), name).toBe(true);
  let relationships = 0;
  for (const [name, xml] of parts) {
    expectWellFormed(name, xml);
    if (name === "[Content_Types].xml") continue;
    expect(byName.has(name) || byEnding.has(name.slice(name.lastIndexOf(".") + 1)), `${name} has a type`).toBe(true);
    if (!name.endsWith(".rels")) continue;
    const folder = path.posix.dirname(path.posix.dirname(name));
    const ids = [...xml.matchAll(/<Relationship\b[^>]*\bId="([^"]+)"/g)].map(([, one]) => one);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target = ""] of xml.matchAll(/\bTarget="([^"]+)"(?![^>]*TargetMode="External")/g)) {
      relationships += 1;
      expect(parts.has(path.posix.normalize(path.posix.join(folder, target)).replace(/^\//, "")), `${name}: ${target}`).toBe(true);
    }
  }
  expect(relationships).toBeGreaterThan(5);
  const used = [...mainPart(word).matchAll(/\br:id="([^"]+)"/g)].map(([, one]) => one);
  for (const one of used) expect(parts.get("word/_rels/document.xml.rels")).toContain(`Id="${one ?? ""}"`);
});

test("the Word file says its language and title, uses only styles that it defines, and its headings go down one level at a time", () => {
  const [xml, styles] = [mainPart(word), stylesPart(word)];
  expect(styles).toMatch(/<w:docDefaults>.*<w:lang w:val="en-GB"\/>/s);
  expect(partsOf(word).get("docProps/core.xml")).toContain("<dc:title>Kent: letter after the peer challenge of 12 February 2026</dc:title>");
  const defined = new Set([...styles.matchAll(/w:styleId="([^"]+)"/g)].map(([, one]) => one));
  const used = new Set([...xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)].map(([, one]) => one));
  expect([...used].filter((one) => !defined.has(one))).toEqual([]);
  const headings = [...xml.matchAll(/<w:pStyle w:val="(Title|Heading(\d))"/g)].map(([, name, level]) => (name === "Title" ? 0 : Number(level)));
  expect(headings[0]).toBe(0);
  headings.forEach((level, index) => expect(level).toBeLessThanOrEqual((headings[index - 1] ?? -1) + 1));
  // A table's own words come in rows that are told to it: every cell has a paragraph.
  for (const [cell] of xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)) expect(cell).toContain("<w:p>");
});

test("the PDF says that it is tagged, in which language and under which title, and claims PDF/UA", () => {
  expect(pdf.catalogue).toContain("/Lang (en-GB)");
  expect(followed(pdf, pdf.catalogue, "MarkInfo")).toContain("/Marked true");
  expect(followed(pdf, pdf.catalogue, "ViewerPreferences")).toContain("/DisplayDocTitle true");
  const metadata = pdf.stream(Number(/\/Metadata (\d+) 0 R/.exec(pdf.catalogue)?.[1]));
  expect(metadata).toContain("pdfuaid:part");
  expect(metadata).toMatch(/<dc:title>.*Kent: letter after the peer challenge of 12 February 2026.*<\/dc:title>/s);
});

test("everything the PDF draws is tagged or is marked as no part of the text, once each and in the order in which it is read", () => {
  const drawn = drawnOn(pdf);
  const pieces = all(tagsOf(pdf)).flatMap((tag) => tag.pieces);
  expect(pieces.length).toBeGreaterThan(30);
  expect(pieces.filter((piece, index) => pieces.indexOf(piece) !== index)).toEqual([]);
  expect(drawn.filter(({ mark }) => mark === "unmarked")).toEqual([]);
  const read = drawn.map(({ mark }) => mark).filter((mark, index, marks) => mark !== "artifact" && mark !== marks[index - 1]);
  expect(read).toEqual(pieces);
  const pages = new Set(pieces.map((piece) => piece.split(":")[0]));
  expect(pages.size).toBeGreaterThan(2);
  // A foot on every page, and a paragraph that runs over to the next is one paragraph.
  expect(drawn.some(({ mark }) => mark === "artifact")).toBe(true);
  expect(all(tagsOf(pdf)).some((tag) => tag.kind === "P" && new Set(tag.pieces.map((piece) => piece.split(":")[0])).size > 1)).toBe(true);
});

test("the PDF's tags are one document of headings and paragraphs whose levels go down one at a time", () => {
  const [document, ...others] = tagsOf(pdf);
  expect(others).toEqual([]);
  expect(document?.kind).toBe("Document");
  const kinds = document?.children.map(({ kind }) => kind) ?? [];
  expect(new Set(kinds)).toEqual(new Set(["H1", "H2", "H3", "P"]));
  expect(kinds[0]).toBe("H1");
  const levels = kinds.filter((kind) => kind.startsWith("H")).map((kind) => Number(kind.slice(1)));
  levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
});

test("each page of the PDF finds its tags, is read in their order, and every type is embedded and says which letters it draws", () => {
  const pages = [...pdf.objects.values()].filter((words) => /\/Type \/Page\b/.test(words));
  expect(pages.length).toBeGreaterThan(2);
  const tree = followed(pdf, pdf.catalogue, "StructTreeRoot");
  const parents = [...(tree + followed(pdf, tree, "ParentTree")).matchAll(/^\s*(\d+) \[/gm)].map(([, number]) => number);
  for (const page of pages) {
    expect(page).toContain("/Tabs /S");
    expect(parents).toContain(/\/StructParents (\d+)/.exec(page)?.[1]);
  }
  const types = [...pdf.objects.values()].filter((words) => words.includes("/Subtype /Type0"));
  expect(types.length).toBeGreaterThanOrEqual(3);
  for (const type of types) {
    expect(type).toMatch(/\/ToUnicode \d+ 0 R/);
    const descendant = pdf.objects.get(Number(/\/DescendantFonts \[(\d+) 0 R/.exec(type)?.[1])) ?? "";
    expect(followed(pdf, descendant, "FontDescriptor")).toMatch(/\/FontFile2 \d+ 0 R/);
  }
});
