import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { boardFacts, boardRound, draftsOf, roundGroups } from "~/features/arrangement";
import { whyNotGroupable } from "~/features/arrangement/question";
import { costWords } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { Button, ButtonGroup, BackLink, Checkboxes, counted, EmptyState, formatDateTime, InsetText, PageHeading, Pill, Table, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "arrangement" }, title: "Triads: drafts of the groups" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await boardRound(actor, args.params["cycleId"]);
  if (!round) throw notFound();
  const [drafts, facts, own] = await Promise.all([draftsOf(actor, round.id), boardFacts(round.id), roundGroups(round.id)]);
  const present = facts.members.filter((member) => member.excused === null).length;
  return { round, drafts, present, of: facts.members.length, impossible: whyNotGroupable(present), earlier: facts.earlier.length, own };
}

export default function DraftsRoute() {
  const { round, drafts, present, of, impossible, earlier, own } = useLoaderData<typeof loader>();
  const here = `/rounds/${round.id}/arrangements`;
  return (
    <>
      <BackLink href={`/rounds/${round.id}`}>Back to the round</BackLink>
      <PageHeading caption={`${round.region} round ${round.name}`} status={<Pill kind="warn">Seen only by coordinators</Pill>}>Triads</PageHeading>
      <p className="govuk-body-l">{present === of ? `${counted(of, "authority", "authorities")} take part.` : `${present} of ${of} authorities take part.`} {earlier === 0 ? "The region has no earlier round with groups, so nobody has met." : `${counted(earlier, "earlier round")} can count as meetings.`}</p>
      {impossible ? <InsetText>{impossible}</InsetText> : null}
      {own.published ? <InsetText>The groups of this round are published. <a className="govuk-link" href={own.href}>See the triads</a>. Drafts can still be read and compared.</InsetText> : null}
      {drafts.length === 0 ? (
        <EmptyState title="No draft yet">Choose what makes a good group and press one button: the best groups are found and proven, and you can change them by hand before anybody else sees them.</EmptyState>
      ) : (
        <form method="get" action={`${here}/compare`}>
          <Table
            caption="Drafts" rows={drafts} rowKey={(draft) => draft.id}
            columns={[
              { key: "name", heading: "Draft", cell: (draft) => <a className="govuk-link" href={`${here}/${draft.id}`}>{draft.name}</a> },
              { key: "standing", heading: "Standing", cell: (draft) => draft.publishedAt ? <Pill>Published</Pill> : draft.searching ? <Pill kind="warn">Searching</Pill> : draft.worth?.proven ? <Pill>Proven</Pill> : <Pill kind="quiet">{draft.groups === 0 ? "No groups yet" : "Draft"}</Pill> },
              { key: "cost", heading: "Worth", cell: (draft) => (draft.worth ? costWords(draft.worth.cost, draft.worth.unit) : "") },
              { key: "repeats", heading: "Pairs that meet again", cell: (draft) => (draft.worth ? String(draft.worth.repeats) : "") },
              { key: "left", heading: "Rounds left without a repeat", cell: (draft) => (draft.worth?.roundsLeft === null || draft.worth?.roundsLeft === undefined ? "Not counted" : String(draft.worth.roundsLeft)) },
              { key: "changed", heading: "Last changed", cell: (draft) => `${formatDateTime(draft.updatedAt)}${draft.by ? ` by ${draft.by}` : ""}` },
            ]}
          />
          {drafts.length > 1 ? (
            <>
              <Checkboxes name="draft" label="Compare drafts side by side" size="s" small choices={drafts.map((draft) => ({ value: draft.id, label: draft.name }))} form={{ values: { draft: drafts.slice(0, 2).map((draft) => draft.id) }, errors: {} }} />
              <Button kind="secondary">Compare the chosen</Button>
            </>
          ) : null}
        </form>
      )}
      <ButtonGroup>
        {own.published ? null : <Button href={`${here}/new`}>Make a draft</Button>}
        <Button kind="secondary" href={`/rounds/${round.id}/years`}>Plan several years</Button>
      </ButtonGroup>
      {own.groups.length > 0 && !own.published ? (
        <p className="govuk-body">The round has {counted(own.groups.length, "group")} that were set without a draft. <a className="govuk-link" href={`${here}/new?from=round`}>Begin a draft with them</a>.</p>
      ) : null}
      {own.plans.length > 0 && !own.published ? (
        <>
          <h2 className="govuk-heading-m">Planned in earlier rounds</h2>
          <ul className="govuk-list">
            {own.plans.map((plan) => <li key={plan.href}><a className="govuk-link" href={plan.href}>{plan.label}</a></li>)}
          </ul>
        </>
      ) : null}
    </>
  );
}
