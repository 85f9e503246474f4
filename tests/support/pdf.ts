import { inflateSync } from "node:zlib";

/** A PDF taken apart as far as a screen reader needs it. Reads what our own writer makes: no object streams, no encryption. */
export interface ReadPdf {
  /** Object number to the words between "obj" and "endobj", without a stream's bytes. */
  readonly objects: ReadonlyMap<number, string>;
  /** The stream of an object, unpacked. */
  readonly stream: (number: number) => string;
  readonly catalogue: string;
}

export function readPdf(file: Buffer): ReadPdf {
  const text = file.toString("latin1");
  const objects = new Map<number, string>();
  const streams = new Map<number, string>();
  for (const { index, 0: head, 1: number = "" } of text.matchAll(/^(\d+) 0 obj\r?\n/gm)) {
    const from = index + head.length;
    const opens = text.indexOf("stream\n", from);
    const ends = text.indexOf("endobj", from);
    if (opens < 0 || opens > ends) {
      objects.set(Number(number), text.slice(from, ends));
      continue;
    }
    const dictionary = text.slice(from, opens);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
    const packed = file.subarray(opens + "stream\n".length, opens + "stream\n".length + length);
    objects.set(Number(number), dictionary);
    streams.set(Number(number), dictionary.includes("/FlateDecode") ? inflateSync(packed).toString("latin1") : packed.toString("latin1"));
  }
  const root = Number(/\/Root (\d+) 0 R/.exec(text.slice(text.lastIndexOf("trailer")))?.[1] ?? Number.NaN);
  const catalogue = objects.get(root);
  if (catalogue === undefined) throw new Error("the file has no catalogue");
  return { objects, catalogue, stream: (number) => streams.get(number) ?? "" };
}

const referred = (words: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(words)?.[1] ?? Number.NaN);

/** The object that a key of another refers to. */
export function followed(pdf: ReadPdf, words: string, key: string): string {
  return pdf.objects.get(referred(words, key)) ?? "";
}

/** One element of the tree of tags, with the pieces of pages that it holds, in order. */
export interface Tag {
  readonly kind: string;
  /** "page object:MCID". */
  readonly pieces: readonly string[];
  readonly children: readonly Tag[];
}

/** The tree of tags from its root. */
export function tagsOf(pdf: ReadPdf): readonly Tag[] {
  const read = (number: number): Tag => {
    const words = pdf.objects.get(number) ?? "";
    // Its own page comes after its pieces, of which some may name another.
    const page = referred(words.slice(words.lastIndexOf("]")), "Pg");
    const kids = /\/K \[([^]*)\]/.exec(words)?.[1] ?? "";
    const pieces: string[] = [];
    const children: Tag[] = [];
    for (const [, elsewhere, mcid, child, here] of kids.matchAll(/<<[^]*?\/Pg (\d+) 0 R[^]*?\/MCID (\d+)[^]*?>>|(\d+) 0 R|(\d+)/g)) {
      if (mcid !== undefined) pieces.push(`${elsewhere ?? ""}:${mcid}`);
      else if (child !== undefined) children.push(read(Number(child)));
      else pieces.push(`${page}:${here ?? ""}`);
    }
    return { kind: /\/S \/(\w+)/.exec(words)?.[1] ?? "", pieces, children };
  };
  const root = followed(pdf, pdf.catalogue, "StructTreeRoot");
  return [...(/\/K \[([^\]]*)\]/.exec(root)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map(([, number]) => read(Number(number)));
}

/** What the pages draw, in order: each piece of text with the mark it stands in. */
export interface Drawn {
  /** "page object:MCID", "artifact", or "unmarked". */
  readonly mark: string;
  readonly operator: string;
}

/** Throws when a mark is left open or closed twice. */
export function drawnOn(pdf: ReadPdf): readonly Drawn[] {
  const pages = [...followed(pdf, pdf.catalogue, "Pages").matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number)).filter((number) => /\/Type \/Page\b/.test(pdf.objects.get(number) ?? ""));
  return pages.flatMap((page) => {
    const content = pdf.stream(referred(pdf.objects.get(page) ?? "", "Contents"));
    const open: string[] = [];
    const drawn: Drawn[] = [];
    for (const [, mark, mcid, , operator] of content.matchAll(/\/(\w+) (?:<<\s*(?:\/MCID (\d+)|([^>]*))\s*>> BDC|BMC)|\b(EMC|TJ|Tj|f|S|B|Do)\b(?=\s|$)/g)) {
      if (operator === "EMC") {
        if (open.pop() === undefined) throw new Error(`page ${page} closes a mark that is not open`);
      } else if (operator !== undefined) drawn.push({ mark: open.at(-1) ?? "unmarked", operator });
      else open.push(mark === "Artifact" ? "artifact" : `${page}:${mcid ?? ""}`);
    }
    if (open.length > 0) throw new Error(`page ${page} leaves a mark open`);
    return drawn;
  });
}
