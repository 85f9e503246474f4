import { MOST_PARAGRAPHS, SECTIONS, type LetterParagraph, type LetterStructure, type Section } from "./content";

/**
 * What an editor does to the paragraphs of a letter. Pure, and each keeps this promise: a finding that
 * was known to the letter before is known to it after, in a paragraph or among those left out. A
 * paragraph or finding that is not there changes nothing.
 */
export type StructureChange =
  | { readonly kind: "add"; readonly id: string; readonly section: Section; readonly after?: string | undefined }
  | { readonly kind: "remove"; readonly id: string }
  /** Past that paragraph, its neighbour on the page that was pressed: the same press twice moves once. */
  | { readonly kind: "up" | "down"; readonly id: string; readonly past: string }
  | { readonly kind: "section"; readonly id: string; readonly section: Section }
  | { readonly kind: "link"; readonly id: string; readonly findingId: string }
  | { readonly kind: "unlink"; readonly id: string; readonly findingId: string };

export function changed(structure: LetterStructure, change: StructureChange): LetterStructure {
  switch (change.kind) {
    case "add":
      return added(structure, change);
    case "remove": {
      const gone = structure.paragraphs.find(({ id }) => id === change.id);
      return gone ? settled(structure.paragraphs.filter((one) => one !== gone), [...structure.leftOut, ...gone.findingIds]) : structure;
    }
    case "up":
    case "down":
      return { ...structure, paragraphs: moved(structure.paragraphs, change) };
    case "section":
      return { ...structure, paragraphs: ordered(replacing(structure.paragraphs, change.id, (one) => ({ ...one, section: change.section }))) };
    case "link": {
      const known = structure.leftOut.includes(change.findingId) || structure.paragraphs.some((one) => one.findingIds.includes(change.findingId));
      if (!known) return structure;
      return settled(replacing(structure.paragraphs, change.id, (one) => ({ ...one, findingIds: [...new Set([...one.findingIds, change.findingId])] })), structure.leftOut);
    }
    case "unlink": {
      const carries = structure.paragraphs.some((one) => one.id === change.id && one.findingIds.includes(change.findingId));
      if (!carries) return structure;
      return settled(
        replacing(structure.paragraphs, change.id, (one) => ({ ...one, findingIds: one.findingIds.filter((id) => id !== change.findingId) })),
        [...structure.leftOut, change.findingId],
      );
    }
  }
}

/**
 * The structure after the findings themselves changed: those newly filed are left out until somebody
 * puts them in, those withdrawn are gone from it. Every finding that stands is in it.
 */
export function reconciled(structure: LetterStructure, findingIds: readonly string[]): LetterStructure {
  const standing = new Set(findingIds);
  const paragraphs = structure.paragraphs.map((one) => ({ ...one, findingIds: one.findingIds.filter((id) => standing.has(id)) }));
  return settled(paragraphs, [...structure.leftOut.filter((id) => standing.has(id)), ...findingIds]);
}

/** Every finding the letter knows of. */
export function findingsIn({ paragraphs, leftOut }: LetterStructure): ReadonlySet<string> {
  return new Set([...paragraphs.flatMap((one) => one.findingIds), ...leftOut]);
}

/** The paragraph that one would move past that way, or null where it cannot move: it stays within its part. */
export function neighbourOf({ paragraphs }: Pick<LetterStructure, "paragraphs">, id: string, way: "up" | "down"): string | null {
  const at = paragraphs.findIndex((one) => one.id === id);
  const [here, there] = [paragraphs[at], paragraphs[at + (way === "up" ? -1 : 1)]];
  return here && there?.section === here.section ? there.id : null;
}

function added(structure: LetterStructure, { id, section, after }: Extract<StructureChange, { kind: "add" }>): LetterStructure {
  if (structure.paragraphs.length >= MOST_PARAGRAPHS || structure.paragraphs.some((one) => one.id === id)) return structure;
  const paragraph: LetterParagraph = { id, section, findingIds: [] };
  const at = structure.paragraphs.findIndex((one) => one.id === after && one.section === section);
  const paragraphs = at < 0 ? [...structure.paragraphs, paragraph] : [...structure.paragraphs.slice(0, at + 1), paragraph, ...structure.paragraphs.slice(at + 1)];
  return { ...structure, paragraphs: ordered(paragraphs) };
}

/** What is left out is only what no paragraph says, each once. */
function settled(paragraphs: readonly LetterParagraph[], leftOut: readonly string[]): LetterStructure {
  const said = new Set(paragraphs.flatMap((one) => one.findingIds));
  return { paragraphs: [...paragraphs], leftOut: [...new Set(leftOut)].filter((id) => !said.has(id)) };
}

function moved(paragraphs: readonly LetterParagraph[], { id, kind, past }: Extract<StructureChange, { kind: "up" | "down" }>): LetterParagraph[] {
  if (neighbourOf({ paragraphs: [...paragraphs] }, id, kind) !== past) return [...paragraphs];
  const [here, there] = [paragraphs.find((one) => one.id === id), paragraphs.find((one) => one.id === past)];
  return paragraphs.map((one) => (one === here && there ? there : one === there && here ? here : one));
}

function replacing(paragraphs: readonly LetterParagraph[], id: string, change: (one: LetterParagraph) => LetterParagraph): LetterParagraph[] {
  return paragraphs.map((one) => (one.id === id ? change(one) : one));
}

/** Parts in their order; within a part, paragraphs stay in theirs. */
function ordered(paragraphs: readonly LetterParagraph[]): LetterParagraph[] {
  return SECTIONS.flatMap((section) => paragraphs.filter((one) => one.section === section));
}
