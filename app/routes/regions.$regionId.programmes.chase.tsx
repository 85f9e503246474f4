import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { programmeBoard, PROGRAMME_KINDS, remindAbout } from "~/features/challenge-board";
import { WaitingBoard } from "~/features/challenge-board/components/waiting-board";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, counted, ErrorSummary, PageHeading, pressOf, readForm, type RouteHandle, valuesOf } from "~/ui";

export const handle = { access: { who: "posts", posts: ["sli-coordinator", "regional-chair"], of: "region" }, title: "Programmes: chase board", scripts: ["select-all"] } satisfies RouteHandle;

async function boardOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const board = await programmeBoard(actor, args.params["regionId"]);
  if (!board) throw notFound();
  return { actor, board };
}

export async function loader(args: LoaderFunctionArgs) {
  const { board } = await boardOf(args);
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = PROGRAMME_KINDS.find(({ machine }) => machine === asked)?.machine ?? null;
  return { board: { ...board, rows: kind ? board.rows.filter(({ machine }) => machine === kind) : board.rows }, all: board.rows.length, kind, kinds: PROGRAMME_KINDS, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, board } = await boardOf(args);
  const values = readForm(await readBody(args.request));
  if (!board.reminds) throw notFound();
  const chosen = valuesOf({ values, errors: {} }, "chosen");
  if (chosen.length === 0) return refuseWith(values, "Choose at least one to remind about", "chosen");
  const reminded = await remindAbout(actor, board, chosen, pressOf(values).requestKey ?? randomUUID());
  return redirectWith(`/regions/${board.regionId}/programmes/chase`, { title: `Reminded about ${counted(reminded, "thing")}`, text: "An email goes to whoever holds the next step of each.", kind: reminded > 0 ? "success" : "notice" });
}

export default function ProgrammeChaseRoute() {
  const { board, all, kind, kinds, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: "How they stand", href: `/regions/${board.regionId}/programmes` }]} />
      <PageHeading caption={board.region}>Chase board of programmes</PageHeading>
      <WaitingBoard board={board} kinds={kinds} kind={kind} all={all} path={`/regions/${board.regionId}/programmes/chase`} form={form} requestKey={requestKey} empty="Nothing of the programmes waits for anybody just now." />
    </>
  );
}
