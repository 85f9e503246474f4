import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { askSearch, boardFacts, boardRound, createArrangement, roundGroups, rulesChoices, startingRules, waitForSearch } from "~/features/arrangement";
import { RulesFields } from "~/features/arrangement/components/rules-fields";
import { readRules, rulesValues } from "~/features/arrangement/forms";
import { sayRefusal } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { BackLink, Button, ButtonGroup, ErrorSummary, formOf, InsetText, PageHeading, readForm, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "arrangement" }, title: "Make a draft of the groups" } satisfies RouteHandle;

/** How long a page without script is kept waiting for a search before it says that it is still going on. */
const patienceMs = 3_500;

async function start(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await boardRound(actor, args.params["cycleId"]);
  if (!round) throw notFound();
  const [facts, own] = await Promise.all([boardFacts(round.id), roundGroups(round.id)]);
  const fromRound = new URL(args.request.url).searchParams.get("from") === "round" && own.groups.length > 0;
  return { actor, round, facts, own, fromRound, choices: rulesChoices(facts) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, choices, own, fromRound } = await start(args);
  if (own.published) throw redirect(`/rounds/${round.id}/arrangements`);
  const rules = await startingRules(actor, round.id);
  return { round, choices, fromRound, start: { ...rulesValues(fromRound ? "As the round has them" : "Best groups", rules, choices), id: randomUUID() } };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round, choices, own, fromRound } = await start(args);
  const values = readForm(await readBody(args.request));
  const read = readRules(values, choices);
  if (!read.ok) return refuse(read.form);
  const id = valueOf({ values, errors: {} }, "id");
  const made = await createArrangement({ id: isUuid(id) ? id : undefined, cycleId: round.id, ...read.data, ...(fromRound ? { groups: own.groups } : {}), actor });
  if (made.kind !== "saved") return refuseWith(values, sayRefusal(made.kind === "refused" ? made.reason : "no-such-draft"));
  const board = `/rounds/${round.id}/arrangements/${made.id}`;
  if (valueOf({ values, errors: {} }, "then") !== "search") throw await redirectWith(board, { title: "The draft has been made", text: "Nobody but the region’s coordinators sees it." });
  const asked = await askSearch(made.id, "groups", actor);
  if (asked.kind === "refused") return refuseWith(values, asked.words ?? sayRefusal(asked.reason), "members");
  if (asked.kind === "asked") await waitForSearch(asked.searchId, patienceMs);
  throw redirect(board);
}

export default function NewDraftRoute() {
  const { round, choices, start: values, fromRound } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(values);
  const here = `/rounds/${round.id}/arrangements`;
  return (
    <>
      <BackLink href={here}>Back to the drafts</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={`${round.region} round ${round.name}`}>Make a draft of the groups</PageHeading>
        {fromRound ? <InsetText>The draft begins with the groups that the round has now. Search to learn how good they are, or change them by hand.</InsetText> : null}
        <form method="post" noValidate>
          <input type="hidden" name="id" value={valueOf(form, "id")} />
          <RulesFields form={form} {...choices} />
          <ButtonGroup>
            <Button name="then" value="search">Find the best groups</Button>
            <Button kind="secondary" name="then" value="save">Save without searching</Button>
            <a className="govuk-link" href={here}>Cancel</a>
          </ButtonGroup>
        </form>
      </div>
    </>
  );
}
