import type { ReactNode } from "react";

import { Button, Card, counted, Details, formatDateTime, Table } from "~/ui";

import type { BoardPage } from "../queries.server";
import { isLive } from "../rules";
import type { SearchSeen } from "../searching.server";
import { progressWords, searchLabel } from "../words";
import { SearchPanel } from "./search-panel";

/** Under the groups: what could be better, what else there is, how it was worked out, what was done. */
export function BoardTools({ board, here, closed, others, press }: {
  readonly board: BoardPage;
  readonly here: string;
  readonly closed: boolean;
  readonly others: SearchSeen | null;
  readonly press: ReactNode;
}) {
  const act = `${here}?index`;
  const { suggestions, alternatives, groups, round } = board;
  return (
    <>
      {closed ? null : (
        <div className="app-tools">
          <Card heading="Changes worth making">
            {suggestions.length === 0 ? <p className="app-small">No single change makes these groups better.</p> : (
              <ul className="app-choices" role="list">
                {suggestions.map((one) => (
                  <li key={one.words}>
                    <form method="post" action={act}>
                      {press}
                      <input type="hidden" name="authority" value={one.authority} />
                      <input type="hidden" name="change" value={one.key} />
                      <span className="app-choices__words">{one.words} <span className="app-soft">{one.effect}</span></span>
                      <Button kind="secondary" name="intent" value="swap" about={one.words}>Do this</Button>
                    </form>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card heading="The next best, and different">
            {others ? (
              <SearchPanel
                href={`/rounds/${round.id}/searches/${others.id}`} pageHref={here} action={`${act}`} label={searchLabel(others.stage)}
                words={others.progress ? progressWords(others.progress, board.unit) : "Each alternative is searched for and proven in its turn."} elapsed={others.elapsedSeconds} seconds={others.seconds} headingLevel={3}
              />
            ) : (
              <>
                {alternatives && alternatives.list.length > 0 ? (
                  <ul className="app-choices" role="list">
                    {alternatives.list.map((one) => (
                      <li key={one.index}>
                        <form method="post" action={act}>
                          {press}
                          <input type="hidden" name="alternative" value={one.index} />
                          <span className="app-choices__words"><b>{one.effect.charAt(0).toUpperCase() + one.effect.slice(1)}</b> <span className="app-soft">{counted(one.different.length, "group differs", "groups differ")}: {one.different.join("; ")}</span></span>
                          <Button kind="secondary" name="intent" value="take" about={`this alternative: ${one.effect}`}>Take it</Button>
                        </form>
                      </li>
                    ))}
                  </ul>
                ) : <p className="app-small">{alternatives && !isLive(alternatives.stage) && alternatives.stage === "done" ? "None was found for the rules as they are now." : "If there is something about the best groups that no rule knows, look at what comes next."}</p>}
                {alternatives && alternatives.list.length > 0 && !alternatives.proven ? <p className="app-small">Found in the time given; it is not proven that nothing lies between them.</p> : null}
                <form method="post" action={act}>{press}<Button kind="secondary" name="intent" value="alternatives">{alternatives && alternatives.list.length > 0 ? "Look for them again" : "Look for alternatives"}</Button></form>
              </>
            )}
          </Card>
        </div>
      )}
      <h2 className="govuk-heading-m" id="worked-out">How this was worked out</h2>
      <div className="app-measure">
        <ul className="govuk-list govuk-list--bullet">{board.rulesInWords.map((line) => <li key={line}>{line}</li>)}</ul>
        <p className="govuk-body">
          {board.memberCount === board.takingPartInRound ? `All ${board.takingPartInRound} authorities of the round are in the groups.` : `${board.memberCount} of ${board.takingPartInRound} authorities of the round are in the groups.`}
          {board.excused.length > 0 ? ` Standing aside: ${board.excused.map(({ name, why }) => `${name} (${why})`).join(", ")}.` : ""}
          {board.certificate?.proven ? " Proven means: every possible group was weighed, and a bound shows that no other arrangement has fewer repeats or, with as few, costs less." : ""}
        </p>
      </div>
      <Details summary="The groups in words">
        <Table
          caption="The groups" hideCaption rows={groups} rowKey={(group) => String(group.number)}
          columns={[
            { key: "group", heading: "Group", cell: (group) => `Group ${group.number}${group.pinned ? " (kept)" : ""}` },
            { key: "why", heading: "Why", cell: (group) => group.sentence },
            { key: "warnings", heading: "Warnings", cell: (group) => group.warnings.join("; ") || "None" },
          ]}
        />
      </Details>
      {board.changes.length > 0 ? (
        <Details summary={`What was done in this draft (${board.changes.length === 20 ? "last 20" : board.changes.length})`}>
          <ol className="govuk-list">{board.changes.map((one) => <li key={one.id}>{one.undone ? <s>{one.what}</s> : one.what}{one.undone ? " (undone)" : ""} <span className="app-soft">{formatDateTime(one.at)}{one.by ? `, ${one.by}` : ""}</span></li>)}</ol>
        </Details>
      ) : null}
      <ul className="govuk-list app-no-print">
        {closed ? null : <li><a className="govuk-link" href={`${here}/type`}>Type or paste the groups</a></li>}
        <li><a className="govuk-link" href={`/rounds/${round.id}/arrangements/compare?draft=${board.draft.id}`}>Compare with another draft</a></li>
        {closed ? null : <li><a className="govuk-link" href={`${here}/remove`}>Remove this draft</a></li>}
      </ul>
    </>
  );
}
