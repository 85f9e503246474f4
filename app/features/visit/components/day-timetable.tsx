import { Pill, Table, type Column } from "~/ui";
import type { Slot, SlotMark } from "../timetable";

const columns: readonly Column<SlotMark>[] = [
  { key: "when", heading: "When", cell: (row) => <><b>{row.from}</b> to {row.to}</> },
  { key: "what", heading: "What", cell: (row) => <>{row.what}{row.mark === "new" ? <> <Pill kind="warn">Changed</Pill></> : null}</> },
  { key: "where", heading: "Where", cell: (row) => row.where || <span className="app-soft">As before</span> },
  { key: "who", heading: "Who", cell: (row) => row.who },
];

/** One day of a timetable, by time; what is different from the one before is marked, and what is gone is named. */
export function DayTimetable({ slots, gone, caption }: { readonly slots: readonly SlotMark[]; readonly gone: readonly Slot[]; readonly caption: string }) {
  return (
    <>
      <Table caption={caption} hideCaption columns={columns} rows={slots} rowKey={(row) => `${row.from}${row.to}${row.what}${row.who}`} empty="Nothing is planned on this day." />
      {gone.length > 0 ? <p className="govuk-body app-soft">No longer there: {gone.map((one) => `${one.from} ${one.what}`).join("; ")}.</p> : null}
    </>
  );
}
