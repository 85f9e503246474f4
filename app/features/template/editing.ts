import type { Chapter, Question, Section, TemplateContent } from "./content";

/** A part of a template with where it is: chapters hold sections, sections hold questions. */
export type Part =
  | { readonly level: "chapter"; readonly part: Chapter; readonly within: null }
  | { readonly level: "section"; readonly part: Section; readonly within: Chapter }
  | { readonly level: "question"; readonly part: Question; readonly within: Section };

export type PartLevel = Part["level"];

/** The words of a chapter or section. */
export interface Heading {
  readonly title: string;
  readonly guidance: string;
}

/** One change to a template. Small on purpose: on top of somebody else's save it still means the same. */
export type Edit =
  | { readonly do: "addChapter"; readonly id: string; readonly heading: Heading }
  | { readonly do: "addSection"; readonly within: string; readonly id: string; readonly heading: Heading }
  | { readonly do: "addQuestion"; readonly within: string; readonly question: Question }
  | { readonly do: "editHeading"; readonly id: string; readonly heading: Heading }
  | { readonly do: "editQuestion"; readonly question: Question }
  | { readonly do: "move"; readonly id: string; readonly by: -1 | 1 }
  | { readonly do: "remove"; readonly id: string };

/** The part of that id, if the template has it. */
export function partOf(content: TemplateContent, id: string): Part | null {
  for (const chapter of content.chapters) {
    if (chapter.id === id) return { level: "chapter", part: chapter, within: null };
    for (const section of chapter.sections) {
      if (section.id === id) return { level: "section", part: section, within: chapter };
      const question = section.questions.find((one) => one.id === id);
      if (question) return { level: "question", part: question, within: section };
    }
  }
  return null;
}

/** The id of the part that an edit adds, if it adds one. */
export function addedBy(edit: Edit): string | null {
  if (edit.do === "addQuestion") return edit.question.id;
  return edit.do === "addChapter" || edit.do === "addSection" ? edit.id : null;
}

/** The template with the change made, or null when the part it is about is not there. */
export function edited(content: TemplateContent, edit: Edit): TemplateContent | null {
  switch (edit.do) {
    case "addChapter":
      return { chapters: [...content.chapters, { id: edit.id, ...edit.heading, sections: [] }] };
    case "addSection":
      return ifThere(content, edit.within, "chapter", () =>
        mapChapters(content, (chapter) => (chapter.id === edit.within ? { ...chapter, sections: [...chapter.sections, { id: edit.id, ...edit.heading, questions: [] }] } : chapter)),
      );
    case "addQuestion":
      return ifThere(content, edit.within, "section", () =>
        mapSections(content, (section) => (section.id === edit.within ? { ...section, questions: [...section.questions, edit.question] } : section)),
      );
    case "editHeading":
      return mapSections(
        mapChapters(content, (chapter) => (chapter.id === edit.id ? { ...chapter, ...edit.heading } : chapter)),
        (section) => (section.id === edit.id ? { ...section, ...edit.heading } : section),
        edit.id,
      );
    case "editQuestion":
      return ifThere(content, edit.question.id, "question", () =>
        mapSections(content, (section) => ({ ...section, questions: section.questions.map((one) => (one.id === edit.question.id ? edit.question : one)) })),
      );
    case "move":
    case "remove": {
      if (!partOf(content, edit.id)) return null;
      const change = <One extends { readonly id: string }>(list: readonly One[]): One[] =>
        edit.do === "remove" ? list.filter((one) => one.id !== edit.id) : moved(list, edit.id, edit.by);
      return {
        chapters: change(content.chapters).map((chapter) => ({
          ...chapter,
          sections: change(chapter.sections).map((section) => ({ ...section, questions: change(section.questions) })),
        })),
      };
    }
  }
}

function ifThere(content: TemplateContent, id: string, level: PartLevel, change: () => TemplateContent): TemplateContent | null {
  return partOf(content, id)?.level === level ? change() : null;
}

function mapChapters(content: TemplateContent, change: (chapter: Chapter) => Chapter): TemplateContent {
  return { chapters: content.chapters.map(change) };
}

function mapSections(content: TemplateContent, change: (section: Section) => Section): TemplateContent;
function mapSections(content: TemplateContent, change: (section: Section) => Section, needed: string): TemplateContent | null;
function mapSections(content: TemplateContent, change: (section: Section) => Section, needed?: string): TemplateContent | null {
  if (needed !== undefined && !partOf(content, needed)) return null;
  return mapChapters(content, (chapter) => ({ ...chapter, sections: chapter.sections.map(change) }));
}

/** The list with one entry a place earlier or later; at an end it stays. */
function moved<One extends { readonly id: string }>(list: readonly One[], id: string, by: -1 | 1): One[] {
  const from = list.findIndex((one) => one.id === id);
  const to = from + by;
  const copy = [...list];
  const [a, b] = [copy[from], copy[to]];
  if (from < 0 || !a || !b) return copy;
  copy[from] = b;
  copy[to] = a;
  return copy;
}
