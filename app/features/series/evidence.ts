import type { Block, DocumentParts } from "~/features/document";
import { formatDate, formatLongDate } from "~/ui/dates";

/** So many of so many: never one without the other. */
export interface Of {
  readonly part: number;
  readonly whole: number;
}

/** What the sessions of a series came to: everything in it is counted or was written, nothing is typed twice. */
export interface Evidence {
  readonly title: string;
  readonly region: string;
  readonly summary: string;
  readonly sessions: readonly { readonly number: number; readonly day: string; readonly held: boolean; readonly took: number }[];
  /** Authorities of which somebody took part. */
  readonly authorities: Of;
  /** Posts of the counted kind whose holder took part: "32 of 33 assistant directors". Null where none is counted. */
  readonly posts: (Of & { readonly label: string }) | null;
  /** Times that somebody took part. */
  readonly took: number;
  readonly people: number;
  readonly themes: readonly { readonly theme: string; readonly notes: readonly { readonly session: number; readonly text: string }[] }[];
}

/** As it is kept once it is published. */
export interface FrozenEvidence extends Evidence {
  readonly madeAt: string;
}

export const held = ({ sessions }: Pick<Evidence, "sessions">): number => sessions.filter((session) => session.held).length;
export const notesIn = ({ themes }: Pick<Evidence, "themes">): number => themes.reduce((sum, { notes }) => sum + notes.length, 0);

/** "32 of 33 assistant directors took part in 18 sessions, from 33 of 33 authorities." */
export function coverageSentence(evidence: Evidence): string {
  const sessions = `${held(evidence)} ${held(evidence) === 1 ? "session" : "sessions"}`;
  const authorities = `${evidence.authorities.part} of ${evidence.authorities.whole} authorities`;
  return evidence.posts
    ? `${evidence.posts.part} of ${evidence.posts.whole} ${evidence.posts.label} took part in ${sessions}, from ${authorities}.`
    : `${evidence.people} people from ${authorities} took part in ${sessions}.`;
}

/** The report as blocks: the one order and wording that its page and its Word file have. */
export function evidenceBlocks(evidence: Evidence, { status }: { readonly status: string }): readonly Block[] {
  return [
    {
      kind: "facts",
      rows: [
        ["Region", evidence.region],
        ["Sessions", `${held(evidence)} of ${evidence.sessions.length} held, ${evidence.took} attendances`],
        ["Who took part", coverageSentence(evidence)],
        ["Status", status],
      ],
    },
    ...(evidence.summary ? [{ kind: "heading" as const, level: 1 as const, text: "What it comes to" }, { kind: "text" as const, text: evidence.summary }] : []),
    ...evidence.themes.flatMap(({ theme, notes }): Block[] => [
      { kind: "heading", level: 1, text: `${theme} (${notes.length})` },
      ...notes.map(({ session, text }): Block => ({ kind: "text", text: `${text} (Session ${session})` })),
    ]),
    { kind: "heading", level: 1, text: "Sessions" },
    { kind: "facts", rows: evidence.sessions.map(({ number, day, held: wasHeld, took }) => [`Session ${number}`, `${formatDate(day, { year: true })}: ${wasHeld ? `${took} took part` : "did not take place"}`] as const) },
    { kind: "note", text: "Notes say what was heard, and name nobody. Figures are counted from the lists of who came." },
  ];
}

/** A published report as a document to make a file of. */
export function evidenceDocument(evidence: FrozenEvidence, { version, sha256 }: { readonly version: number; readonly sha256: string }): DocumentParts {
  const title = `${evidence.title}: evidence report`;
  return {
    title, author: evidence.region, about: `Notes of ${held(evidence)} sessions, combined by theme`, foot: `${title}. Version ${version}, fingerprint ${sha256.slice(0, 16)}.`, madeAt: new Date(evidence.madeAt),
    blocks: evidenceBlocks(evidence, { status: `Published ${formatLongDate(new Date(evidence.madeAt))}, version ${version}` }),
  };
}
