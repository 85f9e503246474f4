import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { boardAct, boardPage, roundGroups, searchSeen } from "~/features/arrangement";
import { BoardTools } from "~/features/arrangement/components/board-tools";
import { GroupCards } from "~/features/arrangement/components/group-cards";
import { SearchPanel } from "~/features/arrangement/components/search-panel";
import { StandingPanel } from "~/features/arrangement/components/standing-panel";
import { isLive } from "~/features/arrangement/rules";
import { conflictWords, progressWords, sayRefusal, searchLabel } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { BackLink, blankForm, Button, ButtonGroup, counted, EmptyState, ErrorSummary, formatDate, InsetText, NotificationBanner, PageHeading, Pill, readForm, type RouteHandle } from "~/ui";
import { hasMap, RegionMap } from "~/ui/map/region-map";

export const handle = {
  access: { who: "visible", record: "arrangement" },
  title: (data: { board: { draft: { name: string }; round: { name: string } } }) => `Triads for ${data.board.round.name}: ${data.board.draft.name}`,
  scripts: ["search", "board"],
} satisfies RouteHandle;

async function start(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const board = await boardPage(actor, args.params["cycleId"], args.params["arrangementId"]);
  if (!board) throw notFound();
  return { actor, board };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, board } = await start(args);
  const search = board.search && isLive(board.search.stage) ? await searchSeen(actor, board.round.id, board.search.id) : null;
  const others = board.alternatives && isLive(board.alternatives.stage) ? await searchSeen(actor, board.round.id, board.alternatives.id) : null;
  const { published, href } = await roundGroups(board.round.id);
  return { board, search, others, published, triadsHref: href, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, board } = await start(args);
  const values = readForm(await readBody(args.request));
  const done = await boardAct(board, values, actor);
  switch (done.kind) {
    case "conflict":
      return conflicted({}, conflictWords);
    case "refused":
      return refuseWith({}, done.words ?? sayRefusal(done.reason));
    case "searched":
      throw redirect(`/rounds/${board.round.id}/arrangements/${board.draft.id}`);
    case "saved":
      throw await redirectWith(`/rounds/${board.round.id}/arrangements/${board.draft.id}${done.anchor ?? ""}`, { title: done.title });
  }
}

