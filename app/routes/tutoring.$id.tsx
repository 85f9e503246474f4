import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { agreeToTeach, declineToTeach, tutoringPage } from "~/features/tutoring";
import { outcomeOf } from "~/features/tutoring/outcome";
import { stateLabels } from "~/features/tutoring/words";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formatDate, InsetText, PageHeading, Pill, PressFields, pressOf, readForm, valueOf, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "invitation to teach" }, title: (data: { page: { person: string } }) => `Tutor: ${data.page.person}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await tutoringPage(actor, args.params["id"]);
  if (!page) throw notFound();
  return { actor, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page } = await asked(args);
  return { page, timeline: await recordTimeline(page.id, { emails: !page.self }), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await asked(args);
  const values = readForm(await readBody(args.request));
  const agrees = valueOf({ values, errors: {} }, "answer") === "yes";
  const outcome = outcomeOf(await (agrees ? agreeToTeach : declineToTeach)({ tutoringId: page.id, actor, ...pressOf(values) }));
  if (outcome.ok) return redirectWith(`/tutoring/${page.id}`, agrees ? { title: "Thank you", text: "The coordinator is told. You get an email when you are put on a day." } : { title: "Thank you for the answer", text: "The coordinator is told." });
  return notDone(outcome, values);
}

export default function TutoringRoute() {
  const { page, timeline, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }]} />
      <PageHeading caption={`Tutors, ${page.region}`} status={<Pill kind={page.state === "asked" ? "warn" : "quiet"}>{stateLabels[page.state]}</Pill>}>{page.self ? "Would you teach on a leadership programme?" : page.person}</PageHeading>
      <div className="app-measure">
        {page.self && page.state === "asked" ? (
          <form method="post" noValidate>
            <PressFields revision={page.revision} requestKey={requestKey} />
            <p className="govuk-body">Tutors teach a day now and then, as suits them: each day is asked for by itself. Please answer by {formatDate(page.answerBy, { year: true })}. A no is as good as a yes.</p>
            <ButtonGroup>
              <Button name="answer" value="yes">Yes, I would teach</Button>
              <Button kind="secondary" name="answer" value="no">No, not now</Button>
            </ButtonGroup>
          </form>
        ) : (
          <InsetText>{page.state === "agreed" ? <>In the pool of tutors. {page.self ? <a className="govuk-link" href="/programmes/teaching">Days you teach</a> : null}</> : page.state === "declined" ? "Not just now. It can be asked again on the programme’s page." : `An answer is awaited by ${formatDate(page.answerBy, { year: true })}.`}</InsetText>
        )}
      </div>
      <WhatHappened entries={timeline} />
    </>
  );
}
