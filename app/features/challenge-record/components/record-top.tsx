import type { ReactNode } from "react";

import { Breadcrumbs, PageHeading, Pill, formatLongDate, type PillKind } from "~/ui";
import type { Head } from "../queries.server";
import { activityWords } from "../words";

type Named = Pick<Head, "id" | "authority" | "kind" | "heldOn">;

/** The name people know the record by: "Kent, challenge session of 9 February 2027". */
export function nameOf({ authority, kind, heldOn }: Omit<Named, "id">): string {
  return `${authority.name}, ${activityWords[kind]} of ${formatLongDate(heldOn)}`;
}

/** The way down to a page of one record, and its heading. */
export function RecordTop({ head, heading, status, self = false, further, children }: {
  readonly head: Named;
  readonly heading: ReactNode;
  readonly status?: ReactNode;
  /** On the record's own page, which is not a step on the way to itself. */
  readonly self?: boolean;
  /** Between the record and the page. */
  readonly further?: { readonly label: string; readonly href: string } | undefined;
  readonly children?: ReactNode;
}) {
  const own = self ? [] : [{ label: nameOf(head), href: `/challenge-records/${head.id}` }];
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Challenge records", href: "/challenge-records" }, ...own, ...(further ? [further] : [])]} />
      <PageHeading caption={self ? `${activityWords[head.kind].replace(/^./, (letter) => letter.toUpperCase())} of ${formatLongDate(head.heldOn)}` : nameOf(head)} status={status}>{heading}</PageHeading>
      {children}
    </>
  );
}

const kinds: Readonly<Record<string, PillKind>> = { answeringPoints: "warn", progressReviewDue: "warn", awaitingAccuracyCheck: "warn", agreeingPlan: "warn", withdrawn: "quiet", closed: "quiet" };

/** Where it is, in a word. */
export function StatePill({ state, label, late }: { readonly state: string; readonly label: string; readonly late: boolean }) {
  return <>{late ? <><Pill kind="late">Late</Pill> </> : null}<Pill kind={kinds[state] ?? "calm"}>{label}</Pill></>;
}
