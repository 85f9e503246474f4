import { standingIn, type SelfAssessmentState, type Standing } from "./progress";
import type { CycleRules, EndorserRole } from "./rules";
import { endorserWords } from "./words";

/** The columns of the chase board, in the order of the year. Endorsements have one column for each role that gives one. */
export type ObligationKey = "chapters" | "signature" | EndorserRole | "submission" | "sharing" | "moderation" | "followUp";

/** done: behind us. wanted: it waits for somebody now. ahead: its turn has not come. none: not asked of this authority. */
export type ObligationStatus = "done" | "wanted" | "ahead" | "none";

export interface Obligation {
  readonly key: ObligationKey;
  readonly status: ObligationStatus;
  /** In a word or two: "5 of 7", "Done", "Waiting". */
  readonly label: string;
}

type Stage = "chapters" | "signature" | "endorsement" | "submission" | "sharing" | "moderation" | "followUp";
const stages: readonly Stage[] = ["chapters", "signature", "endorsement", "submission", "sharing", "moderation", "followUp"];

/** What each state waits for: everything before it is done, everything after it is ahead. */
const wantedIn = {
  notStarted: "chapters",
  inProgress: "chapters",
  returned: "chapters",
  readyForDcs: "signature",
  awaitingEndorsement: "endorsement",
  awaitingSubmission: "submission",
  submitted: "sharing",
  shared: "moderation",
  moderated: "after-moderation",
  challenged: "after-moderation",
  followUpDue: "followUp",
  closed: "nothing",
  optedOut: "excused",
  waived: "excused",
  withdrawn: "excused",
} satisfies Record<SelfAssessmentState, Stage | "after-moderation" | "nothing" | "excused">;

function statusOf(stage: Stage, state: string): ObligationStatus {
  const wanted = state in wantedIn ? wantedIn[state as SelfAssessmentState] : "chapters";
  if (wanted === "excused") return "none";
  if (wanted === "nothing") return "done";
  const at = wanted === "after-moderation" ? stages.indexOf("moderation") + 0.5 : stages.indexOf(wanted);
  const here = stages.indexOf(stage);
  return here < at ? "done" : here === at ? "wanted" : "ahead";
}

/** The columns that a round's rules call for. */
export function columnsOf(rules: CycleRules): readonly { readonly key: ObligationKey; readonly heading: string }[] {
  return [
    { key: "chapters", heading: "Chapters" },
    { key: "signature", heading: "Signature" },
    ...rules.endorsements.map((role) => ({ key: role, heading: endorserWords[role] })),
    { key: "submission", heading: "Submission" },
    { key: "sharing", heading: "Sharing" },
    ...(rules.moderation.needed ? [{ key: "moderation" as const, heading: "Moderation" }] : []),
    { key: "followUp", heading: "Follow-up" },
  ];
}

export interface ChaseFacts {
  readonly state: string;
  readonly chapters: number;
  readonly chaptersDone: number;
  /** Roles that have endorsed the newest version, when it still stands. */
  readonly endorsed: readonly string[];
}

const words = { done: "Done", wanted: "Waiting", ahead: "Not yet", none: "Not asked" } as const satisfies Record<ObligationStatus, string>;

/** How one authority stands to each obligation of the round. */
export function obligationsOf(facts: ChaseFacts, rules: CycleRules): readonly Obligation[] {
  return columnsOf(rules).map(({ key }) => {
    const plain = (stage: Stage): Obligation => {
      const status = statusOf(stage, facts.state);
      return { key, status, label: words[status] };
    };
    switch (key) {
      case "chapters": {
        const status = statusOf("chapters", facts.state);
        return { key, status, label: status === "wanted" ? `${facts.chaptersDone} of ${facts.chapters}` : words[status] };
      }
      case "chiefExecutive":
      case "leadMember": {
        const status = statusOf("endorsement", facts.state);
        const given = status === "wanted" && facts.endorsed.includes(key);
        return { key, status: given ? "done" : status, label: words[given ? "done" : status] };
      }
      default:
        return plain(key);
    }
  });
}

/** Who holds the next step: names of the post's holders today, or none when it is vacant. */
export interface Holding {
  readonly role: string;
  readonly post: string;
  readonly names: readonly string[];
}

