import { formatDate, Table } from "~/ui";
import type { TriadPage } from "../page.server";

const answerWords: Readonly<Record<string, string>> = { yes: "Yes", ifNeedBe: "If need be", no: "No" };

/** What each authority said to each day, and who would host. */
export function DateAnswers({ triad }: { readonly triad: Pick<TriadPage, "members" | "options"> }) {
  const offers = triad.members.filter((member) => member.venue);
  return (
    <>
      <Table
        caption="Answers to the dates"
        columns={[
          { key: "day", heading: "Day", cell: (option: TriadPage["options"][number]) => formatDate(option.day, { year: true }) },
          ...triad.members.map((member) => ({ key: member.id, heading: member.name, cell: (option: TriadPage["options"][number]) => answerWords[option.answers[member.id] ?? ""] ?? "not answered" })),
        ]}
        rows={triad.options}
        rowKey={(option) => option.id}
      />
      {offers.length > 0 ? <p className="govuk-body">Offers to host: {offers.map((member) => `${member.name} (${member.venue ?? ""})`).join("; ")}.</p> : null}
    </>
  );
}
