import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { kindHeadings, themeKinds, type Cell, type ThemeRow } from "~/features/action-plan/themes";
import { themesPage, type ThemesPage } from "~/features/action-plan/themes.server";
import { ChallengeTabs } from "~/features/challenge-board/components/challenge-tabs";
import { enter, notFound } from "~/session/enter.server";
import { BarTable, EmptyState, InsetText, PageHeading, Table, Tabs, counted, type Column, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "signedIn" },
  title: (page: { themes: { region: { name: string } } | null }) => (page.themes ? `Themes of the challenges: ${page.themes.region.name}` : "Themes of the challenges"),
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const asked = new URL(args.request.url).searchParams;
  const region = asked.get("region");
  const themes = await themesPage(actor, { region, round: asked.get("round") });
  if (!themes && region !== null) throw notFound();
  return { themes };
}

/** A cell in words: a number with how many authorities stand behind it, or that too few do. */
function cellWords(cell: Cell, fewest: number): string {
  if (cell === "none") return "None";
  if (cell === "tooFew") return `Fewer than ${fewest} authorities`;
  return `${cell.findings.toLocaleString("en-GB")} from ${cell.authorities} authorities`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export default function ThemesRoute() {
  const { themes } = useLoaderData<typeof loader>();
  if (themes) return <Themes themes={themes} />;
  return (
    <>
      <PageHeading>Themes of the challenges</PageHeading>
      <ChallengeTabs here="/themes" />
      <EmptyState title="There is nothing here for you">A region’s themes are for those who hold a post in it or in one of its authorities.</EmptyState>
    </>
  );
}

function Themes({ themes: { region, regions, rounds, round, picture, of, fewest, wordings } }: { readonly themes: ThemesPage }) {
  const href = (changes: Record<string, string>) => `/themes?${new URLSearchParams({ region: region.id, ...(round ? { round } : {}), ...changes }).toString()}`;
  const columns: readonly Column<ThemeRow>[] = [
    { key: "theme", heading: "Theme", cell: (row) => capital(row.theme) },
    ...themeKinds.map((kind) => ({ key: kind, heading: kindHeadings[kind], cell: (row: ThemeRow) => (typeof row.cells[kind] === "string" ? <span className="app-soft">{cellWords(row.cells[kind], fewest)}</span> : cellWords(row.cells[kind], fewest)) })),
  ];
  return (
    <>
      <PageHeading caption={region.name}>Themes of the challenges</PageHeading>
      <ChallengeTabs here="/themes" />
      <p className="govuk-body-l">What peers found, counted across final letters. It says what the region can learn from, never who did well or badly: there are no names and no order of authorities.</p>
      {regions.length > 1 ? <Tabs label="Regions" tabs={regions.map((one) => ({ label: one.name, href: `/themes?region=${one.id}`, current: one.id === region.id }))} /> : null}
      {rounds.length > 1 ? <Tabs label="Rounds" tabs={rounds.map((one) => ({ label: one.name, href: href({ round: one.id }), current: one.id === round }))} /> : null}
      {picture.suppressed && picture.rows.length === 0 ? (
        <EmptyState title={`Fewer than ${fewest} authorities have a final letter so far`}>Themes are shown from {fewest} on, so that nothing here leads to one of them. Your region sets how many.</EmptyState>
      ) : picture.rows.length === 0 ? (
        <EmptyState title="There is nothing to count yet">Findings are counted once a letter is final. The letters themselves stay with their authorities.</EmptyState>
      ) : (
        <>
          <p className="govuk-body"><b>{picture.authorities}</b> of {of} authorities have a final letter in this round.</p>
          {picture.suppressed ? <InsetText>A number is shown only where {fewest} or more authorities stand behind it, so that no number leads to one of them. Your region sets how many.</InsetText> : null}
          <div className="app-themes">
            {(["strength", "area"] as const).map((kind) => {
              const rows = picture.rows.filter((row) => typeof row.cells[kind] === "object");
              return rows.length === 0 ? null : (
                <BarTable
                  key={kind} caption={`${kindHeadings[kind]} by theme`} labelHeading="Theme" valueHeading="Findings"
                  bars={rows.map((row) => {
                    const cell = row.cells[kind];
                    return { label: capital(row.theme), value: typeof cell === "string" ? null : cell.findings, shown: typeof cell === "string" ? "" : String(cell.findings) };
                  })}
                />
              );
            })}
          </div>
          <Table caption="Every theme" columns={columns} rows={picture.rows} rowKey={(row) => row.theme} />
          <section aria-labelledby="words">
            <h2 className="govuk-heading-m" id="words">In their words</h2>
            {wordings.length === 0 ? <p className="govuk-body">No authority has let the region read its words on a theme that several share.</p> : (
              <>
                <p className="govuk-body">{counted(wordings.length, "finding")} in words that the authorities themselves chose for the region. They come in no order.</p>
                {[...new Set(wordings.map(({ theme }) => theme))].sort().map((theme) => (
                  <section key={theme} aria-label={capital(theme)}>
                    <h3 className="govuk-heading-s">{capital(theme)}</h3>
                    {wordings.filter((one) => one.theme === theme).map((one) => <blockquote key={one.text} className="app-record app-measure"><p className="app-prewrap">{one.text}</p><footer className="app-soft app-small">{kindHeadings[one.kind]}</footer></blockquote>)}
                  </section>
                ))}
              </>
            )}
          </section>
        </>
      )}
    </>
  );
}
