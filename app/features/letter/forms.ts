import { z } from "zod";

import { required } from "~/ui/fields";
import { fieldId, formOf, valueOf, type FormState, type FormValues } from "~/ui/form-state";
import { isUuid } from "~/session/params";
import { refusalGrounds, releaseScopes, SECTIONS, type LetterParagraph, type Section } from "./content";
import type { StructureChange } from "./structure";

/** Names of the editor's boxes. */
export const boxOf = {
  heading: (id: string) => `heading.${id}`,
  text: (id: string) => `text.${id}`,
  headingRevision: (id: string) => `headingRevision.${id}`,
  textRevision: (id: string) => `textRevision.${id}`,
  /** The select of findings that can be put into a paragraph. */
  finding: (id: string) => `finding.${id}`,
  /** The select of the part into which a paragraph that was taken out goes back. */
  part: (id: string) => `part.${id}`,
} as const;

/** The id of a paragraph's place on the editor's page: where one is led back to. */
export const placeOf = (id: string) => `paragraph-${fieldId(id)}`;

const plain = (text: string) => text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "");

export interface BoxRead {
  readonly paragraphId: string;
  readonly part: "heading" | "text";
  readonly value: string;
  readonly baseRevision: number;
}

/** Every box that was posted, with the revision its page showed. */
export function boxesPosted(values: FormValues): readonly BoxRead[] {
  const form = { values, errors: {} };
  const revision = (name: string) => {
    const number = Number(valueOf(form, name));
    return Number.isInteger(number) && number >= 0 ? number : 0;
  };
  return Object.keys(values).flatMap((name): BoxRead[] => {
    const [part, id] = name.split(".");
    if ((part !== "heading" && part !== "text") || !id || !isUuid(id)) return [];
    return [{ paragraphId: id, part, value: plain(valueOf(form, name)), baseRevision: revision(part === "heading" ? boxOf.headingRevision(id) : boxOf.textRevision(id)) }];
  });
}

/** The letter as its editor shows it. */
export function formFor(paragraphs: readonly Pick<LetterParagraph, "id">[], words: (id: string) => { readonly heading: string; readonly text: string }): FormState {
  return formOf(Object.fromEntries(paragraphs.flatMap(({ id }) => [[boxOf.heading(id), words(id).heading], [boxOf.text(id), words(id).text]])));
}

/**
 * What the pressed button of the editor asks for: "up:ID:PAST" and "down:ID:PAST" (past its
 * neighbour), "remove:ID", "link:ID", "unlink:ID:FINDING", "add:SECTION:ID" (after a paragraph), "add:SECTION", or "back:ID" for one that was taken out. Null for a plain save.
 * The id of a paragraph to add comes with the page as `newId`: the same press twice adds one.
 */
export function changePosted(values: FormValues): StructureChange | null {
  const form = { values, errors: {} };
  const [kind = "", first = "", second = ""] = valueOf(form, "intent").split(":");
  if (kind === "remove") return isUuid(first) ? { kind, id: first } : null;
  if (kind === "up" || kind === "down") return isUuid(first) && isUuid(second) ? { kind, id: first, past: second } : null;
  if (kind === "link") {
    const findingId = valueOf(form, boxOf.finding(first));
    return isUuid(first) && isUuid(findingId) ? { kind, id: first, findingId } : null;
  }
  if (kind === "unlink") return isUuid(first) && isUuid(second) ? { kind, id: first, findingId: second } : null;
  const newId = valueOf(form, "newId");
  if (kind === "add" && isSection(first) && isUuid(newId)) return { kind, id: newId, section: first, ...(isUuid(second) ? { after: second } : {}) };
  const section = valueOf(form, boxOf.part(first));
  if (kind === "back" && isUuid(first) && isSection(section)) return { kind: "add", id: first, section };
  return null;
}

function isSection(text: string): text is Section {
  return (SECTIONS as readonly string[]).includes(text);
}

/** A point of accuracy as it is typed. */
export const pointForm = z.object({
  pointId: z.uuid(),
  version: z.coerce.number().int().min(1),
  revision: z.coerce.number().int().min(0).default(0),
  quote: required("Copy the words of the letter that are wrong", 2000),
  wrong: required("Say what is wrong with them", 2000),
  right: required("Say what is right", 2000),
  evidence: required("Say what shows it", 2000),
  isFact: z.literal("yes", { error: "Say that this is a matter of fact, not of opinion" }),
});

/** The lead challenger's answer to a point. */
export const answerForm = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("accepted"),
    answer: required("Say what you changed and why", 2000),
    text: z.string({ error: "Write how the paragraph now reads" }).trim().max(20_000, "Shorten the paragraph"),
    textRevision: z.coerce.number().int().min(0),
  }),
  z.object({
    outcome: z.literal("refused"),
    ground: z.enum(refusalGrounds, { error: "Choose why the point is refused" }),
    answer: required("Say why, so that the authority understands it", 2000),
  }),
], { error: "Choose whether you accept the point" });

export const releaseForm = z.object({ scope: z.enum(releaseScopes, { error: "Choose who may read the letter" }) });

/** The longest reason, in characters. */
export const reasonForm = z.object({ reason: required("Give a reason", 2000) });