export default function BoardRoute() {
  const { board, search, others, published, triadsHref, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const { round, draft, groups, memberCount, faults } = board;
  const drafts = `/rounds/${round.id}/arrangements`;
  const here = `${drafts}/${draft.id}`;
  const act = `${here}?index`;
  const closed = draft.publishedAt !== null || published;
  const busy = search !== null;
  const fours = memberCount % 3 > 0 ? `Four, because ${memberCount} cannot be shared out in threes.` : undefined;
  const press = <><input type="hidden" name="revision" value={draft.revision} /><input type="hidden" name="requestKey" value={requestKey} /></>;
  return (
    <>
      <BackLink href={drafts}>Back to the drafts</BackLink>
      <ErrorSummary form={form} />
      <PageHeading
        caption={`${round.region} round ${round.name}, challenge from ${formatDate(round.challengeStartsOn)}`}
        status={draft.publishedAt ? <Pill>Published</Pill> : <Pill kind="warn">Draft, seen only by coordinators</Pill>}
      >
        Triads: {draft.name}
      </PageHeading>

      {search ? (
        <SearchPanel
          href={`/rounds/${round.id}/searches/${search.id}`} pageHref={here} action={act} label={searchLabel(search.stage)} elapsed={search.elapsedSeconds} seconds={search.seconds}
          words={progressWords(search.progress, board.unit)}
        />
      ) : null}
      {!busy && board.search?.stage === "failed" ? (
        <NotificationBanner heading="No groups were found">
          <p className="govuk-body">{board.search.failure}</p>
          {board.search.conflict.length > 0 ? <><p className="govuk-body">These rules cannot all be kept. Change any one of them:</p><ul className="govuk-list govuk-list--bullet">{board.search.conflict.map((rule) => <li key={rule}>{rule}</li>)}</ul></> : null}
          <p className="govuk-body"><a className="govuk-link" href={`${here}/rules`}>Change the rules</a></p>
        </NotificationBanner>
      ) : null}
      {board.impossible ? <InsetText>{board.impossible} <a className="govuk-link" href={`${here}/rules`}>Change who is in the groups</a></InsetText> : null}

      {groups.length === 0 ? (
        busy ? null : (
          <EmptyState title="No groups yet">
            <p className="govuk-body">{counted(memberCount, "authority is", "authorities are")} to be grouped by these rules: {board.rulesInWords.join("; ")}.</p>
            <form method="post" action={act}>
              {press}
              <ButtonGroup>
                <Button name="intent" value="find">Find the best groups</Button>
                {board.mayRedo ? <Button kind="secondary" name="intent" value="redo" about={`: ${board.mayRedo}`}>Do it again</Button> : null}
                <Button kind="secondary" href={`${here}/rules`}>Change the rules</Button>
                <a className="govuk-link" href={`${here}/type`}>Type the groups</a>
              </ButtonGroup>
            </form>
          </EmptyState>
        )
      ) : (
        <>
          <StandingPanel standing={board.standing} countingHref={board.search?.stage === "counting" ? `/rounds/${round.id}/searches/${board.search.id}` : undefined}>
            <p><a className="govuk-link" href="#worked-out">How this was worked out</a></p>
          </StandingPanel>
          {board.missing.length > 0 || board.strangers.length > 0 ? (
            <div className="app-certificate app-certificate--warned">
              <div>
                {board.missing.length > 0 ? <p>In no group yet: {board.missing.map((member, at) => <span key={member.id}>{at > 0 ? ", " : null}<a className="govuk-link" href={`${here}/move?authority=${member.id}`}>{member.name}</a></span>)}.</p> : null}
                {board.strangers.length > 0 ? (
                  <form method="post" action={act}>
                    {press}
                    <p>In a group but taking no part: {board.strangers.map(({ name, why }) => `${name} (${why})`).join(", ")}. {closed ? null : <button className="app-link-button" name="intent" value="tidy">Take out of the groups</button>}</p>
                  </form>
                ) : null}
              </div>
            </div>
          ) : null}

          <div className="app-board">
            <div className="app-board__side">
              {hasMap(round.region) ? <RegionMap region={round.region} places={board.places} title={`Map of ${round.region} with ${counted(groups.length, "group")}`}>{board.excused.length > 0 ? <p className="app-map-note">Dots without a number stand aside: {board.excused.map(({ name }) => name).join(", ")}.</p> : null}</RegionMap> : null}
              {closed ? (
                <p className="govuk-body">{draft.publishedAt ? "These groups have been published." : "Another draft of this round has been published."} <a className="govuk-link" href={triadsHref}>See the triads</a></p>
              ) : (
                <ButtonGroup>
                  {faults.length === 0 && !busy ? <Button href={`${here}/publish`}>Publish to {counted(memberCount, "authority", "authorities")}</Button> : null}
                  <Button kind="secondary" href={`${here}/rules`}>Change the rules</Button>
                </ButtonGroup>
              )}
              {faults.length > 0 ? (
                <div className="app-faults">
                  <p className="govuk-body"><b>Not ready to publish</b></p>
                  <ul className="govuk-list govuk-list--bullet">{faults.map((fault) => <li key={fault}>{fault}</li>)}</ul>
                </div>
              ) : null}
              {closed || busy ? null : (
                <form method="post" action={act} className="app-board__acts">
                  {press}
                  <ButtonGroup>
                    <Button kind="secondary" name="intent" value="find">{groups.some((group) => group.pinned) ? "Find the best around the kept groups" : "Find the best groups"}</Button>
                    {board.mayUndo ? <Button kind="secondary" name="intent" value="undo" about={`: ${board.mayUndo}`}>Undo</Button> : null}
                    {board.mayRedo ? <Button kind="secondary" name="intent" value="redo" about={`: ${board.mayRedo}`}>Do it again</Button> : null}
                    {board.certificate && !board.asFound ? <Button kind="secondary" name="intent" value="restore">Back to what was found</Button> : null}
                  </ButtonGroup>
                  {board.mayUndo ? <p className="app-small app-soft">Last change: {board.mayUndo}</p> : null}
                </form>
              )}
            </div>
            <div>
              <h2 className="govuk-visually-hidden">The groups</h2>
              {closed || busy ? null : <p className="app-board__hint app-small app-soft" data-drag-hint>Drag an authority onto another to change places, or onto a group to move it. Or press Move beside it.</p>}
              <GroupCards groups={groups} boardHref={closed || busy ? undefined : here} revision={draft.revision} fours={fours} />
              {closed || busy ? null : (
                <form method="post" data-drag-form hidden>
                  {press}
                  <input type="hidden" name="change" />
                </form>
              )}
              <div role="status"><p className="app-board__drag" data-drag-words hidden /></div>
            </div>
          </div>
          <BoardTools board={board} here={here} closed={closed || busy} others={others} press={press} />
        </>
      )}
    </>
  );
}
