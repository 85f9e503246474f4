import { SECTIONS, sectionTitles, type FrozenParagraph, type Section } from "./content";

export interface ParagraphChange {
  readonly id: string;
  /** "Areas for consideration: Front door" */
  readonly title: string;
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly before: string;
  readonly after: string;
}

type Paragraph = Pick<FrozenParagraph, "id" | "section" | "heading" | "text">;

/** A paragraph as one text, its heading first: what differences are shown of. */
export function wholeText({ heading, text }: Pick<Paragraph, "heading" | "text">): string {
  return heading.trim() === "" ? text : `${heading}\n${text}`;
}

/** "Areas for consideration: Front door", or the part alone when the paragraph has no heading. */
export function titleOf({ section, heading }: { readonly section: Section; readonly heading: string }): string {
  return heading.trim() === "" ? sectionTitles[section] : `${sectionTitles[section]}: ${heading}`;
}

/**
 * The paragraphs that differ between two versions of a letter, in reading order of the newer one, those
 * taken out last within their part. One that only stands elsewhere is told as moved.
 */
export function changesBetween(older: readonly Paragraph[], newer: readonly Paragraph[]): readonly ParagraphChange[] {
  const before = new Map(older.map((one) => [one.id, one]));
  const after = new Set(newer.map((one) => one.id));
  const stayed = (list: readonly Paragraph[]) => list.filter(({ id }) => before.has(id) && after.has(id));
  const places = new Map(stayed(older).map(({ id }, index) => [id, index]));
  const order = stayed(newer).map(({ id }) => places.get(id) ?? 0);
  const inPlace = longestRising(order);
  const newerChanges = newer.flatMap((one): { section: Section; change: ParagraphChange }[] => {
    const then = before.get(one.id);
    const base = { id: one.id, title: titleOf(one), after: wholeText(one) };
    if (!then) return [{ section: one.section, change: { ...base, kind: "added", before: "" } }];
    if (wholeText(then) !== wholeText(one)) return [{ section: one.section, change: { ...base, kind: "changed", before: wholeText(then) } }];
    const elsewhere = then.section !== one.section || !inPlace.has(places.get(one.id) ?? 0);
    return elsewhere ? [{ section: one.section, change: { ...base, kind: "moved", before: wholeText(then) } }] : [];
  });
  const removed = older.filter(({ id }) => !after.has(id)).map((one) => ({
    section: one.section,
    change: { id: one.id, title: titleOf(one), kind: "removed" as const, before: wholeText(one), after: "" },
  }));
  return SECTIONS.flatMap((section) => [...newerChanges, ...removed].filter((one) => one.section === section).map(({ change }) => change));
}

/** The members of a longest rising run of numbers, not necessarily next to each other: what need not have moved. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const best: number[][] = numbers.map((number) => [number]);
  numbers.forEach((number, at) => {
    for (let earlier = 0; earlier < at; earlier += 1) {
      const run = best[earlier] ?? [];
      if ((numbers[earlier] ?? 0) < number && run.length + 1 > (best[at]?.length ?? 0)) best[at] = [...run, number];
    }
  });
  return new Set(best.reduce((longest, run) => (run.length > longest.length ? run : longest), [] as number[]));
}
