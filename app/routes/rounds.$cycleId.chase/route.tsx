import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { boardsWaiting } from "~/features/challenge-board";
import { ChaseTabs } from "~/features/challenge-board/components/chase-tabs";
import { chaseBoard, mayRemind, remindChosen } from "~/features/cycle";
import { readView, rowsIn, showCounts, SHOWS, SORTS, viewHref } from "~/features/cycle/chase";
import { ChaseGrid } from "~/features/cycle/components/chase-grid";
import { readChosen } from "~/features/cycle/forms";
import { showWords, sortWords } from "~/features/cycle/words";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Breadcrumbs, Button, Card, DateText, ErrorSummary, Meter, PageHeading, PressFields, pressOf, readForm, type RouteHandle, Tabs, valuesOf } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "Chase board", scripts: ["select-all"] } satisfies RouteHandle;

async function boardOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const id = args.params["cycleId"];
  const board = isUuid(id) ? await chaseBoard(actor, id) : null;
  if (!board) throw notFound();
  return { actor, board };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, board } = await boardOf(args);
  const beside = await boardsWaiting(actor, board.regionId);
  const view = readView(new URL(args.request.url).searchParams);
  return {
    board: { ...board, rows: rowsIn(view, board.rows) },
    view, counts: showCounts(board.rows), today: now().toISOString(), requestKey: randomUUID(), beside, mayRemind: mayRemind(actor, board.regionId),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, board } = await boardOf(args);
  const values = readForm(await readBody(args.request));
  const chosen = readChosen(values);
  if (chosen.length === 0) return refuseWith(values, "Choose at least one authority to remind", "chosen");
  const { requestKey = randomUUID() } = pressOf(values);
  const reminded = await remindChosen(board.id, chosen, actor, { requestKey });
  if (reminded.kind === "refused") throw notFound();
  const missed = reminded.rows.filter((row) => row.told.length === 0).map((row) => row.selfAssessmentId);
  const query = new URLSearchParams([["press", requestKey], ...missed.map((id) => ["missed", id] as [string, string])]);
  throw redirect(`/rounds/${board.id}/reminded?${query}`);
}

export default function ChaseRoute() {
  const { board, view, counts, today, requestKey, beside, mayRemind: reminds } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const path = `/rounds/${board.id}/chase`;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Rounds", href: "/rounds" }, { label: `${board.region} round ${board.name}`, href: `/rounds/${board.id}` }]} />
      <PageHeading>Chase board</PageHeading>
      {beside === null ? null : <ChaseTabs cycleId={board.id} regionId={board.regionId} here="selfAssessments" selfAssessments={board.progress.of - board.progress.submitted} {...beside} />}
      <Card heading="Self-assessments">
        <Meter value={board.progress.submitted} of={board.progress.of} label="submitted">Due <DateText when={board.submissionsDueOn} now={today} year /></Meter>
      </Card>
      <Tabs
        label="Which authorities to show"
        tabs={SHOWS.map((show) => ({ label: showWords[show], href: viewHref(path, view, { show }), current: view.show === show, count: counts[show] }))}
      />
      <p className="govuk-body app-small">
        Sort by: {SORTS.map((sort, index) => (
          <span key={sort}>
            {index > 0 ? ", " : null}
            {view.sort === sort ? (
              <><b>{sortWords[sort]}</b> (<a className="govuk-link" href={viewHref(path, view, { descending: !view.descending })}>reverse the order</a>)</>
            ) : <a className="govuk-link" href={viewHref(path, view, { sort, descending: false })}>{sortWords[sort]}</a>}
          </span>
        ))}
        {board.groups.length > 0 ? (
          <>. Group: {[null, ...board.groups].map((group) => (
            <span key={group ?? "all"}>{" "}{view.group === group ? <b>{group ?? "all"}</b> : <a className="govuk-link" href={viewHref(path, view, { group })}>{group ?? "all"}</a>}</span>
          ))}</>
        ) : null}
      </p>
      <form method="post" noValidate>
        <PressFields requestKey={requestKey} />
        <div id="chosen" tabIndex={-1}>
          <ChaseGrid
            caption={`${board.progress.submitted} of ${board.progress.of} submitted`} rows={board.rows} totals={board.totals} today={today}
            selectName={reminds ? "chosen" : undefined} selected={valuesOf(form, "chosen")}
        />
        </div>
        {reminds && board.rows.some((row) => row.standing === "outstanding") ? (
          <>
            <p className="govuk-body" id="reminds">A reminder goes by email to whoever holds the next step of each chosen authority.</p>
            <Button>Send a reminder to the chosen</Button>
          </>
        ) : null}
      </form>
      <p className="govuk-body"><a className="govuk-link" href={viewHref(`${path}.csv`, view)}>Download this board as a spreadsheet (CSV)</a></p>
    </>
  );
}
