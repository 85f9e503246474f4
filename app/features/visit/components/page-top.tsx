import type { ReactNode } from "react";

import { Breadcrumbs, PageHeading, Pill, formatDate, type PillKind } from "~/ui";
import type { Head } from "../queries.server";

type Named = Pick<Head, "id" | "authority" | "theme">;

/** The name people know the visit by: "Leeds, peer challenge visit on SEND". */
export function nameOf({ authority, theme }: Pick<Head, "authority" | "theme">): string {
  return `${authority.name}, peer challenge visit on ${theme}`;
}

/** The way down to a page of one visit, and its heading. */
export function PageTop({ head, heading, status, self = false, caption, children }: {
  readonly head: Named;
  readonly heading: ReactNode;
  readonly status?: ReactNode;
  /** On the visit's own page, which is not a step on the way to itself. */
  readonly self?: boolean;
  readonly caption?: string;
  readonly children?: ReactNode;
}) {
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Visits", href: "/visits" }, ...(self ? [] : [{ label: nameOf(head), href: `/visits/${head.id}` }])]} />
      <PageHeading caption={caption ?? nameOf(head)} status={status}>{heading}</PageHeading>
      {children}
    </>
  );
}

const kinds: Readonly<Record<string, PillKind>> = {
  awaitingRequest: "quiet", awaitingScope: "warn", awaitingEndorsement: "warn", awaitingTeam: "warn", awaitingAcceptances: "warn", postponed: "warn",
  declined: "quiet", withdrawn: "quiet", closed: "quiet",
};

/** Where it is, in a word. */
export function StatePill({ state, label, late }: { readonly state: string; readonly label: string; readonly late: boolean }) {
  return <>{late ? <><Pill kind="late">Late</Pill> </> : null}<Pill kind={kinds[state] ?? "calm"}>{label}</Pill></>;
}

/** "Tue 26 Jan to Thu 28 Jan 2027", or that there are no dates yet. */
export function DaysText({ firstDay, lastDay }: { readonly firstDay: string | null; readonly lastDay: string | null }) {
  if (!firstDay || !lastDay) return <>No dates yet</>;
  if (firstDay === lastDay) return <time dateTime={firstDay}>{formatDate(firstDay, { year: true })}</time>;
  return <><time dateTime={firstDay}>{formatDate(firstDay)}</time> to <time dateTime={lastDay}>{formatDate(lastDay, { year: true })}</time></>;
}