/** One authority's line on the chase board. */
export interface ChaseRow {
  readonly selfAssessmentId: string;
  readonly authorityId: string;
  readonly authority: string;
  readonly group: number | null;
  readonly state: string;
  readonly stateLabel: string;
  readonly standing: Standing;
  readonly obligations: readonly Obligation[];
  readonly holders: readonly Holding[];
  /** ISO day by which the present step is awaited; null when nothing presses. */
  readonly due: string | null;
  /** England working days until then; negative when it has passed. */
  readonly workingDays: number | null;
  readonly late: boolean;
  readonly extended: boolean;
  readonly joinedLate: boolean;
  /** ISO instant of the last reminder the coordinator sent. */
  readonly remindedAt: string | null;
}

/** "15 of 19" for one column: the excused and those not asked are in neither number. */
export interface ColumnTotal {
  readonly key: ObligationKey;
  readonly heading: string;
  readonly done: number;
  readonly of: number;
}

export function totalsOf(rows: readonly ChaseRow[], rules: CycleRules): readonly ColumnTotal[] {
  return columnsOf(rules).map(({ key, heading }) => {
    const asked = rows.flatMap((row) => row.obligations.filter((one) => one.key === key && one.status !== "none"));
    return { key, heading, done: asked.filter((one) => one.status === "done").length, of: asked.length };
  });
}

export const SORTS = ["due", "authority", "state", "group"] as const;
export type ChaseSort = (typeof SORTS)[number];
export const SHOWS = ["all", "late", "outstanding", "submitted", "excused"] as const;
export type ChaseShow = (typeof SHOWS)[number];

/** How the board is looked at: kept in the address, so that it can be passed on. */
export interface ChaseView {
  readonly sort: ChaseSort;
  readonly descending: boolean;
  readonly show: ChaseShow;
  readonly group: number | null;
}

/** Reads the view from the address; what is not understood is the usual view. */
export function readView(query: URLSearchParams): ChaseView {
  const group = Number(query.get("group") ?? "");
  return {
    sort: SORTS.find((one) => one === query.get("sort")) ?? "due",
    descending: query.get("order") === "descending",
    show: SHOWS.find((one) => one === query.get("show")) ?? "all",
    group: Number.isInteger(group) && group > 0 ? group : null,
  };
}

/** The address of a view, from the present one with something changed. */
export function viewHref(path: string, view: ChaseView, change: Partial<ChaseView> = {}): string {
  const next = { ...view, ...change };
  const query = new URLSearchParams();
  if (next.show !== "all") query.set("show", next.show);
  if (next.group !== null) query.set("group", String(next.group));
  if (next.sort !== "due") query.set("sort", next.sort);
  if (next.descending) query.set("order", "descending");
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

const stateOrder = Object.keys(wantedIn);

/** The rows a view shows, in its order. Rows without a date come last when sorted by date. */
export function rowsIn(view: ChaseView, rows: readonly ChaseRow[]): readonly ChaseRow[] {
  const shown = rows.filter((row) => {
    if (view.group !== null && row.group !== view.group) return false;
    if (view.show === "late") return row.late;
    if (view.show === "outstanding") return row.standing === "outstanding";
    if (view.show === "submitted") return row.standing === "in";
    if (view.show === "excused") return row.standing === "excused";
    return true;
  });
  const compare: Readonly<Record<ChaseSort, (a: ChaseRow, b: ChaseRow) => number>> = {
    due: (a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"),
    authority: (a, b) => a.authority.localeCompare(b.authority, "en-GB"),
    state: (a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state),
    group: (a, b) => (a.group ?? 999) - (b.group ?? 999),
  };
  const sorted = [...shown].sort((a, b) => compare[view.sort](a, b) || a.authority.localeCompare(b.authority, "en-GB"));
  return view.descending ? sorted.reverse() : sorted;
}

/** How many rows each filter would show. */
export function showCounts(rows: readonly ChaseRow[]): Readonly<Record<ChaseShow, number>> {
  return {
    all: rows.length,
    late: rows.filter((row) => row.late).length,
    outstanding: rows.filter((row) => standingIn(row.state) === "outstanding").length,
    submitted: rows.filter((row) => standingIn(row.state) === "in").length,
    excused: rows.filter((row) => standingIn(row.state) === "excused").length,
  };
}
