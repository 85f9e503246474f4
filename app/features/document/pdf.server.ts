import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

import { paragraphsIn, type Block, type DocumentParts } from "./blocks";
import { brand, ink, soft } from "./look";

/** The service's own type, in the one format that can be embedded, and the files for letters of other languages. */
const face = "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
const fontFiles = { plain: `${face}-latin-400-normal.woff`, bold: `${face}-latin-700-normal.woff`, plainExtended: `${face}-latin-ext-400-normal.woff`, boldExtended: `${face}-latin-ext-700-normal.woff` } as const;

let fonts: Readonly<Record<keyof typeof fontFiles, Buffer>> | undefined;

function fontsOnce() {
  const { resolve } = createRequire(import.meta.url);
  fonts ??= Object.fromEntries(Object.entries(fontFiles).map(([name, file]) => [name, readFileSync(resolve(file))])) as unknown as NonNullable<typeof fonts>;
  return fonts;
}

const margin = 64;
const size = 11.5;
const lineGap = 2.5;

/** What the extended file of our type draws that the plain one does not. */
const extended = "ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĪīĮįİĲĳĶķĹĺĻļĽľŁłŃńŅņŇňŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽžƒȘșȚțȷẀẁẂẃẄẅẞỲỳ†₹ℓ";
/** What the plain file draws. */
const plain = /[\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u00ffıŒœˆ˚˜–—‘’‚“”„•…‹›⁄€™−]/u;
/** Marks that the plain file sets upon a letter where neither file has the two drawn as one: "Ō" of a Japanese or a Maori name, "Ĩ", "Ũ". */
const marks = /^[\u0300\u0301\u0303\u0304\u0308]$/u;

/**
 * A document as a PDF that a screen reader can read: tagged in reading order, with its language, its
 * title in the window, headings as headings and as bookmarks, type embedded, page feet marked as no part
 * of the text. The same document makes the same file.
 */
export function pdfOf(document: DocumentParts): Promise<Buffer> {
  const files = fontsOnce();
  const pdf = new PDFDocument({
    size: "A4", margins: { top: margin, bottom: margin + 16, left: margin, right: margin }, bufferPages: true,
    pdfVersion: "1.7", // Its declared types know older standards, and the path of a font only; both work.
    subset: "PDF/UA" as "PDF/A-1", tagged: true, lang: "en-GB", displayTitle: true,
    info: { Title: document.title, Author: document.author, Subject: document.about, CreationDate: document.madeAt, ModDate: document.madeAt },
    font: files.plain as unknown as string,
  });
  for (const [name, file] of Object.entries(files)) pdf.registerFont(name, file);
  const done = bytesOf(pdf);

  const root = pdf.struct("Document", { title: document.title });
  pdf.addStructure(root);
  const write = (tag: string, text: string, style: Style) => {
    keepTogether(pdf, text, style);
    root.add(pdf.struct(tag, {}, () => writeText(pdf, text, style)));
  };
  write("H1", document.title, { font: "bold", size: 24, colour: brand, after: 12 });
  for (const block of document.blocks) writeBlock(pdf, block, write, root);
  root.end();
  writeFeet(pdf, document.foot);
  pdf.end();
  return done;
}

type Pdf = InstanceType<typeof PDFDocument>;
type Root = ReturnType<Pdf["struct"]>;

interface Style {
  readonly font: "plain" | "bold";
  readonly size: number;
  readonly colour: string;
  /** Points of space below. */
  readonly after: number;
}

function writeBlock(pdf: Pdf, block: Block, write: (tag: string, text: string, style: Style) => void, root: Root): void {
  switch (block.kind) {
    case "heading": {
      // A heading stands with what it heads: at least three lines below it on the same page.
      if (pdf.y > pdf.page.height - pdf.page.margins.bottom - 90) pdf.addPage();
      else pdf.y += block.level === 1 ? 10 : 4;
      pdf.outline.addItem(block.text);
      write(`H${block.level + 1}`, block.text, { font: "bold", size: block.level === 1 ? 16 : 13, colour: block.level === 1 ? brand : ink, after: 5 });
      return;
    }
    case "text":
      for (const paragraph of paragraphsIn(block.text)) write("P", paragraph, { font: "plain", size, colour: ink, after: 8 });
      return;
    case "note":
      write("P", block.text, { font: "plain", size: 10, colour: soft, after: 6 });
      return;
    case "facts":
      for (const [name, value] of block.rows) {
        root.add(pdf.struct("P", {}, () => {
          pdf.fillColor(ink).fontSize(size);
          writeRuns(pdf, `${name}: `, "bold", true);
          writeRuns(pdf, value, "plain", false);
          pdf.y += 3;
        }));
      }
      pdf.y += 8;
  }
}

