import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { challengeBoard, KINDS, remindAbout } from "~/features/challenge-board";
import { ChaseTabs } from "~/features/challenge-board/components/chase-tabs";
import { chaseBoard } from "~/features/cycle";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ChaseTable, counted, ErrorSummary, formatDate, PageHeading, pressOf, readForm, type RouteHandle, Tabs, valuesOf } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "Peer challenge: chase board", scripts: ["select-all"] } satisfies RouteHandle;

async function boardOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const board = await challengeBoard(actor, args.params["cycleId"]);
  if (!board) throw notFound();
  return { actor, board };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, board } = await boardOf(args);
  const chased = await chaseBoard(actor, board.cycle.id);
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = KINDS.find(({ machine }) => machine === asked)?.machine ?? null;
  return { board: { ...board, rows: kind ? board.rows.filter(({ machine }) => machine === kind) : board.rows }, all: board.rows.length, selfAssessments: chased ? chased.progress.of - chased.progress.submitted : 0, kind, kinds: KINDS, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, board } = await boardOf(args);
  const values = readForm(await readBody(args.request));
  if (!board.reminds) throw notFound();
  const chosen = valuesOf({ values, errors: {} }, "chosen");
  if (chosen.length === 0) return refuseWith(values, "Choose at least one to remind about", "chosen");
  const reminded = await remindAbout(actor, board, chosen, pressOf(values).requestKey ?? randomUUID());
  return redirectWith(`/rounds/${board.cycle.id}/challenge-board`, { title: `Reminded about ${counted(reminded, "thing")}`, text: "An email goes to whoever holds the next step of each.", kind: reminded > 0 ? "success" : "notice" });
}

export default function ChallengeBoardRoute() {
  const { board, all, selfAssessments, kind, kinds, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const path = `/rounds/${board.cycle.id}/challenge-board`;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Rounds", href: "/rounds" }, { label: `${board.cycle.region} round ${board.cycle.name}`, href: `/rounds/${board.cycle.id}` }]} />
      <PageHeading>Chase board</PageHeading>
      <ChaseTabs cycleId={board.cycle.id} here="challenge" selfAssessments={selfAssessments} challenge={all} />
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
            empty="Nothing of peer challenge waits for anybody just now."
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
