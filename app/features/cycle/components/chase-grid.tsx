import { ChaseTable, counted, formatDate, type ChaseCell, type PillKind } from "~/ui";

import type { ChaseRow, ColumnTotal, Obligation, ObligationStatus } from "../chase";

const kinds = { done: "done", wanted: "warn", ahead: "plain", none: "plain" } as const satisfies Record<ObligationStatus, PillKind | "done" | "plain">;

/** Every authority against every obligation, with who holds the next step and how long is left. */
export function ChaseGrid({ caption, rows, totals, selectName, selected, today }: {
  readonly caption: string;
  readonly rows: readonly ChaseRow[];
  readonly totals: readonly ColumnTotal[];
  readonly selectName?: string | undefined;
  readonly selected?: readonly string[] | undefined;
  readonly today: string;
}) {
  return (
    <ChaseTable
      caption={caption} rowHeading="Authority" selectName={selectName} selected={selected}
      columns={[
        { key: "with", heading: "With", wide: true },
        { key: "due", heading: "Time left" },
        ...totals.map(({ key, heading, done, of }) => ({ key, heading, sub: `${done} of ${of}` })),
      ]}
      rows={rows.map((row) => ({
        id: row.selfAssessmentId,
        name: row.authority,
        href: `/self-assessments/${row.selfAssessmentId}`,
        sub: [row.stateLabel, row.group === null ? null : `group ${row.group}`, row.joinedLate ? "joined late" : null].filter(Boolean).join(", "),
        selectable: row.standing === "outstanding" || row.state === "followUpDue",
        cells: {
          with: withCell(row),
          due: dueCell(row),
          ...Object.fromEntries(row.obligations.map((one) => [one.key, obligationCell(one, row.late)])),
        },
      }))}
      empty={`No authority to show in this view on ${formatDate(today)}. Choose another view above.`}
    />
  );
}

function obligationCell(one: Obligation, late: boolean): ChaseCell {
  return { label: one.label, kind: one.status === "wanted" && late ? "late" : kinds[one.status] };
}

/** The names behind the next step; a vacant post is said, since nobody would be told. */
function withCell(row: ChaseRow): ChaseCell | undefined {
  const [first, ...others] = row.holders;
  if (!first) return undefined;
  const names = (holder: ChaseRow["holders"][number]) => (holder.names.length > 0 ? holder.names.join(" and ") : `Vacant${holder.post ? `: ${holder.post}` : ""}`);
  const vacant = row.holders.every((holder) => holder.names.length === 0);
  return {
    label: names(first),
    kind: vacant ? "late" : "plain",
    sub: [...(first.names.length > 0 && first.post ? [first.post] : []), ...others.map(names)].join("; ") || undefined,
  };
}

function dueCell(row: ChaseRow): ChaseCell | undefined {
  if (row.due === null || row.workingDays === null) return undefined;
  const days = Math.abs(row.workingDays);
  const reminded = row.remindedAt ? `reminded ${formatDate(row.remindedAt)}` : null;
  const sub = [`${row.late ? "was due" : "due"} ${formatDate(row.due)}`, row.extended ? "extended" : null, reminded].filter(Boolean).join(", ");
  if (row.late) return { label: days === 0 ? "Overdue" : `${counted(days, "working day")} overdue`, kind: "late", sub };
  return { label: days === 0 ? "Today" : `${counted(days, "working day")} left`, kind: days <= 2 ? "warn" : "plain", sub };
}
