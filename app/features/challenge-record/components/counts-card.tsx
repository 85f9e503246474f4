import { Card } from "~/ui";
import { FINDING_KINDS, saidOf, type FindingKind } from "../words";

/** How many filed findings there are, by kind and by theme: numbers, never words. */
export function CountsCard({ counts }: { readonly counts: { readonly byKind: Readonly<Record<FindingKind, number>>; readonly byTheme: readonly { readonly theme: string; readonly count: number }[] } }) {
  const all = FINDING_KINDS.reduce((sum, kind) => sum + counts.byKind[kind], 0);
  return (
    <Card heading="Findings filed">
      {all === 0 ? <p className="govuk-body">None yet.</p> : (
        <>
          <ul className="govuk-list">{FINDING_KINDS.map((kind) => <li key={kind}>{saidOf(counts.byKind[kind], kind)}</li>)}</ul>
          <p className="govuk-body-s app-soft">Themes: {counts.byTheme.map(({ theme, count }) => `${theme} (${count})`).join(", ")}</p>
        </>
      )}
    </Card>
  );
}
