import type { Item, QuestionOf, TemplateContent } from "~/features/template/content";

/** What strengths, areas for development, asks and offers are tagged with: the same words in both regions, so that they can be matched. */
export const themes: Item[] = [
  { id: "leadership", label: "Leadership and governance" },
  { id: "practice", label: "Quality of practice" },
  { id: "early-help", label: "Family help" },
  { id: "protection", label: "Child protection" },
  { id: "care", label: "Children in care" },
  { id: "care-leavers", label: "Care leavers" },
  { id: "sufficiency", label: "Placements and sufficiency" },
  { id: "workforce", label: "Workforce" },
  { id: "partnership", label: "Partnership" },
  { id: "send", label: "Special educational needs and disabilities" },
  { id: "data", label: "Data and performance" },
  { id: "participation", label: "Voice of children and families" },
];

export const confidence: Item[] = [
  { id: "strong", label: "Strong, with evidence that it lasts" },
  { id: "secure", label: "Secure, with some variation" },
  { id: "developing", label: "Developing, with a plan under way" },
  { id: "fragile", label: "Fragile, and a priority for the coming year" },
];

/** Early signs that services may be about to decline, for a leadership team to hold up to itself. */
export const risks: Item[] = [
  { id: "turnover-leaders", label: "Frequent changes in senior leadership in the last two years" },
  { id: "budget", label: "Savings agreed without an account of their effect on children" },
  { id: "caseloads", label: "Caseloads above the authority's own limit in one team or more" },
  { id: "agency", label: "A growing share of agency staff in front-line teams" },
  { id: "audit", label: "Audits that agree with each other more than with inspection" },
  { id: "drift", label: "Drift in plans that managers did not notice first" },
  { id: "partners", label: "Partners who no longer bring concerns to the safeguarding partnership" },
  { id: "data-quality", label: "Performance figures that leaders do not trust" },
  { id: "scrutiny", label: "Scrutiny that asks few questions about children's services" },
  { id: "isolation", label: "Little contact with other authorities or with research" },
];

export const strengthsSeen: Item[] = [
  { id: "stable-leaders", label: "A stable leadership team that is seen in practice" },
  { id: "model", label: "One model of practice that staff can describe" },
  { id: "corporate", label: "Corporate parenting owned by the whole council" },
  { id: "learning", label: "Audit and complaints that change what people do" },
  { id: "voice", label: "Children and young people who shape decisions, with examples" },
  { id: "workforce-plan", label: "A workforce plan that is fully funded" },
  { id: "investment", label: "Investment in family help that is protected" },
  { id: "challenge", label: "Leaders who invite challenge from outside" },
  { id: "live-data", label: "Figures that managers use every week" },
];

type Required = { readonly required?: boolean };

/** Makers of questions, so that a template reads as a list of what it asks. */
export const text = (id: string, title: string, hint: string, wordLimit = 500, { required = true }: Required = {}): QuestionOf<"longText"> => ({ id, kind: "longText", title, hint, required, wordLimit });

export const choice = (id: string, title: string, options: Item[] = confidence): QuestionOf<"choice"> => ({
  id, kind: "choice", title, hint: "Choose one, and say in a note what would change your mind.", required: true, options,
});

export const narrative = (id: string, title: string, indicatorId: string): QuestionOf<"indicatorNarrative"> => ({
  id, kind: "indicatorNarrative", title, hint: "What lies behind the figure, and what you expect it to do next.", required: true, indicatorId, wordLimit: 250,
});

export const outliers = (id: string): QuestionOf<"indicatorNarrative"> => ({
  id,
  kind: "indicatorNarrative",
  title: "Indicators in the highest or lowest fifth of authorities",
  hint: "For each: is it what you want, how do you know, and what are you doing about it? No figure is good or bad by itself.",
  required: true,
  wordLimit: 250,
});

export const tagged = <Kind extends "strengths" | "areasForDevelopment" | "asks" | "offers">(kind: Kind, id: string, title: string, hint: string, { required = true }: Required = {}) =>
  ({ id, kind, title, hint, required, themes });

/** The same template with only these questions, and without the sections and chapters left empty. */
export function onlyAsking(content: TemplateContent, questionIds: ReadonlySet<string>): TemplateContent {
  return {
    chapters: content.chapters
      .map((chapter) => ({
        ...chapter,
        sections: chapter.sections
          .map((section) => ({ ...section, questions: section.questions.filter((question) => questionIds.has(question.id)) }))
          .filter((section) => section.questions.length > 0),
      }))
      .filter((chapter) => chapter.sections.length > 0),
  };
}
