import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { askYears, boardRound, cancelSearch, searchSeen, startingRules, takeRound, waitForSearch, yearsPage } from "~/features/arrangement";
import { SearchPanel } from "~/features/arrangement/components/search-panel";
import { readYears } from "~/features/arrangement/forms";
import { isLive } from "~/features/arrangement/rules";
import { costWords, progressWords, sayRefusal, searchLabel } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { BackLink, Button, ButtonGroup, Certificate, counted, ErrorSummary, formOf, InsetText, NotificationBanner, PageHeading, Pill, readForm, Select, Table, TextInput, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "arrangement" }, title: "Plan several years", scripts: ["search"] } satisfies RouteHandle;

async function start(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await boardRound(actor, args.params["cycleId"]);
  if (!round) throw notFound();
  return { actor, round, page: await yearsPage(actor, round) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, round, page } = await start(args);
  const search = page.search && isLive(page.search.stage) ? await searchSeen(actor, round.id, page.search.id) : null;
  const rules = await startingRules(actor, round.id);
  return { round, page, search, start: { rounds: "", seconds: String(rules.seconds) }, keys: page.rounds.map(() => randomUUID()) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round, page } = await start(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const here = `/rounds/${round.id}/years`;
  switch (valueOf(form, "intent")) {
    case "stop":
      if (page.search) await cancelSearch(page.search.id, actor);
      throw await redirectWith(here, { title: "The search has been stopped" });
    case "take": {
      const key = valueOf(form, "id");
      const taken = await takeRound({ round, searchId: page.search?.id ?? "", index: Number(valueOf(form, "round")), targetId: valueOf(form, "target"), draftId: isUuid(key) ? key : undefined, actor });
      if (taken.kind !== "saved") return refuseWith(values, sayRefusal(taken.kind === "refused" ? taken.reason : "no-such-draft"));
      throw await redirectWith(taken.href, { title: "The planned groups are a draft now", text: "Nobody but the region’s coordinators sees it." });
    }
    default: {
      const read = readYears(values);
      if (!read.ok) return refuse(read.form);
      const rules = await startingRules(actor, round.id);
      const asked = await askYears(round.id, { rules: { ...rules, seconds: read.data.seconds }, rounds: read.data.rounds }, actor);
      if (asked.kind === "refused") return refuseWith(values, asked.words ?? sayRefusal(asked.reason));
      if (asked.kind === "asked") await waitForSearch(asked.searchId, 3_500);
      throw redirect(here);
    }
  }
}

export default function YearsRoute() {
  const { round, page, search, start: values, keys } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(values);
  const here = `/rounds/${round.id}/years`;
  const { rounds, plan, targets } = page;
  return (
    <>
      <BackLink href={`/rounds/${round.id}/arrangements`}>Back to the drafts</BackLink>
      <ErrorSummary form={form} />
      <PageHeading caption={`${round.region} round ${round.name}`} status={<Pill kind="warn">Seen only by coordinators</Pill>}>Several years ahead</PageHeading>
      <div className="app-measure">
        <p className="govuk-body-l">Planning one year at a time runs out early: the groups that are best this year may leave none for later in which nobody meets again. Plan them together.</p>
        <p className="govuk-body">The rules are those of the draft you changed last: {page.rulesInWords.join("; ")}.</p>
      </div>
      {page.impossible ? <InsetText>{page.impossible}</InsetText> : null}
      {search ? <SearchPanel href={`/rounds/${round.id}/searches/${search.id}`} pageHref={here} action={here} label={searchLabel(search.stage)} words={progressWords(search.progress, page.unit)} elapsed={search.elapsedSeconds} seconds={search.seconds} /> : null}
      {!search && page.search?.stage === "failed" ? <NotificationBanner heading="No plan was found">{page.search.failure}</NotificationBanner> : null}
      {plan && !search ? (
        <>
          <Certificate title={plan.repeats === 0 ? `${counted(rounds.length, "round")} in which no two authorities meet twice: guaranteed` : `${counted(rounds.length, "round")}, with ${counted(plan.repeats, "pair", "pairs")} that meet again`}>
            <p>
              {plan.atMost > 0 ? `${counted(plan.atMost, "further round", "further rounds")} without a repeat could follow at the very most. ` : "After these, no further round without a repeat is possible. "}
              {costWords(plan.cost, page.unit)} in all{plan.proven ? ", proven the least." : "; it is not proven that no plan costs less."}
            </p>
          </Certificate>
          {page.outdated ? <InsetText>The rules or the authorities have changed since this was planned. Plan again to have it for today.</InsetText> : null}
          <Table
            caption="Rounds in the order planned" rows={rounds} rowKey={(one) => String(one.number)}
            columns={[
              { key: "round", heading: "Round", cell: (one) => (one.number === 1 ? `This round, ${round.name}` : `Year ${one.number}`) },
              { key: "groups", heading: "Groups", cell: (one) => <ol className="govuk-list app-small app-years__groups">{one.groups.map((group, at) => <li key={group.join()}><b>{at + 1}</b> {group.join(", ")}</li>)}</ol> },
              { key: "cost", heading: "Worth", cell: (one) => `${costWords(one.cost, page.unit)}${one.repeats > 0 ? `, ${counted(one.repeats, "pair meets", "pairs meet")} again` : ""}` },
              {
                key: "take", heading: "Take over", cell: (one) => (
                  targets.length === 0 ? "No round can take it: all have been published" : (
                    <form method="post" className="app-years__take">
                      <input type="hidden" name="round" value={one.number} />
                      <input type="hidden" name="id" value={keys[one.number - 1]} />
                      <Select id={`target-${one.number}`} name="target" label={<>For round<span className="govuk-visually-hidden">, the plan’s {one.number === 1 ? "first" : `year ${one.number}`}</span></>} options={targets.map((target) => ({ value: target.id, label: target.name }))} form={formOf({ target: targets[one.number - 1]?.id ?? targets.at(-1)?.id })} />
                      <Button kind="secondary" name="intent" value="take" about={`of ${one.number === 1 ? "this round" : `year ${one.number}`}`}>Make a draft</Button>
                    </form>
                  )
                ),
              },
            ]}
          />
          <p className="govuk-body">A later year can be taken over once its round has been made. The plan stays here until then.</p>
        </>
      ) : null}
      {search || page.impossible ? null : (
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">{plan ? "Plan again" : "Plan"}</h2>
          <TextInput form={form} name="rounds" label="How many rounds?" hint="Leave empty for as many as can be without a pair meeting twice" size="s" inputMode="numeric" width={2} />
          <TextInput form={form} name="seconds" label="How long may the search take?" size="s" inputMode="numeric" width={3} suffix="seconds" />
          <ButtonGroup><Button name="intent" value="plan">Plan the years</Button></ButtonGroup>
        </form>
      )}
    </>
  );
}
