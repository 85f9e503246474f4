import { formatLongDate, counted } from "~/ui/dates";
import { listed } from "~/ui/wording";
import type { LetterParagraph, LetterStructure, Section } from "./content";

/** A finding as a letter needs it. */
export interface FindingForLetter {
  readonly id: string;
  readonly kind: "strength" | "area" | "recommendation" | "goodPractice";
  readonly theme: string;
  readonly text: string;
}

export interface AboutChallenge {
  readonly authority: string;
  readonly activity: string;
  /** ISO day. */
  readonly heldOn: string;
  readonly lead: string;
  readonly team: readonly string[];
  /** Working days the authority has to plan. */
  readonly actionPlanWorkingDays: number;
  readonly reviewMonths: number;
}

export interface DraftedLetter {
  readonly structure: LetterStructure;
  /** Words by paragraph id. */
  readonly words: Readonly<Record<string, { readonly heading: string; readonly text: string }>>;
}

const sectionOf = { strength: "strengths", area: "areas", recommendation: "recommendations", goodPractice: "goodPractice" } as const satisfies Readonly<Record<FindingForLetter["kind"], Section>>;

/**
 * A first letter from the findings. Strengths are gathered by theme; each area, recommendation and
 * offer of good practice stands by itself, because each is answered by itself. Every finding is in
 * exactly one paragraph, which keeps its id.
 * @param newId makes the paragraphs' ids
 */
export function draftLetter(findings: readonly FindingForLetter[], about: AboutChallenge, newId: () => string): DraftedLetter {
  const paragraphs: LetterParagraph[] = [];
  const words: Record<string, { heading: string; text: string }> = {};
  const write = (section: Section, heading: string, text: string, from: readonly FindingForLetter[] = []) => {
    const id = newId();
    paragraphs.push({ id, section, findingIds: from.map((finding) => finding.id) });
    words[id] = { heading, text };
  };

  write("opening", "", opening(about));
  const strengths = findings.filter(({ kind }) => kind === "strength");
  for (const theme of [...new Set(strengths.map((finding) => finding.theme))]) {
    const here = strengths.filter((finding) => finding.theme === theme);
    write("strengths", capital(theme), here.map(({ text }) => text.trim()).join("\n\n"), here);
  }
  for (const kind of ["area", "recommendation", "goodPractice"] as const) {
    const numbers = new Map<string, number>();
    const some = findings.filter((finding) => finding.kind === kind);
    for (const finding of some) {
      const number = (numbers.get(finding.theme) ?? 0) + 1;
      numbers.set(finding.theme, number);
      const several = some.filter(({ theme }) => theme === finding.theme).length > 1;
      write(sectionOf[kind], several ? `${capital(finding.theme)} ${number}` : capital(finding.theme), finding.text.trim(), [finding]);
    }
  }
  write("closing", "", closing(about));
  return { structure: { paragraphs, leftOut: [] }, words };
}

function opening({ authority, activity, heldOn, lead, team }: AboutChallenge): string {
  const others = team.filter((name) => name !== lead);
  const who = others.length > 0 ? `The challenge was led by ${lead}, with ${listed(others)}.` : `The challenge was led by ${lead}.`;
  return `This letter says what peers saw in ${authority} on ${formatLongDate(heldOn)}, at ${activity}. ${who} Thank you to everybody who prepared it, and who spoke openly on the day.\n\nIt is a view of peers on the evidence of one day, not an inspection and not a judgement.`;
}

function closing({ authority, actionPlanWorkingDays, reviewMonths }: AboutChallenge): string {
  // How the facts are checked is not said here: the final letter would still announce it.
  return `Within ${counted(actionPlanWorkingDays, "working day")} of the final letter ${authority} answers each area for consideration with an action or with the reason for none. The lead challenger looks at progress with the authority ${counted(reviewMonths, "month")} later.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
