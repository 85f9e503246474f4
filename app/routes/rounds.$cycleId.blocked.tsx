import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { roundPage } from "~/features/cycle";
import { blockDate, blockedDays, freeDates, type BlockedDay } from "~/features/triad";
import { posted } from "~/features/triad/forms";
import { sayRefusal } from "~/features/triad/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, blankForm, Button, ButtonGroup, Checkboxes, counted, DateInput, ErrorSummary, formatDate, PageHeading, readDate, readForm, TextInput, valuesOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: (page: { round: { region: string } }) => `Days without sessions, ${page.round.region}` } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  return { actor, round };
}

export async function loader(args: LoaderFunctionArgs) {
  const { round } = await pageOf(args);
  return { round: { id: round.id, name: round.name, region: round.region, dates: round.dates }, days: await blockedDays(round.regionId) };
}

/** The field that a refusal is about. */
const fieldOf: Readonly<Record<string, string>> = { "no-why": "why", "why-too-long": "why", "in-the-past": "day", "until-before-day": "until", "too-many-blocked": "until", "no-working-day": "day" };

export async function action(args: ActionFunctionArgs) {
  const { actor, round } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const here = `/rounds/${round.id}/blocked`;
  if (posted(values, "intent") === "free") {
    const days = valuesOf({ values, errors: {} }, "free");
    if (days.length === 0) return refuse({ values, errors: { free: "Choose the days on which sessions may be again" } });
    const freed = await freeDates({ regionId: round.regionId, days, actor });
    return freed.kind === "refused" ? refuseWith(values, sayRefusal(freed.reason)) : redirectWith(here, { title: `Sessions may be on ${counted(days.length, "day")} again` });
  }
  const errors: Record<string, string> = {};
  const day = readDate(values, "day", "The first day");
  const until = readDate(values, "until", "The last day");
  if (!day.ok) errors["day"] = day.message;
  else if (!day.date) errors["day"] = "Enter the first day";
  if (!until.ok) errors["until"] = until.message;
  if (posted(values, "why") === "") errors["why"] = sayRefusal("no-why");
  if (!day.ok || !day.date || !until.ok || Object.keys(errors).length > 0) return refuse({ values, errors });
  const blocked = await blockDate({ regionId: round.regionId, day: day.date, until: until.date ?? undefined, why: posted(values, "why"), actor });
  if (blocked.kind === "refused") return refuseWith(values, sayRefusal(blocked.reason), fieldOf[blocked.reason]);
  return redirectWith(here, { title: `${counted(blocked.days, "working day is", "working days are")} kept free`, text: "From now on no poll offers sessions then, and none is placed there." });
}

const label = ({ day, why, groups }: BlockedDay) => `${formatDate(day, { year: true })}: ${why}${groups.length > 0 ? ` (${groups.map(({ title }) => title).join("; ")} meets all the same)` : ""}`;

export default function BlockedRoute() {
  const { round, days } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  return (
    <>
      <ErrorSummary form={form} />
      <BackLink href={`/rounds/${round.id}/sessions`}>Back to the sessions</BackLink>
      <PageHeading caption={round.region}>Days without sessions</PageHeading>
      <div className="app-measure">
        <p className="govuk-body">Half terms, national conferences, election days: name them once, for every round. Weekends and bank holidays need no naming. Sessions of this round can be from {formatDate(round.dates.challengeStartsOn, { year: true })} until the day before the summit on {formatDate(round.dates.summitOn, { year: true })}.</p>
        {days.length > 0 ? (
          <form method="post" noValidate>
            <input type="hidden" name="intent" value="free" />
            <Checkboxes form={form} name="free" label="Kept free" hint="Choose days to let sessions be on them again. A session that stands on a day stays." small choices={days.map((one) => ({ value: one.day, label: label(one) }))} />
            <ButtonGroup><Button kind="secondary">Let sessions be on the chosen days</Button></ButtonGroup>
          </form>
        ) : <p className="govuk-body">No day is kept free yet.</p>}
        <form method="post" noValidate>
          <h2 className="govuk-heading-m">Keep days free</h2>
          <input type="hidden" name="intent" value="block" />
          <DateInput form={form} name="day" label="First day" />
          <DateInput form={form} name="until" label="Last day" hint="Leave it empty for one day." />
          <TextInput form={form} name="why" label="What is on" hint="For example: half term. Only coordinators see it." />
          <ButtonGroup><Button>Keep these days free</Button></ButtonGroup>
        </form>
      </div>
    </>
  );
}