/** A short paragraph goes whole to the next page: a last line alone at its top reads like a mistake. */
function keepTogether(pdf: Pdf, text: string, { font, size: points }: Style): void {
  const height = pdf.font(font).fontSize(points).heightOfString(drawable(text), { lineGap });
  const room = pdf.page.height - pdf.page.margins.bottom - pdf.y;
  if (height > room && height < 5 * (points + lineGap + 3)) pdf.addPage();
}

function writeText(pdf: Pdf, text: string, style: Style): void {
  pdf.fillColor(style.colour).fontSize(style.size);
  writeRuns(pdf, text, style.font, false);
  pdf.y += style.after;
}

/** Text in the file of our type that has its letters: "Łukasz" needs two. */
function writeRuns(pdf: Pdf, text: string, font: "plain" | "bold", more: boolean): void {
  // A line break alone would leave the words on its two sides without a space for whoever listens.
  const runs = splitRuns(drawable(text).replace(/([^\s])\n/g, "$1 \n"));
  runs.forEach((run, index) => {
    pdf.font(run.extended ? `${font}Extended` : font).text(run.text, { lineGap, continued: more || index < runs.length - 1 });
  });
}

/** Letters of Latin Extended-A that our type lacks and that are not a letter with a mark. */
const nearest: Readonly<Record<string, string>> = { "Ŋ": "N", "ŋ": "n", "Ŧ": "T", "ŧ": "t", "ĸ": "k", "ŉ": "’n" };

/**
 * The text as our type can draw it: a letter that it has not drawn is set from letter and mark, one whose mark
 * it has not either loses the mark, and what it has no drawing of at all becomes a question mark rather than an empty box.
 */
export function drawable(text: string): string {
  return [...text.normalize("NFC").replace(/[\t\u00a0\u2000-\u200a\u202f]/g, " ").replace(/[\u2010\u2011]/g, "-").replace(/[\u00ad\u200b-\u200d\ufe0f\ufeff]/g, "")]
    .map((letter) => {
      if (plain.test(letter) || extended.includes(letter)) return letter;
      const instead = nearest[letter];
      if (instead) return instead;
      const [bare, mark = "", more] = letter.normalize("NFD");
      if (bare === undefined || !plain.test(bare)) return "?";
      return more === undefined && marks.test(mark) ? bare + mark : bare;
    })
    .join("");
}

function splitRuns(text: string): readonly { readonly text: string; readonly extended: boolean }[] {
  return text.split(new RegExp(`([${extended}]+)`)).map((part, index) => ({ text: part, extended: index % 2 === 1 })).filter((run) => run.text !== "");
}

/** The foot of every page: drawn, and marked as no part of the text. */
function writeFeet(pdf: Pdf, words: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.markContent("Artifact", { type: "Pagination" });
    // Below the margin: with one, the line would begin a new page.
    pdf.page.margins.bottom = 0;
    const line = `${drawable(words)} Page ${page - start + 1} of ${count}`;
    const width = pdf.page.width - 2 * margin;
    // Smaller where that keeps it in one line.
    const points = Math.max(7.5, Math.min(9, (9 * width * 0.99) / pdf.font("plain").fontSize(9).widthOfString(line)));
    pdf.fontSize(points).fillColor(soft).text(line, margin, pdf.page.height - 50, { width, align: "center", lineBreak: true });
    pdf.endMarkedContent();
  }
}

function bytesOf(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    pdf.on("data", (piece: Buffer) => pieces.push(piece));
    pdf.on("end", () => resolve(Buffer.concat(pieces)));
    pdf.on("error", reject);
  });
}
