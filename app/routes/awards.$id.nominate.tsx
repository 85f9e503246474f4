import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { nominateTeam } from "~/features/award";
import { NominationFields } from "~/features/award/components/award-fields";
import { fieldOf, readNomination } from "~/features/award/forms";
import { outcomeOf } from "~/features/award/outcome";
import { awardPage } from "~/features/award/queries.server";
import { booksForOf } from "~/features/booking";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { blankForm, Breadcrumbs, Button, ButtonGroup, ErrorSummary, formatDate, InsetText, PageHeading, readForm, Select, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "award" }, title: (data: { award: { title: string } }) => `Nominate a team: ${data.award.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const award = await awardPage(actor, args.params["id"]);
  if (!award || booksForOf(actor).length === 0) throw notFound();
  return { actor, award };
}

export async function loader(args: LoaderFunctionArgs) {
  const { award } = await asked(args);
  return { award: { id: award.id, title: award.title, criteria: award.criteria, closesOn: award.closesOn, open: award.state === "nominationsOpen" }, authorities: award.mayNominateFor };
}

/** An authority has one nomination: sent again by the same person as it was, it is the one that was sent. */
export async function action(args: ActionFunctionArgs) {
  const { actor, award } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readNomination(values);
  if (!read.ok) return refuse(read.form);
  const [own = ""] = booksForOf(actor);
  const made = await nominateTeam({ awardId: award.id, authorityId: valueOf({ values, errors: {} }, "authorityId") || own, ...read.data, actor });
  const outcome = outcomeOf(made);
  if (outcome.ok) return redirectWith(made.kind === "made" ? `/award-nominations/${made.id}` : `/awards/${award.id}`, { title: "Your nomination is sent", text: "You can change it until the last day." });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function NominateRoute() {
  const { award, authorities } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Awards", href: "/awards" }, { label: award.title, href: `/awards/${award.id}` }]} />
      <PageHeading caption={award.title}>Nominate a team</PageHeading>
      {authorities.length === 0 ? <InsetText>{award.open ? "Your authority has nominated a team already. " : "Nominations are not open. "}<a className="govuk-link" href={`/awards/${award.id}`}>Go to the award</a></InsetText> : (
        <form method="post" noValidate>
          <p className="govuk-body">{`Your authority can nominate one team, until ${formatDate(award.closesOn, { year: true })}. Your director and the coordinator are told.`}</p>
          {authorities.length > 1 ? <Select form={form} name="authorityId" label="For which authority?" options={authorities.map(({ id, name }) => ({ value: id, label: name }))} /> : <input type="hidden" name="authorityId" value={authorities[0]?.id ?? ""} />}
          <NominationFields form={form} criteria={award.criteria} />
          <ButtonGroup><Button>Send the nomination</Button><a className="govuk-link" href={`/awards/${award.id}`}>Cancel</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
