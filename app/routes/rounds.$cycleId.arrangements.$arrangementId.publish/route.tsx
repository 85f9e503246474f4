import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { publishArrangement, publishPage } from "~/features/arrangement";
import { GroupCards } from "~/features/arrangement/components/group-cards";
import { conflictWords, sayRefusal } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { BackLink, blankForm, Button, ButtonGroup, counted, Details, ErrorSummary, InsetText, PageHeading, pressOf, readForm, type RouteHandle, Table } from "~/ui";

export const handle = { access: { who: "visible", record: "arrangement" }, title: "Check and publish the groups" } satisfies RouteHandle;

async function start(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await publishPage(actor, args.params["cycleId"], args.params["arrangementId"]);
  if (!page) throw notFound();
  return { actor, page, board: `/rounds/${page.round.id}/arrangements/${page.draft.id}` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, board } = await start(args);
  return { page, board, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, board } = await start(args);
  const values = readForm(await readBody(args.request));
  const done = await publishArrangement(page.round.id, page.draft.id, actor, pressOf(values));
  if (done.kind === "conflict") return conflicted(values, conflictWords);
  if (done.kind === "refused") return refuseWith(values, sayRefusal(done.reason));
  throw await redirectWith(board, { title: `The groups have been published to ${counted(page.told.length, "authority", "authorities")}`, text: "The directors and their delegates have been told who is in their group. Dates are offered next, in each triad." });
}

export default function PublishRoute() {
  const { page, board, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const { told, groups, faults, repeats, round } = page;
  const unheld = told.filter((one) => one.people.length === 0).map((one) => one.authority);
  const people = told.reduce((sum, one) => sum + one.people.length, 0);
  return (
    <>
      <BackLink href={board}>Back to the board</BackLink>
      <ErrorSummary form={form} />
      <PageHeading caption={`${round.region} round ${round.name}, ${page.draft.name}`}>Check and publish the groups</PageHeading>
      <div className="app-measure">
        <p className="govuk-body-l">{page.standing.title}</p>
        {repeats.length > 0 ? <InsetText>To know before you publish: {repeats.join("; ")}.</InsetText> : null}
        {page.published ? <InsetText>{sayRefusal("already-published")}</InsetText> : null}
        {faults.length > 0 ? <InsetText>Not ready: {faults.join("; ")}.</InsetText> : null}
        <h2 className="govuk-heading-m">What happens</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>Each group becomes a triad of this round, and its members see who they are with.</li>
          <li>{counted(people, "person is", "people are")} told by email: the director of each authority and their delegates.</li>
          {page.replaces > 0 ? <li>The {counted(page.replaces, "group")} that the round has now {page.replaces === 1 ? "is" : "are"} replaced.</li> : null}
          <li>Dates are asked for next. Afterwards a change to a group is made in the triad, with a reason, and everybody in it is told.</li>
        </ul>
        {unheld.length > 0 ? <InsetText>Nobody holds the director’s post in {unheld.join(", ")}. You will be told instead: <a className="govuk-link" href="/directory">record a holder in the directory</a>.</InsetText> : null}
      </div>
      <GroupCards groups={groups} fours={told.length % 3 > 0 ? `Four, because ${told.length} cannot be shared out in threes.` : undefined} />
      <Details summary="Who will be told">
        <Table
          caption="Who will be told" hideCaption rows={told} rowKey={(one) => one.authority}
          columns={[
            { key: "authority", heading: "Authority", cell: (one) => one.authority },
            { key: "group", heading: "Group", cell: (one) => String(one.group) },
            { key: "people", heading: "Told by email", cell: (one) => one.people.join(", ") || "You, as nobody holds the post" },
          ]}
        />
      </Details>
      {page.published || faults.length > 0 ? <p className="govuk-body"><a className="govuk-link" href={board}>Back to the board</a></p> : (
        <form method="post">
          <input type="hidden" name="revision" value={page.draft.revision} />
          <input type="hidden" name="requestKey" value={requestKey} />
          <ButtonGroup><Button>Publish to {counted(told.length, "authority", "authorities")}</Button><a className="govuk-link" href={board}>Not yet</a></ButtonGroup>
        </form>
      )}
    </>
  );
}
