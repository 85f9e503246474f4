import { Table } from "~/ui";
import type { AgendaItem } from "../agenda";

/** The day with who has which role when. */
export function AgendaTable({ agenda, names }: { readonly agenda: readonly AgendaItem[]; readonly names: Readonly<Record<string, string>> }) {
  const said = (id: string) => names[id] ?? id;
  return (
    <Table
      caption="Agenda and roles"
      columns={[
        { key: "time", heading: "Time", cell: (item: AgendaItem) => `${item.from} to ${item.to}` },
        { key: "what", heading: "What", cell: (item) => item.words },
        { key: "leads", heading: "Leads the challenge", cell: (item) => (item.slot ? said(item.slot.leads) : "–") },
        { key: "observes", heading: "Observes", cell: (item) => (item.slot && item.slot.observes.length > 0 ? item.slot.observes.map(said).join(", ") : "–") },
        { key: "scribe", heading: "Takes notes", cell: (item) => (item.slot ? (item.slot.scribe ? said(item.slot.scribe) : "a challenger") : "–") },
      ]}
      rows={agenda}
      rowKey={(item) => `${item.from}${item.words}`}
    />
  );
}
