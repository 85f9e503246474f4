import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeTimes } from "~/features/triad";
import { TriadTop } from "~/features/triad/components/triad-top";
import { STALE } from "~/features/triad/forms";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { timeField, timesPosted, timeValues } from "~/features/triad/times-form";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { Button, ButtonGroup, ErrorSummary, Fieldset, formOf, InsetText, PressFields, pressOf, readForm, TextInput, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => `Change the times: ${page.triad.title}` } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad?.mayRun) throw notFound();
  return { actor, triad, step: triad.standing.steps.find((step) => step.event === "agenda.change") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { triad, step } = await pageOf(args);
  if (!step) throw await redirectWith(`/triads/${triad.id}`, { kind: "notice", title: "The times cannot be changed now", text: "They can be changed from the confirmation of the session until it is held." });
  return { triad, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, triad } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const { times, errors } = timesPosted(values);
  if (Object.keys(errors).length > 0) return refuse({ values, errors });
  const result = await changeTimes({ triadId: triad.id, actor, times, ...pressOf(values) });
  if (result.kind === "conflict") return conflicted(values, STALE);
  if (result.kind === "refused") {
    const [reason = "", index] = result.reason.split(" ");
    if (index === undefined) return refuseWith(values, sayRefusal(reason));
    return refuseWith(values, `${times[Number(index)]?.words ?? ""}: ${sayRefusal(reason).replace(/^I/, "i")}`, timeField(Number(index), reason === "ends-before-it-begins" ? "to" : "from"));
  }
  return redirectWith(`/triads/${triad.id}/pack`, { title: "The agenda has its new times", text: "Everybody in the session is told. The pack and the day page show them." });
}

export default function TimesRoute() {
  const { triad, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf(timeValues(triad.agenda));
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <TriadTop triad={triad} heading="Change the times" />
      <form method="post" noValidate className="app-measure">
        <p className="govuk-body">The session is from {triad.session?.startsAt} to {triad.session?.endsAt}, London time. The order and the roles stay as they are.</p>
        <PressFields revision={triad.standing.revision} requestKey={requestKey} />
        {triad.agenda.map((item, index) => (
          <Fieldset key={item.words} legend={item.words} size="s">
            <input type="hidden" name={`words-${index}`} value={item.words} />
            <div className="app-times">
              <TextInput form={form} name={timeField(index, "from")} label="From" width={5} />
              <TextInput form={form} name={timeField(index, "to")} label="To" width={5} />
            </div>
          </Fieldset>
        ))}
        <InsetText>Told by email: directors and delegates of the group, their deputies, and the challengers.</InsetText>
        <ButtonGroup><Button>Change the times</Button><a className="govuk-link" href={`/triads/${triad.id}`}>Not now</a></ButtonGroup>
      </form>
    </>
  );
}
