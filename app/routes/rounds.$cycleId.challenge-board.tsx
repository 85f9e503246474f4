import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { boardsWaiting, challengeBoard, KINDS, remindAbout } from "~/features/challenge-board";
import { ChaseTabs } from "~/features/challenge-board/components/chase-tabs";
import { WaitingBoard } from "~/features/challenge-board/components/waiting-board";
import { chaseBoard } from "~/features/cycle";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, counted, ErrorSummary, PageHeading, pressOf, readForm, type RouteHandle, valuesOf } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: "Peer challenge: chase board", scripts: ["select-all"] } satisfies RouteHandle;

async function boardOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const board = await challengeBoard(actor, args.params["cycleId"]);
  if (!board) throw notFound();
  return { actor, board };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, board } = await boardOf(args);
  const [chased, counts] = await Promise.all([chaseBoard(actor, board.cycle.id), boardsWaiting(actor, board.regionId)]);
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = KINDS.find(({ machine }) => machine === asked)?.machine ?? null;
  return { board: { ...board, rows: kind ? board.rows.filter(({ machine }) => machine === kind) : board.rows }, all: board.rows.length, selfAssessments: chased ? chased.progress.of - chased.progress.submitted : 0, programmes: counts?.programmes ?? 0, kind, kinds: KINDS, requestKey: randomUUID() };
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
  const { board, all, selfAssessments, programmes, kind, kinds, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Rounds", href: "/rounds" }, { label: `${board.region} round ${board.cycle.name}`, href: `/rounds/${board.cycle.id}` }]} />
      <PageHeading>Chase board</PageHeading>
      <ChaseTabs cycleId={board.cycle.id} regionId={board.regionId} here="challenge" selfAssessments={selfAssessments} challenge={all} programmes={programmes} />
      <WaitingBoard board={board} kinds={kinds} kind={kind} all={all} path={`/rounds/${board.cycle.id}/challenge-board`} form={form} requestKey={requestKey} empty="Nothing of peer challenge waits for anybody just now." />
    </>
  );
}
