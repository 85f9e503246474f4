import { Button, ChaseTable, counted, formatDate, Tabs, valuesOf, type FormState } from "~/ui";
import type { Board } from "../board.server";

/** Whatever waits, against whoever holds it, by kind; chosen ones are reminded in one press. */
export function WaitingBoard({ board, kinds, kind, all, path, form, requestKey, empty }: {
  /** Rows of the kind that is shown alone. */
  readonly board: Board;
  readonly kinds: readonly { readonly machine: string; readonly label: string }[];
  readonly kind: string | null;
  readonly all: number;
  readonly path: string;
  readonly form: FormState | undefined;
  readonly requestKey: string;
  readonly empty: string;
}) {
  return (
    <>
      <p className="govuk-body">{board.late > 0 ? `${counted(board.late, "thing is", "things are")} late.` : "Nothing is late."}</p>
      <Tabs label="Kinds" tabs={[{ label: "Everything", href: path, current: kind === null, count: all }, ...kinds.map(({ machine, label }) => ({ label, href: `${path}?kind=${machine}`, current: kind === machine, count: board.counts[machine] ?? 0 }))]} />
      <form method="post" noValidate>
        <input type="hidden" name="requestKey" value={requestKey} />
        <div id="chosen" tabIndex={-1}>
          <ChaseTable
            caption="What waits, soonest first"
            rowHeading="Of"
            columns={[{ key: "what", heading: "Awaited" }, { key: "with", heading: "With", wide: true }, { key: "due", heading: "By when" }, { key: "reminded", heading: "Last reminded" }]}
            rows={board.rows.map((row) => ({
              id: row.id,
              name: row.title,
              href: row.path,
              sub: row.state,
              selectable: row.mayRemind,
              cells: {
                what: { label: row.what, kind: "plain" as const },
                with: row.holders.length === 0 ? undefined : { label: row.holders.map(({ names }) => names.join(" and ") || "vacant").join("; "), kind: "plain" as const, sub: row.holders.map(({ post }) => post).filter((post) => post !== "").join("; ") },
                due: row.due === null || row.workingDays === null ? undefined : { label: formatDate(row.due), kind: row.workingDays < 0 ? ("late" as const) : ("plain" as const), sub: row.workingDays < 0 ? `${counted(-row.workingDays, "working day")} late` : `${counted(row.workingDays, "working day")} left` },
                reminded: row.remindedAt ? { label: formatDate(row.remindedAt), kind: "plain" as const } : undefined,
              },
            }))}
            selectName={board.reminds ? "chosen" : undefined}
            selected={valuesOf(form, "chosen")}
            empty={empty}
          />
        </div>
        {board.rows.some(({ mayRemind }) => mayRemind) ? (
          <>
            <p className="govuk-body">A reminder goes by email to whoever holds the next step of each chosen one.</p>
            <Button>Send a reminder about the chosen</Button>
          </>
        ) : null}
      </form>
      <p className="govuk-body"><a className="govuk-link" href={`${path}.csv${kind ? `?kind=${kind}` : ""}`}>Download this board as a spreadsheet (CSV)</a></p>
    </>
  );
}
