import type { ReactNode } from "react";

import { Breadcrumbs, DateText, PageHeading, Pill, type PillKind } from "~/ui";
import type { Head } from "../queries.server";
import { BEFORE_SUBMISSION } from "../words";

type Named = Pick<Head, "id" | "authority" | "cycle">;

/** The name people know the record by: "Kent, self-assessment 2026/27". */
export function nameOf({ authority, cycle }: Pick<Head, "authority" | "cycle">): string {
  return `${authority.name}, self-assessment ${cycle.name}`;
}

/** The way down to a page of one self-assessment, and its heading. */
export function PageTop({ head, heading, status, self = false, caption, children }: {
  readonly head: Named;
  readonly heading: ReactNode;
  readonly status?: ReactNode;
  /** On the record's own page, which is not a step on the way to itself. */
  readonly self?: boolean;
  /** Instead of the record's name above the heading. */
  readonly caption?: string;
  readonly children?: ReactNode;
}) {
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Self-assessments", href: "/self-assessments" }, ...(self ? [] : [{ label: nameOf(head), href: `/self-assessments/${head.id}` }])]} />
      <PageHeading caption={caption ?? (self ? `Round ${head.cycle.name}` : nameOf(head))} status={status}>{heading}</PageHeading>
      {children}
    </>
  );
}

const kinds: Readonly<Record<string, PillKind>> = {
  notStarted: "quiet", returned: "warn", readyForDcs: "warn", awaitingEndorsement: "warn", awaitingSubmission: "warn", followUpDue: "warn",
  optedOut: "quiet", waived: "quiet", withdrawn: "quiet", closed: "quiet",
};

/** Where it is, in a word. */
export function StatePill({ state, label, late }: { readonly state: string; readonly label: string; readonly late: boolean }) {
  return <>{late ? <><Pill kind="late">Late</Pill> </> : null}<Pill kind={kinds[state] ?? "calm"}>{label}</Pill></>;
}

/** By when it is awaited, with the time left while it still is. */
export function DueText({ head, now }: { readonly head: Pick<Head, "state" | "dueOn">; readonly now: Date }) {
  return BEFORE_SUBMISSION.includes(head.state) ? <DateText when={head.dueOn} now={now} /> : <DateText when={head.dueOn} />;
}
