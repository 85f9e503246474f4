import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeArrangements, sendArrangements } from "~/features/visit";
import { DaysText, PageTop, nameOf } from "~/features/visit/components/page-top";
import { textPosted } from "~/features/visit/forms";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf, type Head } from "~/features/visit/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Button, ButtonGroup, ErrorSummary, formOf, PressFields, pressOf, readForm, type RouteHandle, SummaryList, TextArea, ToldSentence } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Arrangements: ${nameOf(page.head)}`,
} satisfies RouteHandle;

const stepOf = (head: Head) => head.steps.find((step) => step.event === "arrangements.send" || step.event === "arrangements.change");

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  const step = head && stepOf(head);
  if (!head || head.standing === "chair" || (!step && head.venue === "")) throw notFound();
  return { head, step: step ? { event: step.event, tells: step.tells } : null, requestKey: randomUUID() };
}

const longest = { venue: 500, contact: 500, joining: 4000 } as const;

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head) throw notFound();
  const values = readForm(await readBody(args.request));
  const arrangements = { venue: textPosted(values, "venue"), contact: textPosted(values, "contact"), joining: textPosted(values, "joining") };
  const errors: Record<string, string> = {};
  if (arrangements.venue === "") errors["venue"] = "Say where it takes place";
  if (arrangements.contact === "") errors["contact"] = "Say whom the team can ask, with a telephone number";
  for (const name of ["venue", "contact", "joining"] as const) if (arrangements[name].length > longest[name]) errors[name] = `Use ${longest[name].toLocaleString("en-GB")} characters or fewer`;
  const step = stepOf(head);
  if (Object.keys(errors).length > 0 && step) return refuse({ values, errors });
  const act = { visitId: head.id, actor, ...pressOf(values), arrangements };
  const outcome = outcomeOf(await (step?.event === "arrangements.change" ? changeArrangements : sendArrangements)(act));
  if (outcome.ok) return redirectWith(`/visits/${head.id}`, { title: step?.event === "arrangements.change" ? "Arrangements changed" : "Arrangements sent", text: "Everybody on the visit is told, with the place for their calendar." });
  return notDone(outcome, values);
}

export default function ArrangementsRoute() {
  const { head, step, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf({ venue: head.venue, contact: head.contact, joining: head.joining });
  const text = (words: string) => (words ? <span className="app-prewrap">{words}</span> : <span className="app-soft">Nothing said</span>);
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Arrangements" />
      <p className="govuk-body-l"><DaysText firstDay={head.firstDay} lastDay={head.lastDay} /></p>
      {step || answered ? (
        <form method="post" noValidate className="app-measure">
          <PressFields revision={head.revision} requestKey={requestKey} />
          <TextArea form={form} name="venue" label="Where does it take place?" size="m" rows={3} hint="The building on the first line: it goes into everybody’s calendar. Then the address." />
          <TextArea form={form} name="contact" label="Whom can the team ask?" size="m" rows={2} hint="A name and a telephone number that is answered on the days." />
          <TextArea form={form} name="joining" label="How to get there and in" size="m" rows={6} hint="Trains, parking, reception, lunch, wireless network, steps and lifts, where to stay." />
          {step ? <ToldSentence tells={step.tells} /> : null}
          <ButtonGroup><Button>{step?.event === "arrangements.change" ? "Send the changed arrangements" : "Send the arrangements"}</Button><a className="govuk-link" href={`/visits/${head.id}`}>Cancel</a></ButtonGroup>
        </form>
      ) : (
        <SummaryList rows={[{ key: "Where", value: text(head.venue) }, { key: "Whom to ask", value: text(head.contact) }, { key: "How to get there and in", value: text(head.joining) }]} />
      )}
    </>
  );
}
