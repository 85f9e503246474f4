import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { offerDates, triadsOf } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { STALE } from "~/features/triad/forms";
import { possibleDays } from "~/features/triad/day-rules.server";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, Checkboxes, counted, DateInput, ErrorSummary, formatDate, formOf, InsetText, PressFields, pressOf, readDate, readForm, type RouteHandle, valuesOf } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `Offer dates: ${page.triad.title}` } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad?.mayRun) throw notFound();
  const waiting = (await triadsOf(triad.round.id)).filter((other) => other.id !== triad.id && other.state === "awaitingDates");
  return { actor, triad, waiting, step: triad.standing.steps.find((step) => step.event === "dates.offer") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, waiting, step } = await pageOf(args);
  if (!step) throw await redirectWith(`/triads/${triad.id}`, { kind: "notice", title: "No dates can be offered now", text: sayRefusal("no-such-step") });
  return { triad, waiting: waiting.map(({ id, title }) => ({ id, title })), days: await possibleDays(triad.round.id), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, triad, waiting } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const days = valuesOf(form, "days");
  const closes = readDate(values, "closesOn", "The day the poll closes");
  const errors: Record<string, string> = {};
  if (days.length === 0) errors["days"] = "Choose at least one day";
  if (!closes.ok) errors["closesOn"] = closes.message;
  if (Object.keys(errors).length > 0 || !closes.ok) return refuse({ values, errors });
  const more = valuesOf(form, "groups").filter((id) => waiting.some((other) => other.id === id));
  const { expectedRevision, requestKey } = pressOf(values);
  const result = await offerDates({ triadIds: [triad.id, ...more], days, actor, requestKey, ...(expectedRevision === undefined ? {} : { expectedRevision }), ...(closes.date ? { closesOn: closes.date } : {}) });
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") return refuseWith(values, result.day ? `${formatDate(result.day, { year: true })}: ${sayRefusal(result.reason)}` : sayRefusal(result.reason), result.reason === "closes-too-late" ? "closesOn" : "days");
  return redirectWith(`/triads/${triad.id}`, { title: `${counted(days.length, "day")} offered to ${counted(more.length + 1, "group")}`, text: result.kind === "offered" ? `${counted(result.told, "email")} sent. Whoever does not answer is reminded.` : "" });
}

export default function OfferRoute() {
  const { triad, waiting, days, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf({ groups: waiting.map((other) => other.id) });
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <TriadTop triad={triad} heading="Offer dates" />
      <form method="post" noValidate className="app-measure">
        <p className="govuk-body">Choose up to 20 days. Only days on which a session can be are listed: working days of the challenge before the summit, without <a className="govuk-link" href={`/rounds/${triad.round.id}/blocked`}>the days your region keeps free</a>.</p>
        <PressFields revision={triad.standing.revision} requestKey={requestKey} />
        <Checkboxes form={form} name="days" label="Days" small choices={days.map((day) => ({ value: day, label: formatDate(day, { year: true }) }))} />
        {waiting.length > 0 ? <Checkboxes form={form} name="groups" label="Offer the same days to" choices={waiting.map((other) => ({ value: other.id, label: other.title }))} /> : null}
        <DateInput form={form} name="closesOn" label="The poll closes on" hint={`Leave it empty for the usual ${triad.rules.pollWorkingDays} working days.`} />
        <InsetText>Told by email: directors and delegates of each group, with a button straight to their answers.</InsetText>
        <ButtonGroup><Button>Offer these days</Button><a className="govuk-link" href={`/triads/${triad.id}`}>Not now</a></ButtonGroup>
      </form>
    </>
  );
}
